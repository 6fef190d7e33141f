import type { Elsewhere } from '../entities/model/elsewhere.ts';
import { stateHashes } from '../entities/model/elsewhere.ts';
import { hashFrom } from '../entities/model/hash.ts';
import { observePairs, outside, reach } from '../entities/model/observe.ts';
import { baseHashes } from '../entities/model/wordEntries.ts';
import { type WordFeatures, wordFeatures } from '../entities/model/wordFeatures.ts';
import type { WordTable } from '../entities/model/wordTable.ts';
import type { Token } from '../text/tokens.ts';
import type { Example } from './crf.ts';

/** A stretch of tokens with its tags, by number. */
export interface TaggedStretch {
	readonly tokens: readonly Token[];
	readonly tags: Uint8Array;
	/** What a model that has not seen these tags says of the words elsewhere in the text, with its tags here. */
	readonly elsewhere?: { readonly states: Elsewhere; readonly tags: Uint8Array };
}

/** Examples of stretches, and the hash of each feature. Features on fewer than `minimum` tokens are left out. */
export interface ExampleSet {
	readonly examples: readonly Example[];
	readonly hashes: Uint32Array;
}

/** What there is to learn from stretches: one table of words for all, or one for each. */
export function examplesOf(
	stretches: readonly TaggedStretch[],
	table: WordTable | readonly WordTable[],
	minimum: number,
): ExampleSet {
	const numbers = new Map<number, number>();
	const counts: number[] = [];
	const number = (hash: number): number => {
		let known = numbers.get(hash);
		if (known === undefined) {
			known = numbers.size;
			numbers.set(hash, known);
			counts.push(0);
		}
		return known;
	};
	const caches = new Map<WordTable, Map<string, { features: WordFeatures; numbers: number[][] }>>();
	const word = (token: Token, words: WordTable) => {
		let cache = caches.get(words);
		if (cache === undefined) {
			cache = new Map();
			caches.set(words, cache);
		}
		const name = token.kind + token.key;
		let known = cache.get(name);
		if (known === undefined) {
			const features = wordFeatures(token, words);
			known = { features, numbers: numbersOf(features, number) };
			cache.set(name, known);
		}
		return known;
	};
	const edge = numbersOf(outside, number);
	const raw = stretches.map((stretch, index) => {
		const words = Array.isArray(table) ? (table[index] as WordTable) : (table as WordTable);
		const entries = stretch.tokens.map(token => word(token, words));
		const lists: number[][] = stretch.tokens.map(() => []);
		for (const [i, list] of lists.entries()) {
			for (let distance = -reach; distance <= reach; distance++) {
				list.push(...((entries[i + distance]?.numbers ?? edge)[distance + reach] ?? []));
			}
			const token = stretch.tokens[i];
			if (stretch.elsewhere !== undefined && token?.kind === 'word') {
				const state = stretch.elsewhere.states.state(token.key, stretch.elsewhere.tags[i] as number);
				if (state > 0) {
					list.push(...stateHashes(state, entries[i]?.features.kind ?? 0).map(number));
				}
			}
		}
		observePairs(
			stretch.tokens,
			0,
			stretch.tokens.length,
			entries.map(entry => entry.features),
			(i, hash) => lists[i]?.push(number(hash)),
		);
		for (const list of lists) {
			for (const feature of list) {
				counts[feature] = (counts[feature] ?? 0) + 1;
			}
		}
		return lists;
	});
	const kept = new Int32Array(numbers.size).fill(-1);
	const hashes: number[] = [];
	for (const [hash, feature] of numbers) {
		if ((counts[feature] ?? 0) >= minimum) {
			kept[feature] = hashes.length;
			hashes.push(hash);
		}
	}
	const examples = raw.map((lists, index) => {
		const starts = new Int32Array(lists.length + 1);
		const features: number[] = [];
		for (const [i, list] of lists.entries()) {
			starts[i] = features.length;
			for (const feature of list) {
				if ((kept[feature] as number) >= 0) {
					features.push(kept[feature] as number);
				}
			}
		}
		starts[lists.length] = features.length;
		return { starts, features: Int32Array.from(features), tags: stretches[index]?.tags ?? new Uint8Array() };
	});
	return { examples, hashes: Uint32Array.from(hashes) };
}

function numbersOf(features: WordFeatures, number: (hash: number) => number): number[][] {
	const lists: number[][] = [];
	const hashes = baseHashes(features);
	for (let distance = -reach; distance <= reach; distance++) {
		lists.push((hashes[Math.abs(distance)] ?? []).map(hash => number(hashFrom(hash, distance))));
	}
	return lists;
}
