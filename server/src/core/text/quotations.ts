import { countBelow } from '../sorted.ts';
import type { Span } from '../span.ts';
import { compareSpans } from '../span.ts';
import { type QuotationMark, quotationMarks } from './quotationMarks.ts';
import type { Stretch } from './sentences.ts';
import type { Token } from './tokens.ts';

export type QuotationStyle = 'angle' | 'straight' | 'curly' | 'single' | 'parentheses' | 'scripture';

/** A stretch between quotation marks. The span runs from the opening to behind the closing mark. */
export interface Quotation extends Span {
	readonly style: QuotationStyle;
	/** What stands between the marks, without blanks at its edges. */
	readonly inner: Span;
	/** Token indexes of the words between the marks, half-open. */
	readonly first: number;
	readonly last: number;
	/** Token index of the mark next to the words (of the last of an opening "((", the first of a closing one); absent where it was lost and the border recovered. */
	readonly open?: number;
	readonly close?: number;
	/** How many quotations are around this one in its paragraph. */
	readonly depth: number;
}

/**
 * Quotations of each paragraph by itself, in text order, outer before inner; one lost mark never reaches beyond its paragraph.
 * Marks are told opening or closing by their sides first, by parity where the sides are silent. Linear; never throws.
 */
export function findQuotations(tokens: readonly Token[], paragraphs: readonly Stretch[]): Quotation[] {
	const result: Quotation[] = [];
	for (const paragraph of paragraphs) {
		const marks = directed(quotationMarks(tokens, paragraph));
		if (marks.length > 0) {
			for (const quotation of withDepth(drawn(tokens, paragraph, paired(marks)))) result.push(quotation);
		}
	}
	return result;
}

/** A mark whose direction is settled. */
interface Directed {
	readonly mark: QuotationMark;
	readonly opens: boolean;
}

interface Pair {
	readonly open?: QuotationMark;
	readonly close?: QuotationMark;
	/** Where a lost mark would have to stand before (lost closing) or behind (lost opening). */
	readonly limit?: QuotationMark;
}

/** Settles directions style by style: the shape unless the neighbours deny it, then the sides, then parity. */
function directed(marks: readonly QuotationMark[]): Directed[] {
	const open = new Map<QuotationStyle, number>();
	const following = nextOfStyle(marks);
	return marks.map((mark, at) => {
		const before = open.get(mark.style) ?? 0;
		const opens = directionOf(mark, before > 0, following[at]);
		open.set(mark.style, Math.max(0, before + (opens ? 1 : -1)));
		return { mark, opens };
	});
}

function nextOfStyle(marks: readonly QuotationMark[]): readonly (QuotationMark | undefined)[] {
	const next = new Map<QuotationStyle, QuotationMark>();
	return marks
		.toReversed()
		.map(mark => {
			const following = next.get(mark.style);
			next.set(mark.style, mark);
			return following;
		})
		.reverse();
}

function directionOf(mark: QuotationMark, isOpen: boolean, following: QuotationMark | undefined): boolean {
	if (mark.shape === 'open') {
		return !(isOpen && mark.side <= -2);
	}
	if (mark.shape === 'close') {
		return !isOpen && mark.side >= 0 && following?.shape === 'close';
	}
	if (Math.abs(mark.side) >= 2) {
		return mark.side > 0;
	}
	return !isOpen;
}

/** Deeper quotations than this are taken for lost marks. */
const deepest = 4;

function paired(marks: readonly Directed[]): Pair[] {
	const nests = nestingStyles(marks);
	const closersLeft = countClosers(marks);
	const stack: QuotationMark[] = [];
	const pairs: Pair[] = [];
	for (const { mark, opens } of marks) {
		if (opens) {
			const rival = nests.has(mark.style) ? -1 : stack.findLastIndex(other => other.style === mark.style);
			if (rival >= 0) {
				abandon(stack, rival, mark, pairs);
			}
			if (stack.length < deepest) {
				stack.push(mark);
			}
			continue;
		}
		closersLeft.set(mark.style, (closersLeft.get(mark.style) ?? 1) - 1);
		let partner = stack.findLastIndex(other => other.style === mark.style);
		if (partner < 0 && stack.length > 0 && (closersLeft.get(stack.at(-1)?.style ?? 'angle') ?? 0) === 0) {
			partner = stack.length - 1;
		}
		if (partner < 0) {
			pairs.push({ close: mark });
			continue;
		}
		abandon(stack, partner + 1, mark, pairs);
		const open = stack.pop();
		if (open !== undefined) {
			pairs.push({ open, close: mark });
		}
	}
	for (const open of stack) {
		pairs.push({ open });
	}
	return pairs;
}

/** Styles whose marks balance in the paragraph; only there does an opening mark inside an open quotation nest. */
function nestingStyles(marks: readonly Directed[]): ReadonlySet<QuotationStyle> {
	const open = new Map<QuotationStyle, number>();
	const broken = new Set<QuotationStyle>();
	for (const { mark, opens } of marks) {
		const now = (open.get(mark.style) ?? 0) + (opens ? 1 : -1);
		open.set(mark.style, now);
		if (now < 0) {
			broken.add(mark.style);
		}
	}
	return new Set([...open].filter(([style, rest]) => rest === 0 && !broken.has(style)).map(([style]) => style));
}

