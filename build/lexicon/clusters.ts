/**
 * Derives word clusters from news: words that stand in like places share a cluster.
 *
 * Run by hand, where the data is: `node --import ./build/hooks.ts build/lexicon/clusters.ts ../shared/data OUT.tsv`. Counts come
 * from the ANT corpus v2.1 (Chouigui et al. 2017, 2021; words seen at least 10 times). No text enters the table, only words and the
 * number of their cluster. Method: positive pointwise mutual information of a word with its neighbours at -2, -1, 1, 2, reduced by
 * subspace iteration, then k-means; the fine clusters are clustered once more. Seeded: the same table every time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { tokenize } from '../../server/src/core/text/tokens.ts';

const data = process.argv[2] ?? '../shared/data';
const target = process.argv[3] ?? 'clusters.tsv';

const minimumCount = 10;
const neighbours = [2000, 2000, 600, 600] as const;
const offsets = [-1, 1, -2, 2] as const;
const rank = 80;
const fine = 1024;
const coarse = 128;

let state = 12345;

/** Numbers from -1 to 1 (xorshift). */
function random(): number {
	state ^= state << 13;
	state ^= state >>> 17;
	state ^= state << 5;
	return state / 0x80000000;
}

const log = (line: string) => process.stderr.write(`${line}\n`);

/** The corpus as word numbers, most frequent first; -1 for rarer words, breaks. */
function readCorpus() {
	const ids = new Map<string, number>();
	const counts: number[] = [];
	let stream = new Int32Array(1 << 24);
	let length = 0;
	for (const line of gunzipSync(readFileSync(`${data}/news/ant-2018.jsonl.gz`))
		.toString('utf8')
		.split('\n')) {
		if (line === '') {
			continue;
		}
		const article = JSON.parse(line) as { readonly title: string; readonly text: string };
		for (const token of tokenize(`${article.title}\n${article.text}\n`)) {
			const key = token.kind === 'number' ? '0' : token.key;
			let id = ids.get(key);
			if (id === undefined) {
				id = ids.size;
				ids.set(key, id);
				counts.push(0);
			}
			counts[id] = (counts[id] ?? 0) + 1;
			if (length === stream.length) {
				const larger = new Int32Array(stream.length * 2);
				larger.set(stream);
				stream = larger;
			}
			stream[length++] = id;
		}
	}
	const names = [...ids.keys()];
	const kept = names
		.map((_, id) => id)
		.filter(id => (counts[id] ?? 0) >= minimumCount)
		.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
	const place = new Int32Array(names.length).fill(-1);
	for (const [at, id] of kept.entries()) {
		place[id] = at;
	}
	return {
		words: kept.map(id => names[id] ?? ''),
		stream: stream.subarray(0, length).map(id => place[id] ?? -1),
	};
}

interface Matrix {
	readonly rows: number;
	readonly columns: number;
	readonly starts: Int32Array;
	readonly at: Int32Array;
	readonly values: Float32Array;
}

function associations(words: number, stream: Int32Array): Matrix {
	const columns = neighbours.reduce((a, b) => a + b, 0);
	const counts = new Map<number, number>();
	let first = 0;
	for (const [k, offset] of offsets.entries()) {
		const many = neighbours[k] ?? 0;
		for (let i = 2; i < stream.length - 2; i++) {
			const word = stream[i] ?? -1;
			const near = stream[i + offset] ?? -1;
			if (word >= 0 && near >= 0 && near < many) {
				const cell = word * columns + first + near;
				counts.set(cell, (counts.get(cell) ?? 0) + 1);
			}
		}
		first += many;
	}
	const cells = Float64Array.from(counts.keys()).sort();
	const rowSums = new Float64Array(words);
	const columnSums = new Float64Array(columns);
	let total = 0;
	for (const [cell, n] of counts) {
		const row = Math.floor(cell / columns);
		rowSums[row] = (rowSums[row] ?? 0) + n;
		columnSums[cell % columns] = (columnSums[cell % columns] ?? 0) + n;
		total += n;
	}
	const starts = new Int32Array(words + 1);
	const at = new Int32Array(cells.length);
	const values = new Float32Array(cells.length);
	let filled = 0;
	let row = 0;
	for (const cell of cells) {
		const r = Math.floor(cell / columns);
		while (row < r) {
			starts[++row] = filled;
		}
		const c = cell % columns;
		const n = counts.get(cell) ?? 0;
		// Smoothing of the context distribution (0.75) tames rare neighbours.
		const expected = ((rowSums[r] ?? 1) * ((columnSums[c] ?? 1) / total) ** 0.75 * 0.35) as number;
		const value = Math.log(n / expected);
		if (value > 0) {
			at[filled] = c;
			values[filled++] = value;
		}
	}
	while (row < words) {
		starts[++row] = filled;
	}
	return { rows: words, columns, starts, at: at.subarray(0, filled), values: values.subarray(0, filled) };
}

