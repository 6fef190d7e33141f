import { type Reading, readings } from '../clitics.ts';
import { type FeatureIndex, indexFeatures, rowOf } from './featureIndex.ts';
import { hashOf } from './hash.ts';

/** What a large news corpus, and lists of names, tell of a word, in small numbers. */
export interface WordFacts {
	/** Number of its cluster, fine (0 to 1023) and coarse (0 to 127); -1 where unknown. */
	readonly fine: number;
	readonly coarse: number;
	/** How often it was part of a name of a person, place, body: 0 hardly ever to 11 nearly always, see `rateStep`. */
	readonly rates: Rates;
	/** How often words between the neighbours it has are part of such names, itself not counted: what its places say of it. */
	readonly places: Rates;
	/** How often it was seen: 0 not enough, 1 seldom to 5 very often. */
	readonly frequency: number;
	/** How often lists of people have it as part of a name: 0 never to 3 very often. */
	readonly listed: number;
}

/** Of a person, a place, a body. */
export type Rates = readonly [number, number, number];

const steps = [0.003, 0.01, 0.025, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.92];

/** A share as a step from 0 to 11. */
export function rateStep(share: number): number {
	return steps.filter(step => share >= step).length;
}

export const noFacts: WordFacts = {
	fine: -1,
	coarse: -1,
	rates: [0, 0, 0],
	places: [0, 0, 0],
	frequency: 0,
	listed: 0,
};

/** Facts by word, packed: only hashes of words are kept. */
export interface WordTable {
	readonly index: FeatureIndex;
	/** By row, in the order of the hashes. */
	readonly hashes: Uint32Array;
	/** -1 where unknown. */
	readonly fine: Int16Array;
	/** Rates in four bits each, then places so, then frequency in three, then listed in two. */
	readonly rest: Uint32Array;
	/** Coarse cluster of each fine one. */
	readonly coarse: Uint8Array;
}

export function wordHash(key: string): number {
	return hashOf(key, 77);
}

/** Facts on a word as it stands, else without its clitics; `noFacts` where neither was seen. */
export function factsOf(table: WordTable, key: string): WordFacts {
	return factsOfReadings(table, readings(key));
}

/** As `factsOf`, for a word whose readings are known. */
export function factsOfReadings(table: WordTable, ways: readonly Reading[]): WordFacts {
	for (const reading of ways) {
		const row = rowOf(table.index, wordHash(reading.key));
		if (row >= 0) {
			return factsOfRow(table, row);
		}
	}
	return noFacts;
}

/** Facts of a row of the table. */
export function factsOfRow(table: WordTable, row: number): WordFacts {
	const fine = table.fine[row] as number;
	const rest = table.rest[row] as number;
	return {
		fine,
		coarse: fine < 0 ? -1 : (table.coarse[fine] ?? -1),
		rates: [rest & 15, (rest >> 4) & 15, (rest >> 8) & 15],
		places: [(rest >> 12) & 15, (rest >> 16) & 15, (rest >> 20) & 15],
		frequency: (rest >> 24) & 7,
		listed: (rest >> 27) & 3,
	};
}

/** A table of facts by match key. */
export function packWords(facts: ReadonlyMap<string, WordFacts>): WordTable {
	const rows = [...facts]
		.map(([key, fact]) => ({ hash: wordHash(key), fact }))
		.sort((a, b) => a.hash - b.hash)
		.filter((row, at, all) => row.hash !== all[at - 1]?.hash);
	const coarse = new Uint8Array(1024);
	for (const { fact } of rows) {
		if (fact.fine >= 0) {
			coarse[fact.fine] = fact.coarse;
		}
	}
	return wordTableOf(
		Uint32Array.from(rows, row => row.hash),
		Int16Array.from(rows, row => row.fact.fine),
		Uint32Array.from(rows, ({ fact }) => packedRest(fact)),
		coarse,
	);
}

function packedRest({ rates, places, frequency, listed }: WordFacts): number {
	const nibbles = [...rates, ...places].reduce((sum, rate, at) => sum | (rate << (4 * at)), 0);
	return nibbles | (frequency << 24) | (listed << 27);
}

/** Columns, sorted by hash, to a table. */
export function wordTableOf(hashes: Uint32Array, fine: Int16Array, rest: Uint32Array, coarse: Uint8Array): WordTable {
	return { index: indexFeatures(hashes), hashes, fine, rest, coarse };
}
