import { covers, length, overlaps, type Span } from '../span.ts';

/** A set of places in a text as spans in order that do not overlap: what several parts cover together. */
export type Cells = readonly Span[];

/** What the parts cover; empty and backward ones cover nothing. */
export function cover(parts: readonly Span[]): Cells {
	const sorted = parts.filter(part => length(part) > 0).sort((a, b) => a.start - b.start);
	const cells: Span[] = [];
	for (const part of sorted) {
		const last = cells.at(-1);
		if (last !== undefined && part.start <= last.end) {
			cells[cells.length - 1] = { start: last.start, end: Math.max(last.end, part.end) };
		} else {
			cells.push(part);
		}
	}
	return cells;
}

/** Whether the two share a place. */
export function meet(a: Cells, b: Cells): boolean {
	return a.some(x => b.some(y => overlaps(x, y)));
}

/** Whether `outer` holds all of `inner`; the empty set lies within any. */
export function within(inner: Cells, outer: Cells): boolean {
	return inner.every(x => outer.some(y => covers(y, x)));
}
