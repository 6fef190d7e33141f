/** Pairs of equal items of two sequences, rising in both: a longest common subsequence. Quadratic; sequences beyond 400 items are cut. */
export function align(a: ArrayLike<number>, b: ArrayLike<number>): readonly (readonly [number, number])[] {
	const rows = Math.min(a.length, longest);
	const columns = Math.min(b.length, longest);
	const lengths = new Uint16Array((rows + 1) * (columns + 1));
	const width = columns + 1;
	for (let i = rows - 1; i >= 0; i--) {
		for (let j = columns - 1; j >= 0; j--) {
			const at = i * width + j;
			lengths[at] =
				a[i] === b[j] ? (lengths[at + width + 1] ?? 0) + 1 : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
		}
	}
	const pairs: (readonly [number, number])[] = [];
	for (let i = 0, j = 0; i < rows && j < columns; ) {
		if (a[i] === b[j]) {
			pairs.push([i, j]);
			i += 1;
			j += 1;
		} else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
			i += 1;
		} else {
			j += 1;
		}
	}
	return pairs;
}

const longest = 400;
