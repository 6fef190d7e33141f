/** A telling by its place: of which statement, and which of its tellings. */
export interface Place {
	readonly group: number;
	readonly telling: number;
}

/**
 * Where a key leads from a telling, given how many tellings each statement has; undefined where it leads nowhere. `forward` is the
 * key in the direction of reading.
 */
export function moved(counts: readonly number[], { group, telling }: Place, key: string): Place | undefined {
	const at = (to: number): Place | undefined => {
		const count = counts[to];
		return count === undefined ? undefined : { group: to, telling: Math.min(telling, count - 1) };
	};
	const beside = (to: number): Place | undefined =>
		to >= 0 && to < (counts[group] ?? 0) ? { group, telling: to } : undefined;
	switch (key) {
		case 'down':
			return at(group + 1);
		case 'up':
			return at(group - 1);
		case 'forward':
			return beside(telling + 1);
		case 'back':
			return beside(telling - 1);
		case 'first':
			return at(0);
		case 'last':
			return at(counts.length - 1);
		default:
			return undefined;
	}
}