/** `rank` columns for each word: the matrix times an orthonormal basis of its strongest directions, damped by their strength. */
function reduce(matrix: Matrix): Float32Array {
	let basis = Float32Array.from({ length: matrix.columns * rank }, random);
	let image = new Float32Array();
	for (let iteration = 0; iteration < 5; iteration++) {
		orthonormalise(basis, matrix.columns);
		image = new Float32Array(matrix.rows * rank);
		const back = new Float32Array(matrix.columns * rank);
		for (let r = 0; r < matrix.rows; r++) {
			const row = image.subarray(r * rank, r * rank + rank);
			const end = matrix.starts[r + 1] ?? 0;
			for (let k = matrix.starts[r] ?? 0; k < end; k++) {
				const c = (matrix.at[k] ?? 0) * rank;
				const value = matrix.values[k] ?? 0;
				for (let d = 0; d < rank; d++) {
					row[d] = (row[d] as number) + value * (basis[c + d] as number);
				}
			}
			for (let k = matrix.starts[r] ?? 0; k < end; k++) {
				const c = (matrix.at[k] ?? 0) * rank;
				const value = matrix.values[k] ?? 0;
				for (let d = 0; d < rank; d++) {
					back[c + d] = (back[c + d] as number) + value * (row[d] as number);
				}
			}
		}
		basis = back;
		log(`direction ${iteration + 1} of 5`);
	}
	for (let d = 0; d < rank; d++) {
		let sum = 0;
		for (let r = 0; r < matrix.rows; r++) {
			sum += (image[r * rank + d] as number) ** 2;
		}
		const scale = 1 / Math.sqrt(Math.sqrt(sum) || 1);
		for (let r = 0; r < matrix.rows; r++) {
			image[r * rank + d] = (image[r * rank + d] as number) * scale;
		}
	}
	for (let r = 0; r < matrix.rows; r++) {
		normalise(image.subarray(r * rank, r * rank + rank));
	}
	return image;
}

/** Columns of a row-major matrix, by modified Gram-Schmidt. */
function orthonormalise(basis: Float32Array, rows: number): void {
	for (let d = 0; d < rank; d++) {
		for (let e = 0; e < d; e++) {
			let dot = 0;
			for (let r = 0; r < rows; r++) {
				dot += (basis[r * rank + d] as number) * (basis[r * rank + e] as number);
			}
			for (let r = 0; r < rows; r++) {
				basis[r * rank + d] = (basis[r * rank + d] as number) - dot * (basis[r * rank + e] as number);
			}
		}
		let sum = 0;
		for (let r = 0; r < rows; r++) {
			sum += (basis[r * rank + d] as number) ** 2;
		}
		const scale = 1 / Math.sqrt(sum || 1);
		for (let r = 0; r < rows; r++) {
			basis[r * rank + d] = (basis[r * rank + d] as number) * scale;
		}
	}
}

function normalise(vector: Float32Array): void {
	let sum = 0;
	for (const x of vector) {
		sum += x * x;
	}
	const scale = 1 / Math.sqrt(sum || 1);
	for (let d = 0; d < vector.length; d++) {
		vector[d] = (vector[d] as number) * scale;
	}
}

/** Spherical k-means; the centres are moved by the first `teachers` vectors only. */
function cluster(vectors: Float32Array, many: number, teachers: number, rounds: number) {
	const rows = vectors.length / rank;
	const centres = new Float32Array(many * rank);
	for (let c = 0; c < many; c++) {
		const pick = Math.floor((Math.abs(random()) * teachers) | 0);
		centres.set(vectors.subarray(pick * rank, pick * rank + rank), c * rank);
	}
	const member = new Int32Array(rows);
	for (let round = 0; round <= rounds; round++) {
		const upTo = round === rounds ? rows : teachers;
		for (let r = 0; r < upTo; r++) {
			let best = -2;
			const at = r * rank;
			for (let c = 0; c < many; c++) {
				let dot = 0;
				for (let d = 0, k = c * rank; d < rank; d++, k++) {
					dot += (vectors[at + d] as number) * (centres[k] as number);
				}
				if (dot > best) {
					best = dot;
					member[r] = c;
				}
			}
		}
		if (round === rounds) {
			break;
		}
		centres.fill(0);
		for (let r = 0; r < teachers; r++) {
			const c = (member[r] ?? 0) * rank;
			for (let d = 0; d < rank; d++) {
				centres[c + d] = (centres[c + d] as number) + (vectors[r * rank + d] as number);
			}
		}
		for (let c = 0; c < many; c++) {
			normalise(centres.subarray(c * rank, c * rank + rank));
		}
		log(`clusters, round ${round + 1} of ${rounds}`);
	}
	return { member, centres };
}

const { words, stream } = readCorpus();
log(`${stream.length} tokens, ${words.length} words`);
const matrix = associations(words.length, stream);
log(`${matrix.values.length} associations`);
const vectors = reduce(matrix);
const small = cluster(vectors, fine, Math.min(words.length, 20000), 6);
const large = cluster(small.centres, coarse, fine, 20);
const groups = new Map<string, string[]>();
for (const [at, word] of words.entries()) {
	const f = small.member[at] ?? 0;
	const key = `${large.member[f] ?? 0}\t${f}`;
	const group = groups.get(key);
	if (group === undefined) {
		groups.set(key, [word]);
	} else {
		group.push(word);
	}
}
const lines = [...groups].map(([key, members]) => `${key}\t${members.filter(word => word !== '\n').join(' ')}`).sort();
writeFileSync(target, `${lines.join('\n')}\n`);
