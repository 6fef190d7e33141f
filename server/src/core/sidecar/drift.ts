import { partitionPoint } from '../sorted.ts';
import type { Offset } from '../span.ts';

/** A place that is known for sure in the old and in the new text. */
export interface Fixpoint {
	readonly old: Offset;
	readonly now: Offset;
}

/** Where an old offset is to be expected: as far from the fixpoint before it as it was, and from the one behind it. */
export type Expectation = (old: Offset) => readonly [fromBefore: Offset, fromBehind: Offset];

/** What fixpoints tell about the places between them. Those that contradict the order of most others are left out. */
export function expectation(fixpoints: readonly Fixpoint[]): Expectation {
	const line = longestRising([...fixpoints].sort((a, b) => a.old - b.old || a.now - b.now));
	return old => {
		const low = partitionPoint(line.length, middle => (line[middle]?.old ?? 0) <= old);
		const before = line[low - 1] ?? line[0];
		const behind = line[low] ?? before;
		return [old + shift(before), old + shift(behind)];
	};
}

/** Between which fixpoints, in the order of most, an old offset lies; itself where it is one. */
export function neighbours(
	fixpoints: readonly Fixpoint[],
): (old: Offset) => { readonly before: Fixpoint | undefined; readonly behind: Fixpoint | undefined } {
	const line = longestRising([...fixpoints].sort((a, b) => a.old - b.old || a.now - b.now));
	return old => ({
		before: line[partitionPoint(line.length, index => (line[index]?.old ?? 0) < old) - 1],
		behind: line[partitionPoint(line.length, index => (line[index]?.old ?? 0) <= old)],
	});
}

function shift(point: Fixpoint | undefined): number {
	return point === undefined ? 0 : point.now - point.old;
}

/** The longest subsequence with rising `now` (patience sorting, M. L. Fredman 1975). */
function longestRising(points: readonly Fixpoint[]): readonly Fixpoint[] {
	const ends: number[] = [];
	const previous: number[] = [];
	for (const [index, point] of points.entries()) {
		const low = partitionPoint(ends.length, middle => (points[ends[middle] ?? 0]?.now ?? 0) < point.now);
		previous.push(low > 0 ? (ends[low - 1] ?? -1) : -1);
		ends[low] = index;
	}
	const line: Fixpoint[] = [];
	for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
		const point = points[index];
		if (point !== undefined) {
			line.push(point);
		}
	}
	return line.reverse();
}
