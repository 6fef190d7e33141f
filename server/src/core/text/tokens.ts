import type { Span } from '../span.ts';
import { isIgnorable, matchKey } from './key.ts';

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
}

/** Tokens in text order. Linear; never throws. Tatweel glued between a clitic and a mark stays with the clitic (لـ«). */
export function tokenize(text: string): Token[] {
	const tokens: Token[] = [];
	let i = 0;
	while (i < text.length) {
		const type = classOf(text, i);
		if (type === 'blank' || type === 'ignorable') {
			i += 1;
			continue;
		}
		let end = i + width(text, i);
		if (type === 'break') {
			if (text.charCodeAt(i) === 0x0d && text.charCodeAt(i + 1) === 0x0a) {
				end = i + 2;
			}
			tokens.push({ start: i, end, kind: 'break', key: '\n' });
		} else if (type === 'mark') {
			tokens.push({ start: i, end, kind: 'mark', key: text.slice(i, end) });
		} else {
			let next = end;
			while (next < text.length) {
				const following = classOf(text, next);
				if (following !== type && following !== 'ignorable') {
					break;
				}
				next += width(text, next);
				if (following === type || isAttached(text.charCodeAt(next - 1))) {
					end = next;
				}
			}
			tokens.push({ start: i, end, kind: type, key: matchKey(text.slice(i, end)) });
		}
		i = end;
	}
	return tokens;
}

type CharClass = TokenKind | 'blank' | 'ignorable';

const classes: (CharClass | undefined)[] = new Array(0x10000);

function classOf(text: string, at: number): CharClass {
	const unit = text.charCodeAt(at);
	const known = classes[unit];
	if (known !== undefined) {
		return known;
	}
	if (unit >= 0xd800 && unit <= 0xdbff && width(text, at) === 2) {
		return classFresh(String.fromCodePoint(text.codePointAt(at) ?? 0), 0);
	}
	const fresh = classFresh(String.fromCharCode(unit), unit);
	classes[unit] = fresh;
	return fresh;
}

function classFresh(char: string, unit: number): CharClass {
	if (char === '\n' || char === '\r') {
		return 'break';
	}
	if (isIgnorable(unit)) {
		return 'ignorable';
	}
	if (/[\p{L}\p{M}]/u.test(char)) {
		return 'word';
	}
	if (/\p{N}/u.test(char)) {
		return 'number';
	}
	if (/[\s\p{Cc}\p{Zs}]/u.test(char)) {
		return 'blank';
	}
	return 'mark';
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
