import { compare } from '../items.ts';
import { type LookedMark, lookKey } from './look.ts';

/** Deeper than this, marks of one look may run into one another. */
const mostLayers = 4;

/**
 * Puts marks of one look that overlap or touch on different layers, the outermost lowest. VS Code draws such marks of one
 * decoration as a single one: a place inside a place would not be seen.
 */
export function layered(marks: readonly LookedMark[]): readonly LookedMark[] {
	const ends = new Map<string, LookedMark['range']['end'][]>();
	return marks
		.toSorted((a, b) => compare(a.range.start, b.range.start) || compare(b.range.end, a.range.end))
		.map(mark => {
			const key = lookKey(mark.look);
			const taken = ends.get(key) ?? [];
			ends.set(key, taken);
			const free = taken.findIndex(end => compare(end, mark.range.start) < 0);
			const layer = Math.min(free < 0 ? taken.length : free, mostLayers - 1);
			taken[layer] = mark.range.end;
			return layer === 0 ? mark : { ...mark, look: { ...mark.look, layer } };
		});
}
