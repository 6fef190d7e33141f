import type { Offset, Span } from '../span.ts';
import { mappedKey } from '../text/key.ts';
import type { Token } from '../text/tokens.ts';

/** A stretch of text that may be a name, before candidates that overlap are weighed against each other. */
export interface Candidate {
	readonly label: string;
	readonly span: Span;
	/** Token indexes, half-open. */
	readonly first: number;
	readonly last: number;
	/** Code of lexicon/entities/evidence.yaml, strongest first; the first gives the score, where none is set. */
	readonly evidence: readonly string[];
	/** 0 to 1, of names that a model found. */
	readonly score?: number;
	/** One for all spellings of a name that a table knows. */
	readonly group?: string;
	/** The span begins at the second ل of لل. */
	readonly article?: boolean;
	/** For DATE, in EDTF. */
	readonly value?: string;
}

/** Where in the text the letter of a token's key stands; marks and tatweel before it belong to the letter before. */
export function offsetOfKey(text: string, token: Token, at: number): Offset {
	if (at === 0) {
		return token.start;
	}
	if (token.end - token.start === token.key.length) {
		return token.start + at;
	}
	return mappedKey(text, token).offsets[at] ?? token.end;
}

/** The span of tokens first to last, without so many letters of the first one's key. */
export function spanOf(text: string, tokens: readonly Token[], first: number, last: number, skip: number): Span {
	const head = tokens[first];
	const tail = tokens[last - 1];
	if (head === undefined || tail === undefined) {
		return { start: 0, end: 0 };
	}
	return { start: offsetOfKey(text, head, skip), end: tail.end };
}
