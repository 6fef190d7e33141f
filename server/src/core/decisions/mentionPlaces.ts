import type { Span } from '../span.ts';
import { matchKey } from '../text/key.ts';
import type { Token } from '../text/tokens.ts';

/**
 * How a place is written otherwise than the name that is looked for: clitics, attached و ف ب ك ل stand before it; marks, one has
 * vowel marks that the other has not; tatweel; letters, hamza seats, ى and ة, digits; alias, it is another spelling of the register.
 */
export const mentionReasons = ['clitics', 'marks', 'tatweel', 'letters', 'alias'] as const;
export type MentionReason = (typeof mentionReasons)[number];

export interface MentionPlace {
	/** Attached words left outside. */
	readonly span: Span;
	/** Empty where it is written letter for letter the same. */
	readonly why: readonly MentionReason[];
}

/**
 * Places in a text where one of some spellings of a name stands as whole words, in text order, not overlapping; the first spelling
 * is the name itself. After لل a place begins at the second ل. Linear in the text for each spelling.
 */
export function mentionPlaces(
	text: string,
	tokens: readonly Token[],
	spellings: readonly { readonly written: string; readonly words: readonly string[] }[],
): readonly MentionPlace[] {
	const found: MentionPlace[] = [];
	for (let at = 0; at < tokens.length; at++) {
		for (const [index, { written, words }] of spellings.entries()) {
			const span = words.length === 0 ? undefined : mentionAt(text, tokens, at, words);
			if (span !== undefined) {
				found.push({ span, why: reasons(text, tokens[at], span, { written, alias: index > 0 }) });
				at += words.length - 1;
				break;
			}
		}
	}
	return found;
}

function mentionAt(text: string, tokens: readonly Token[], at: number, words: readonly string[]): Span | undefined {
	const first = tokens[at];
	const last = tokens[at + words.length - 1];
	if (first === undefined || last === undefined || !words.every((word, k) => k === 0 || tokens[at + k]?.key === word)) {
		return undefined;
	}
	const start = startWithin(text, first, words[0] ?? '');
	return start === undefined ? undefined : { start, end: last.end };
}

/** Where the word begins in the token, behind at most two attached letters; undefined where it is another word. */
function startWithin(text: string, token: Token, word: string): number | undefined {
	if (token.key === word) {
		return token.start;
	}
	const contracted = behindArticle(text, token, word);
	if (contracted !== undefined) {
		return contracted;
	}
	const attached = token.key.length - word.length;
	if (
		word === '' ||
		attached < 1 ||
		attached > 2 ||
		!token.key.endsWith(word) ||
		!/^[وف]?[بكل]?$/.test(token.key.slice(0, attached))
	) {
		return undefined;
	}
	for (let start = token.start + attached; start < token.end; start++) {
		if (matchKey(text.slice(start, token.end)) === word) {
			return start;
		}
	}
	return undefined;
}

/** الراوي in للراوي begins at the second ل. */
function behindArticle(text: string, token: Token, word: string): number | undefined {
	const contracted = `لل${word.slice(2)}`;
	if (
		!word.startsWith('ال') ||
		word.length < 4 ||
		!/^[وف]?لل/.test(token.key) ||
		token.key.replace(/^[وف](?=لل)/, '') !== contracted
	) {
		return undefined;
	}
	const at = text.slice(token.start, token.end).indexOf('لل');
	return at === -1 ? undefined : token.start + at + 1;
}

function reasons(
	text: string,
	token: Token | undefined,
	span: Span,
	{ written, alias }: { readonly written: string; readonly alias: boolean },
): readonly MentionReason[] {
	const place = text.slice(span.start, span.end);
	const clitics = token !== undefined && token.start < span.start;
	const contracted = clitics && written.startsWith('ا') && !matchKey(place).startsWith('ا');
	const [a, b] = [spaced(contracted ? `ا${place}` : place), spaced(written)];
	const tatweel = a.includes('ـ') !== b.includes('ـ');
	const marks = marksOf(a) !== marksOf(b);
	const letters = bare(a) !== bare(b);
	return [
		...(clitics ? (['clitics'] as const) : []),
		...(marks ? (['marks'] as const) : []),
		...(tatweel ? (['tatweel'] as const) : []),
		...(letters ? (['letters'] as const) : []),
		...(alias ? (['alias'] as const) : []),
	];
}

function spaced(text: string): string {
	return text.replace(/\s+/g, ' ');
}

function marksOf(text: string): string {
	return text.replace(/[^\u064b-\u065f\u0670]/g, '');
}

function bare(text: string): string {
	return text.replace(/[\u0640\u064b-\u065f\u0670]/g, '');
}
