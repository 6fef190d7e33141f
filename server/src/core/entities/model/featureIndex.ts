/** Rows by hash of a feature, in open addressing: fast, and small. */
export interface FeatureIndex {
	readonly hashes: Uint32Array;
	readonly rows: Int32Array;
	readonly mask: number;
	/** A bit for each hash (Bloom 1970): most of what is looked up is not there, and is told from a small table. */
	readonly filter: Uint32Array;
}

/** Rows are numbered in the order of the hashes. A hash given twice keeps its first row. */
export function indexFeatures(hashes: Uint32Array): FeatureIndex {
	let size = 16;
	while (size < hashes.length * 2) {
		size *= 2;
	}
	const index: FeatureIndex = {
		hashes: new Uint32Array(size),
		rows: new Int32Array(size).fill(-1),
		mask: size - 1,
		filter: new Uint32Array(Math.max(1, size / 8)),
	};
	for (let row = 0; row < hashes.length; row++) {
		const hash = hashes[row] as number;
		const bit = filterWord(hash, index.filter);
		index.filter[bit] = (index.filter[bit] as number) | (1 << (hash & 31));
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
export function rowOf({ hashes, rows, mask, filter }: FeatureIndex, hash: number): number {
	if ((((filter[filterWord(hash, filter)] as number) >>> (hash & 31)) & 1) === 0) {
		return -1;
	}
	let slot = hash & mask;
	for (;;) {
		const row = rows[slot] as number;
		if (row === -1 || hashes[slot] === hash) {
			return row;
		}
		slot = (slot + 1) & mask;
	}
}

function filterWord(hash: number, filter: Uint32Array): number {
	return (hash >>> 7) & (filter.length - 1);
}
