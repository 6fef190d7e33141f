import { readings } from '../clitics.ts';
import { hashOf } from './hash.ts';

/** What a large news corpus tells of a word, in small numbers. */
export interface WordFacts {
	/** Number of its cluster, fine and coarse; -1 where unknown. */
	readonly fine: number;
	readonly coarse: number;
	/** How often it was part of a name of a person, place, body: 0 hardly ever to 5 nearly always. */
	readonly rates: readonly number[];
	/** How often it was seen: 0 not enough, 1 seldom to 4 very often. */
	readonly frequency: number;
}

export const noFacts: WordFacts = { fine: -1, coarse: -1, rates: [0, 0, 0], frequency: 0 };

/** Facts by word, under the hash of its match key. */
export interface WordTable {
	/** By hash of the key (`wordHash`). */
	readonly facts: ReadonlyMap<number, WordFacts>;
}

export function wordHash(key: string): number {
	return hashOf(key, 77);
}

/** Facts on a word as it stands, else without its clitics; `noFacts` where neither was seen. */
export function factsOf(table: WordTable, key: string): WordFacts {
	for (const reading of readings(key)) {
		const facts = table.facts.get(wordHash(reading.key));
		if (facts !== undefined) {
			return facts;
		}
	}
	return noFacts;
}
