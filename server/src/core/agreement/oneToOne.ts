/** Takes pairs in their order and each of their two ends once: the best first, where they come sorted by how alike they are. */
export function oneToOne<P>(pairs: readonly P[], ends: (pair: P) => readonly [unknown, unknown]): readonly P[] {
	const taken = new Set<unknown>();
	return pairs.filter(pair => {
		const [a, b] = ends(pair);
		if (taken.has(a) || taken.has(b)) return false;
		taken.add(a).add(b);
		return true;
	});
}
