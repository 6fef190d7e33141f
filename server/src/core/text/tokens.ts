import type { Span } from '../span.ts';
import { foldedUnit, isIgnorable, matchKey } from './key.ts';
import { formOf, formOfUnits, keyUnits, type WordForm } from './wordForms.ts';

/**
 * word: letters with their marks; number: digits of one system, with inner separators left as tokens of their own;
 * mark: any other visible character, one token each; break: a line end (LF, CRLF or CR).
 */
export type TokenKind = 'word' | 'number' | 'mark' | 'break';

/** A token's span starts and ends at visible characters: blanks, and controls at its edges, belong to no token. */
export interface Token extends Span {
	readonly kind: TokenKind;
	/** Match key; '\n' for a break. */
	readonly key: string;
	/** What is known of the key. */
	readonly form: WordForm;
}

/** Tokens in text order. Linear; never throws. Tatweel glued between a clitic and a mark stays with the clitic (لـ«). */
export function tokenize(text: string): Token[] {
	const tokens: Token[] = [];
	let i = 0;
	while (i < text.length) {
		const type = classOf(text, i);
		if (type <= ignorable) {
			i += 1;
			continue;
		}
		let end = i + width(text, i);
		if (type === breaking) {
			if (text.charCodeAt(i) === 0x0d && text.charCodeAt(i + 1) === 0x0a) {
				end = i + 2;
			}
			tokens.push({ start: i, end, kind: 'break', key: lineEnd.key, form: lineEnd });
		} else if (type === marking) {
			const form = markForm(text, i, end);
			tokens.push({ start: i, end, kind: 'mark', key: form.key, form });
		} else {
			const form = readRun(text, i, type);
			end = runEnd;
			tokens.push({ start: i, end, kind: type === wording ? 'word' : 'number', key: form.key, form });
		}
		i = end;
	}
	return tokens;
}

/** Where the run that was read last ends. */
let runEnd = 0;

/** The form of a word or number, its characters folded on the way. Marks glued to it belong to it, controls at its end do not. */
function readRun(text: string, start: number, type: CharClass): WordForm {
	let end = start;
	let next = start;
	let length = 0;
	let simple = true;
	while (next < text.length) {
		const unit = text.charCodeAt(next);
		const following = classOf(text, next);
		if (following !== type && following !== ignorable) {
			break;
		}
		const units = width(text, next);
		const folded = foldedUnit(unit);
		if (folded > 0 && units === 1 && length < keyUnits.length) {
			keyUnits[length++] = folded;
		} else if (folded !== 0) {
			simple = false;
		}
		next += units;
		if (following === type || isAttached(unit)) {
			end = next;
		}
	}
	runEnd = end;
	return simple ? formOfUnits(length, text, start, end) : formOf(matchKey(text.slice(start, end)));
}

const lineEnd = formOf('\n');
const marks: (WordForm | undefined)[] = new Array(0x10000);

function markForm(text: string, start: number, end: number): WordForm {
	const unit = text.charCodeAt(start);
	if (end - start > 1) {
		return formOf(text.slice(start, end));
	}
	const form = marks[unit] ?? formOf(text.charAt(start));
	marks[unit] = form;
	return form;
}

const blank = 1;
const ignorable = 2;
const breaking = 3;
const marking = 4;
const wording = 5;
const numbering = 6;
type CharClass = number;

/** By code unit; 0 is not worked out yet. */
const classes = new Uint8Array(0x10000);

function classOf(text: string, at: number): CharClass {
	const unit = text.charCodeAt(at);
	const known = classes[unit] as number;
	if (known !== 0) {
		return known;
	}
	if (unit >= 0xd800 && unit <= 0xdbff) {
		// What half a pair is depends on the other half, so it is not kept.
		return classFresh(String.fromCodePoint(text.codePointAt(at) ?? 0), 0);
	}
	const fresh = classFresh(String.fromCharCode(unit), unit);
	classes[unit] = fresh;
	return fresh;
}

function classFresh(char: string, unit: number): CharClass {
	if (char === '\n' || char === '\r') {
		return breaking;
	}
	if (isIgnorable(unit)) {
		return ignorable;
	}
	if (/[\p{L}\p{M}]/u.test(char)) {
		return wording;
	}
	if (/\p{N}/u.test(char)) {
		return numbering;
	}
	if (/[\s\p{Cc}\p{Zs}]/u.test(char)) {
		return blank;
	}
	return marking;
}

/** Vowel marks and tatweel are part of the letter before them; bidi controls and joiners at an edge are not. */
function isAttached(unit: number): boolean {
	return (unit >= 0x0610 && unit <= 0x061a) || (unit >= 0x0640 && unit <= 0x0670) || (unit >= 0x06d6 && unit <= 0x06ed);
}

function width(text: string, at: number): number {
	const unit = text.charCodeAt(at);
	if (unit < 0xd800 || unit > 0xdbff) {
		return 1;
	}
	const next = text.charCodeAt(at + 1);
	return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}
