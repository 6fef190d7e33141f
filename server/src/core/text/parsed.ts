import { findQuotations, type Quotation } from './quotations.ts';
import { paragraphs, type Stretch, sentences } from './sentences.ts';
import { type Token, tokenize } from './tokens.ts';

/** A text with its structure; what every engine works from. */
export interface ParsedText {
	readonly text: string;
	readonly tokens: readonly Token[];
	readonly paragraphs: readonly Stretch[];
	/** Sentences of each paragraph, by the paragraph's index. */
	readonly sentences: readonly (readonly Stretch[])[];
	/** Pairs of quotation marks, in text order. */
	readonly quotations: readonly Quotation[];
}

/** The structure of a text. Linear; never throws. Spans are UTF-16 into it. */
export function parseText(text: string): ParsedText {
	const tokens = tokenize(text);
	const lines = paragraphs(tokens);
	return {
		text,
		tokens,
		paragraphs: lines,
		sentences: lines.map(line => sentences(tokens, line)),
		quotations: findQuotations(tokens, lines),
	};
}
