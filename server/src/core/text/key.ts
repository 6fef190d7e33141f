/**
 * Match keys: spellings of one word folded together, for looking up and comparing, never for showing or saving.
 *
 * NFKC per character (presentation forms), without tatweel, vowel marks, Qur'anic marks, bidi controls, joiners and soft hyphen;
 * أإآٱ as ا, ى as ي, ة as ه, Persian ی ک as ي ك, digits as ASCII, Latin in lower case, runs of blanks as one space.
 * `looseKey` also folds ؤ as و and ئ as ي. أن and إن become equal: read the frame of a verb from the text, not from keys.
 */
import type { Offset, Span } from '../span.ts';

export interface MappedKey {
	readonly key: string;
	/** For each code unit of the key, the UTF-16 offset of its origin; one more entry at the end for the text's end. */
	readonly offsets: readonly Offset[];
}

export function matchKey(text: string): string {
	let key = '';
	for (let i = 0; i < text.length; i++) {
		key += fold(text.charCodeAt(i));
	}
	return key.includes(' ') ? key.replace(/ {2,}/g, ' ').trim() : key;
}

/** As `matchKey`, with hamza seats folded too; more words fall together. */
export function looseKey(text: string): string {
	return matchKey(text).replace(/ؤ/g, 'و').replace(/ئ/g, 'ي');
}

/** A key with its way back; blanks are kept one for one, and not trimmed. */
export function mappedKey(text: string, within: Span = { start: 0, end: text.length }): MappedKey {
	const offsets: Offset[] = [];
	let key = '';
	for (let i = within.start; i < within.end; i++) {
		const folded = fold(text.charCodeAt(i));
		key += folded;
		for (let k = 0; k < folded.length; k++) {
			offsets.push(i);
		}
	}
	offsets.push(within.end);
	return { key, offsets };
}

/** Whether a code unit leaves no trace in keys: marks, tatweel, controls, joiners. */
export function isIgnorable(unit: number): boolean {
	return (
		(unit >= 0x064b && unit <= 0x065f) ||
		unit === 0x0640 ||
		unit === 0x0670 ||
		(unit >= 0x0610 && unit <= 0x061a) ||
		(unit >= 0x06d6 && unit <= 0x06ed && unit !== 0x06dd && unit !== 0x06de && unit !== 0x06e9) ||
		unit === 0x061c ||
		unit === 0x00ad ||
		(unit >= 0x200b && unit <= 0x200f) ||
		(unit >= 0x202a && unit <= 0x202e) ||
		(unit >= 0x2060 && unit <= 0x2069) ||
		unit === 0xfeff ||
		(unit >= 0x0300 && unit <= 0x036f)
	);
}

/** What a code unit becomes in keys, where that is one code unit; 0 where it leaves no trace, -1 where it becomes several. */
export function foldedUnit(unit: number): number {
	const known = foldedUnits[unit] as number;
	if (known !== unknown) {
		return known;
	}
	const folded = fold(unit);
	const fresh =
		folded === '' ? 0 : folded.length === 1 && folded !== ' ' && folded !== '\0' ? folded.charCodeAt(0) : -1;
	foldedUnits[unit] = fresh;
	return fresh;
}

const unknown = -2;
const foldedUnits = new Int32Array(0x10000).fill(unknown);
const cache: (string | undefined)[] = new Array(0x10000);

function fold(unit: number): string {
	const known = cache[unit];
	if (known !== undefined) {
		return known;
	}
	const folded = foldFresh(unit);
	cache[unit] = folded;
	return folded;
}

const letters: Readonly<Record<string, string>> = {
	أ: 'ا',
	إ: 'ا',
	آ: 'ا',
	ٱ: 'ا',
	ى: 'ي',
	ی: 'ي',
	ة: 'ه',
	ک: 'ك',
};

function foldFresh(unit: number): string {
	if (isIgnorable(unit)) {
		return '';
	}
	const char = String.fromCharCode(unit);
	// Half a pair has no compatibility form of its own; pairs pass through unchanged.
	if (unit >= 0xd800 && unit <= 0xdfff) {
		return char;
	}
	let folded = '';
	for (const part of char.normalize('NFKC').toLowerCase()) {
		const code = part.charCodeAt(0);
		if (isIgnorable(code)) {
			continue;
		}
		if (code >= 0x0660 && code <= 0x0669) {
			folded += String.fromCharCode(code - 0x0660 + 0x30);
		} else if (code >= 0x06f0 && code <= 0x06f9) {
			folded += String.fromCharCode(code - 0x06f0 + 0x30);
		} else if (/\s/.test(part)) {
			folded += ' ';
		} else {
			folded += letters[part] ?? part;
		}
	}
	return folded;
}
