import { lineAt, lineSpan, type Span, type Text } from './text.ts';

export type Unit = 'letter' | 'word' | 'sentence' | 'paragraph';

/**
 * Where a move of one unit from an offset ends. Forward is the direction of reading; a word, sentence or paragraph is entered at
 * its start. Letters are graphemes: a letter with its marks, an emoji with all that belongs to it.
 */
export function move(text: Text, from: number, unit: Unit, forward: boolean): number {
	switch (unit) {
		case 'letter':
			return forward ? letterAfter(text, from) : letterBefore(text, from);
		case 'word':
			return forward ? wordStartAfter(text.all, from) : wordStartBefore(text.all, from);
		case 'sentence':
			return forward ? sentenceAfter(text, from) : sentenceBefore(text, from);
		case 'paragraph':
			return forward ? paragraphAfter(text, from) : paragraphBefore(text, from);
	}
}

/** Moves the end of a span by a letter, or to the next or previous end of a word or of what may be said as a whole. */
export function moveEnd(text: Text, from: number, unit: 'letter' | 'word' | 'passage', forward: boolean): number {
	if (unit === 'passage') return passageEnd(text, from, forward);
	if (unit === 'letter') return move(text, from, 'letter', forward);
	return forward ? wordEndAfter(text.all, from) : wordEndBefore(text.all, from);
}

/** The word at an offset, or the one that ends there; undefined between other characters. */
export function wordAt({ all }: Text, offset: number): Span | undefined {
	let start = offset;
	let end = offset;
	while (start > 0 && isWord(all, start - 1)) start--;
	while (end < all.length && isWord(all, end)) end++;
	return start < end ? { start, end } : undefined;
}

/** A span without the white space at its ends; undefined where nothing is left. */
export function trimmed({ all }: Text, { start, end }: Span): Span | undefined {
	const words = all.slice(start, end);
	const bare = words.trim();
	if (bare === '') return undefined;
	const from = start + words.indexOf(bare);
	return { start: from, end: from + bare.length };
}

const wordPart = /[\p{L}\p{M}\p{N}]/u;

/** Whether the code unit at an index is of a word; halves of a surrogate pair go by the pair. */
function isWord(all: string, index: number): boolean {
	const code = all.charCodeAt(index);
	// Joiners are of a word after a letter; between emoji they are not.
	if (code === 0x200c || code === 0x200d) return index > 0 && /[\p{L}\p{M}]/u.test(all.charAt(index - 1));
	const second = code >= 0xdc00 && code <= 0xdfff && index > 0;
	return wordPart.test(String.fromCodePoint(all.codePointAt(second ? index - 1 : index) ?? 0x20));
}

function wordStartAfter(all: string, from: number): number {
	let at = from;
	while (at < all.length && isWord(all, at)) at++;
	while (at < all.length && !isWord(all, at)) at++;
	return at;
}

function wordStartBefore(all: string, from: number): number {
	let at = from;
	while (at > 0 && !isWord(all, at - 1)) at--;
	while (at > 0 && isWord(all, at - 1)) at--;
	return at;
}

function wordEndAfter(all: string, from: number): number {
	let at = from;
	while (at < all.length && !isWord(all, at)) at++;
	while (at < all.length && isWord(all, at)) at++;
	return at;
}

function wordEndBefore(all: string, from: number): number {
	let at = from;
	while (at > 0 && isWord(all, at - 1)) at--;
	while (at > 0 && !isWord(all, at - 1)) at--;
	return at;
}

/** Where words that somebody said may end: before a closing mark or one that ends a sentence, at a line's end. */
function passageEnd(text: Text, from: number, forward: boolean): number {
	const ends = (at: number): boolean => {
		const mark = text.all.charAt(at);
		if (mark === '' || mark === '\n') return true;
		if (at === 0 || !isWord(text.all, at - 1) || isWord(text.all, at + 1)) return false;
		return '»”"’'.includes(mark) || sentenceEnds.includes(mark);
	};
	const step = forward ? 1 : -1;
	for (let at = from + step; at > 0 && at <= text.all.length; at += step) {
		if (ends(at) && text.all.charAt(at - 1).trim() !== '') return at;
	}
	return from;
}

const letters = new Intl.Segmenter('ar', { granularity: 'grapheme' });
/** No grapheme that people write is longer, in code units. */
const longestLetter = 64;

function letterAfter({ all }: Text, from: number): number {
	const [first] = letters.segment(all.slice(from, from + longestLetter));
	return from + (first?.segment.length ?? 0);
}

function letterBefore({ all }: Text, from: number): number {
	const start = Math.max(0, from - longestLetter);
	const last = [...letters.segment(all.slice(start, from))].at(-1);
	return start + (last?.index ?? 0);
}

const sentenceEnds = '.!?؟…۔';

/** Starts of the sentences of the line, absolute. A full stop inside a number or a name with dots ends none. */
function sentenceStarts(text: Text, line: number): readonly number[] {
	const { start, end } = lineSpan(text, line);
	const starts: number[] = [];
	let pending = true;
	for (let at = start; at < end; at++) {
		if (pending && isWord(text.all, at)) {
			starts.push(opening(text.all, at, start));
			pending = false;
		} else if (sentenceEnds.includes(text.all.charAt(at)) && (at + 1 >= end || !isWord(text.all, at + 1))) {
			pending = true;
		}
	}
	return starts;
}

/** An opening mark directly before the first word belongs to the sentence. */
function opening(all: string, at: number, least: number): number {
	return at > least && '«“"‹([{'.includes(all.charAt(at - 1)) ? at - 1 : at;
}

function sentenceAfter(text: Text, from: number): number {
	for (let line = lineAt(text, from); line < text.lines.length; line++) {
		const next = sentenceStarts(text, line).find(start => start > from);
		if (next !== undefined) return next;
	}
	return from;
}

function sentenceBefore(text: Text, from: number): number {
	for (let line = lineAt(text, from); line >= 0; line--) {
		const previous = sentenceStarts(text, line).findLast(start => start < from);
		if (previous !== undefined) return previous;
	}
	return from;
}

function paragraphAfter(text: Text, from: number): number {
	for (let line = lineAt(text, from) + 1; line < text.lines.length; line++) {
		if (text.lines[line]?.trim()) return text.starts[line] ?? from;
	}
	return from;
}

function paragraphBefore(text: Text, from: number): number {
	for (let line = lineAt(text, from); line >= 0; line--) {
		const start = text.starts[line] ?? 0;
		if (start < from && text.lines[line]?.trim()) return start;
	}
	return from;
}
