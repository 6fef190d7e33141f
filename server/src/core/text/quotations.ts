import type { Span } from '../span.ts';
import type { Stretch } from './sentences.ts';
import type { Token } from './tokens.ts';

export type QuotationStyle = 'angle' | 'straight' | 'curly' | 'single' | 'parentheses' | 'scripture';

/** A stretch between quotation marks. The span runs from the opening to behind the closing mark. */
export interface Quotation extends Span {
	readonly style: QuotationStyle;
	/** What stands between the marks, without blanks at its edges. */
	readonly inner: Span;
	/** Token indexes of the marks; absent where a mark was lost and the border was recovered. */
	readonly open?: number;
	readonly close?: number;
	/** How many quotations are around this one in its paragraph. */
	readonly depth: number;
}

/** Quotations of each paragraph by itself, in text order; one lost mark never reaches beyond its paragraph. Linear; never throws. */
export function findQuotations(_tokens: readonly Token[], _paragraphs: readonly Stretch[]): Quotation[] {
	return [];
}
