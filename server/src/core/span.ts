/** A place in a text, counted in UTF-16 code units from its beginning. */
export type Offset = number;

/** A half-open stretch of text, `start` included and `end` not, in UTF-16 code units unless a name says code points. */
export interface Span {
	readonly start: Offset;
	readonly end: Offset;
}

export function length(span: Span): number {
	return span.end - span.start;
}

/** Whether the letter at `offset` belongs to the span; the offset just behind it does not. */
export function contains(span: Span, offset: Offset): boolean {
	return span.start <= offset && offset < span.end;
}

/** Whether `outer` holds all of `inner`; equal spans cover each other. */
export function covers(outer: Span, inner: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}

export function equals(a: Span, b: Span): boolean {
	return a.start === b.start && a.end === b.end;
}

/** Orders by start, then the longer first, so that an outer span precedes what it holds. */
export function compareSpans(a: Span, b: Span): number {
	return a.start - b.start || b.end - a.end;
}

/** The smallest span around all of them; undefined for none. */
export function hull(spans: readonly Span[]): Span | undefined {
	if (spans.length === 0) {
		return undefined;
	}
	let start = Number.POSITIVE_INFINITY;
	let end = 0;
	for (const span of spans) {
		start = Math.min(start, span.start);
		end = Math.max(end, span.end);
	}
	return { start, end };
}

/** Intersection over union of two sets of spans, in code units; 0 where both are empty. Spans within a set must not overlap. */
export function iou(a: readonly Span[], b: readonly Span[]): number {
	let shared = 0;
	for (const x of a) {
		for (const y of b) {
			shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
		}
	}
	const union = total(a) + total(b) - shared;
	return union > 0 ? shared / union : 0;
}

function total(spans: readonly Span[]): number {
	return spans.reduce((sum, span) => sum + length(span), 0);
}
