/** How many of so many sorted items fulfil a condition that holds for the first ones and then for none. Logarithmic. */
export function partitionPoint(length: number, holds: (index: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(middle)) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

/** How many of the rising numbers lie below a limit. */
export function countBelow(sorted: readonly number[], limit: number): number {
	return partitionPoint(sorted.length, index => (sorted[index] ?? 0) < limit);
}
