/** Rows by hash of a feature, in open addressing: fast, and small. */
export interface FeatureIndex {
	readonly hashes: Uint32Array;
	readonly rows: Int32Array;
	readonly mask: number;
}

/** Rows are numbered in the order of the hashes. A hash given twice keeps its first row. */
export function indexFeatures(hashes: Uint32Array): FeatureIndex {
	let size = 16;
	while (size < hashes.length * 2) {
		size *= 2;
	}
	const index: FeatureIndex = { hashes: new Uint32Array(size), rows: new Int32Array(size).fill(-1), mask: size - 1 };
	for (let row = 0; row < hashes.length; row++) {
		const hash = hashes[row] as number;
		let slot = hash & index.mask;
		while (index.rows[slot] !== -1 && index.hashes[slot] !== hash) {
			slot = (slot + 1) & index.mask;
		}
		if (index.rows[slot] === -1) {
			index.hashes[slot] = hash;
			index.rows[slot] = row;
		}
	}
	return index;
}

/** The row of a feature, or -1. */
export function rowOf({ hashes, rows, mask }: FeatureIndex, hash: number): number {
	let slot = hash & mask;
	for (;;) {
		const row = rows[slot] as number;
		if (row === -1 || hashes[slot] === hash) {
			return row;
		}
		slot = (slot + 1) & mask;
	}
}