function countClosers(marks: readonly Directed[]): Map<QuotationStyle, number> {
	const count = new Map<QuotationStyle, number>();
	for (const { mark, opens } of marks) {
		if (!opens) {
			count.set(mark.style, (count.get(mark.style) ?? 0) + 1);
		}
	}
	return count;
}

/** Takes all from `from` off the stack: their closing marks were lost before `limit`. */
function abandon(stack: QuotationMark[], from: number, limit: QuotationMark, pairs: Pair[]): void {
	for (const open of stack.splice(from)) {
		pairs.push({ open, limit });
	}
}

/** Pairs to quotations; borders of lost marks are recovered, and what cannot be is dropped. */
function drawn(tokens: readonly Token[], paragraph: Stretch, pairs: readonly Pair[]): Omit<Quotation, 'depth'>[] {
	const result: Omit<Quotation, 'depth'>[] = [];
	const settled = pairs.filter(pair => pair.open !== undefined && pair.close !== undefined);
	const behind = sortedEnds(settled);
	for (const pair of pairs) {
		const first = pair.open === undefined ? recoveredFirst(tokens, paragraph, pair.close, behind) : pair.open.last + 1;
		const last = pair.close === undefined ? recoveredLast(tokens, paragraph, pair) : pair.close.first;
		const head = tokens[first];
		const tail = tokens[last - 1];
		const style = (pair.open ?? pair.close)?.style;
		if (head === undefined || tail === undefined || first >= last || !isSure(pair, style)) {
			continue;
		}
		result.push({
			start: pair.open === undefined ? head.start : (tokens[pair.open.first]?.start ?? head.start),
			end: pair.close === undefined ? tail.end : (tokens[pair.close.last]?.end ?? tail.end),
			style,
			inner: { start: head.start, end: tail.end },
			first,
			last,
			...(pair.open === undefined ? {} : { open: pair.open.last }),
			...(pair.close === undefined ? {} : { close: pair.close.first }),
		});
	}
	return result;
}

/** A lone single mark is an apostrophe more often than a lost quotation. */
function isSure(pair: Pair, style: QuotationStyle | undefined): style is QuotationStyle {
	return style !== undefined && (style !== 'single' || (pair.open !== undefined && pair.close !== undefined));
}

function sortedEnds(pairs: readonly Pair[]): readonly number[] {
	return pairs.map(pair => pair.close?.last ?? 0).sort((a, b) => a - b);
}

/** How far a lost mark is searched, in tokens: the measured 99th part of quotations is shorter. */
const reach = 120;

/** A quotation without its opening mark begins behind a colon of its sentence, if it begins anywhere we can tell. */
function recoveredFirst(
	tokens: readonly Token[],
	paragraph: Stretch,
	close: QuotationMark | undefined,
	ends: readonly number[],
): number {
	if (close === undefined) {
		return -1;
	}
	const floor = Math.max(paragraph.first, close.first - reach, lastBelow(ends, close.first) + 1);
	for (let at = close.first - 1; at >= floor; at--) {
		if (tokens[at]?.key === ':' && tokens[at]?.kind === 'mark') {
			return at + 1;
		}
	}
	return -1;
}

function lastBelow(sorted: readonly number[], limit: number): number {
	return sorted[countBelow(sorted, limit) - 1] ?? -1;
}

/** A quotation without its closing mark ends with its paragraph, or with the sentence before the next quotation opens. */
function recoveredLast(tokens: readonly Token[], paragraph: Stretch, pair: Pair): number {
	const from = (pair.open?.last ?? 0) + 1;
	if (pair.limit === undefined) {
		return paragraph.last - from > reach * 3 ? -1 : withoutFinalStop(tokens, paragraph.last);
	}
	for (let at = pair.limit.first - 1; at >= from && pair.limit.first - at < reach; at--) {
		const key = tokens[at]?.key;
		if (key === '.' || key === '؟' || key === '!') {
			return key === '.' ? at : at + 1;
		}
	}
	return -1;
}

function withoutFinalStop(tokens: readonly Token[], last: number): number {
	return tokens[last - 1]?.key === '.' ? last - 1 : last;
}

/** In text order, with depths; of two quotations around the same words the outer is dropped. */
function withDepth(quotations: readonly Omit<Quotation, 'depth'>[]): Quotation[] {
	const sorted = [...quotations].sort(compareSpans);
	const around: number[] = [];
	const result: Quotation[] = [];
	for (const [at, quotation] of sorted.entries()) {
		const next = sorted[at + 1];
		if (next !== undefined && next.start === quotation.inner.start && next.end === quotation.inner.end) {
			continue;
		}
		while (around.length > 0 && (around.at(-1) ?? 0) <= quotation.start) {
			around.pop();
		}
		result.push({ ...quotation, depth: around.length });
		around.push(quotation.end);
	}
	return result;
}
