import { countBelow } from '../sorted.ts';
import type { Offset } from '../span.ts';

/** A text in the form in which words are looked for, with the way to the text it was made of and back. In UTF-16. */
export interface CanonicalText {
	readonly text: string;
	toGiven(offset: Offset): Offset;
	fromGiven(offset: Offset): Offset;
}

/**
 * What other tools change without changing words, folded: normalisation form NFC, and blanks of all kinds, line ends among them, as
 * one space for each run.
 */
export function canonical(text: string): string {
	return isCanonical(text) ? text : canonicalText(text).text;
}

/** As `canonical`, with both ways between. Linear; never throws. */
export function canonicalText(given: string): CanonicalText {
	if (isCanonical(given)) {
		return { text: given, toGiven: offset => offset, fromGiven: offset => offset };
	}
	let text = '';
	/** For each unit of `text`, where it comes from. */
	const origins: Offset[] = [];
	for (let at = 0; at < given.length; ) {
		const end = pieceEnd(given, at);
		const piece = isBlank(given.charCodeAt(at)) ? ' ' : given.slice(at, end).normalize('NFC');
		for (let unit = 0; unit < piece.length; unit++) {
			// Where the form stays as long as it was, each unit is its own origin.
			origins.push(piece.length === end - at ? at + unit : at);
		}
		text += piece;
		at = end;
	}
	origins.push(given.length);
	return {
		text,
		toGiven: offset => origins[Math.min(offset, text.length)] ?? given.length,
		fromGiven: offset => countBelow(origins, offset),
	};
}

function isCanonical(text: string): boolean {
	let before = false;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		const blank = isBlank(unit);
		if (blank && (before || unit !== 0x20)) {
			return false;
		}
		before = blank;
	}
	return text.normalize('NFC') === text;
}

/** The end of a run of blanks, or of a character with the marks on it. */
function pieceEnd(text: string, start: Offset): Offset {
	const blank = isBlank(text.charCodeAt(start));
	let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
	while (end < text.length && (blank ? isBlank(text.charCodeAt(end)) : isMark(text.charCodeAt(end)))) {
		end += 1;
	}
	return end;
}

function isBlank(unit: number): boolean {
	return (
		unit === 0x20 ||
		(unit >= 0x09 && unit <= 0x0d) ||
		unit === 0x85 ||
		unit === 0xa0 ||
		(unit >= 0x2000 && unit <= 0x200a) ||
		unit === 0x2028 ||
		unit === 0x2029 ||
		unit === 0x202f ||
		unit === 0x3000
	);
}

/** Marks that may go together with the letter before them. */
function isMark(unit: number): boolean {
	return unit >= 0x300 && /\p{M}/u.test(String.fromCharCode(unit));
}
