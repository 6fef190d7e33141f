import type { Range } from '../../../server/src/protocol/types.ts';

/** Lines of a window on the text, both inclusive. */
export interface Lines {
	readonly first: number;
	readonly last: number;
}

/** The `limit` marks nearest to the visible lines, in their order; all of them where there are fewer. */
export function nearest<T extends { readonly range: Range }>(
	marks: readonly T[],
	visible: readonly Lines[],
	limit: number,
): readonly T[] {
	if (marks.length <= limit) return marks;
	return marks
		.map((mark, index) => ({ mark, index, away: away(mark.range, visible) }))
		.sort((a, b) => a.away - b.away || a.index - b.index)
		.slice(0, limit)
		.sort((a, b) => a.index - b.index)
		.map(({ mark }) => mark);
}

function away({ start, end }: Range, visible: readonly Lines[]): number {
	return visible.reduce(
		(least, { first, last }) => Math.min(least, Math.max(0, first - end.line, start.line - last)),
		Number.POSITIVE_INFINITY,
	);
}
