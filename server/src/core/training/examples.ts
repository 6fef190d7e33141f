import type { Elsewhere } from '../entities/model/elsewhere.ts';
import { stateHashes } from '../entities/model/elsewhere.ts';
import { hashFrom, hashOf } from '../entities/model/hash.ts';
import { observePairs, outside, reach } from '../entities/model/observe.ts';
import { edgeFeatures, type FeatureSink, type PairFacts, wordFeatures } from '../entities/model/wordFeatures.ts';
import type { WordTable } from '../entities/model/wordTable.ts';
import type { Token } from '../text/tokens.ts';
import type { Example } from './crf.ts';
import { type NumberList, numberList } from './numberList.ts';

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

/** Features not to learn from, for measuring what they are worth. */
export interface LeftOut {
	/** A feature of a word, as wordFeatures.ts writes it. */
	word(feature: string): boolean;
	/** A template of observe.ts. */
	pair(template: number): boolean;
}

const nothing: LeftOut = { word: () => false, pair: () => false };

/** What there is to learn from stretches. */
export function examplesOf(
	stretches: readonly TaggedStretch[],
	table: WordTable,
	minimum: number,
	leftOut: LeftOut = nothing,
): ExampleSet {
	const { number, hashes: all } = numbering();
	const words = wordNumbers(table, number, leftOut);
	const lists = numberList();
	const counts = numberList();
	const raw = stretches.map(stretch => listFeatures(stretch, words, number, lists, leftOut));
	const seen = new Uint32Array(all.length);
	for (const feature of lists.view(0, lists.length)) {
		seen[feature] = (seen[feature] as number) + 1;
	}
	const kept = new Int32Array(all.length).fill(-1);
	for (let feature = 0; feature < all.length; feature++) {
		if ((seen[feature] as number) >= minimum) {
			kept[feature] = counts.length;
			counts.push(feature);
		}
	}
	const hashes = Uint32Array.from(counts.view(0, counts.length), feature => all[feature] as number);
	return { examples: raw.map((ends, at) => exampleOf(ends, lists, kept, stretches[at]?.tags)), hashes };
}

function numbering() {
	const numbers = new Map<number, number>();
	const hashes: number[] = [];
	const number = (hash: number): number => {
		let known = numbers.get(hash);
		if (known === undefined) {
			known = hashes.length;
			numbers.set(hash, known);
			hashes.push(hash);
		}
		return known;
	};
	return { number, hashes };
}

interface WordNumbers {
	readonly facts: PairFacts;
	/** By distance of the word from the token. */
	readonly numbers: readonly (readonly number[])[];
}

/** Numbers of a word's features, worked out once for each word; of the boundary for no token. */
function wordNumbers(table: WordTable, number: (hash: number) => number, leftOut: LeftOut) {
	const known = new Map<string, WordNumbers>();
	const edge = numbersOf(
		sink => {
			edgeFeatures(sink);
			return outside;
		},
		number,
		nothing,
	);
	return (token: Token | undefined): WordNumbers => {
		if (token === undefined) {
			return edge;
		}
		const name = token.kind + token.key;
		let found = known.get(name);
		if (found === undefined) {
			found = numbersOf(sink => wordFeatures(token, table, sink), number, leftOut);
			known.set(name, found);
		}
		return found;
	};
}

function numbersOf(
	write: (sink: FeatureSink) => PairFacts,
	number: (hash: number) => number,
	leftOut: LeftOut,
): WordNumbers {
	const features: { readonly hash: number; readonly to: number }[] = [];
	const add = (name: string, to: number) => {
		if (!leftOut.word(name)) {
			features.push({ hash: hashOf(name), to });
		}
	};
	const facts = write({
		letters: (prefix, word, start, end, to) => add(prefix + word.slice(start, end), to),
		shared: (trait, value, to) => {
			for (const feature of trait.features(value)) {
				add(feature, to);
			}
		},
	});
	const numbers: number[][] = [];
	for (let distance = -reach; distance <= reach; distance++) {
		const reaching = features.filter(({ to }) => to >= Math.abs(distance));
		numbers.push(reaching.map(({ hash }) => number(hashFrom(hash, distance))));
	}
	return { facts, numbers };
}

/** Appends the features of each token; answers where each token's begin, and where the last one's end. */
function listFeatures(
	{ tokens, elsewhere }: TaggedStretch,
	words: (token: Token | undefined) => WordNumbers,
	number: (hash: number) => number,
	lists: NumberList,
	leftOut: LeftOut,
): Float64Array {
	const entries = tokens.map(words);
	const pairs: number[][] = tokens.map(() => []);
	observePairs(
		tokens,
		0,
		tokens.length,
		entries.map(entry => entry.facts),
		(i, hash, template) => {
			if (!leftOut.pair(template)) {
				pairs[i]?.push(hash);
			}
		},
	);
	const starts = new Float64Array(tokens.length + 1);
	for (const [i, token] of tokens.entries()) {
		starts[i] = lists.length;
		for (let distance = -reach; distance <= reach; distance++) {
			for (const feature of (entries[i + distance] ?? words(undefined)).numbers[distance + reach] ?? []) {
				lists.push(feature);
			}
		}
		for (const hash of pairs[i] ?? []) {
			lists.push(number(hash));
		}
		const state = token.kind === 'word' ? (elsewhere?.states.state(token.key, elsewhere.tags[i] as number) ?? 0) : 0;
		for (const hash of state === 0 ? [] : stateHashes(state, entries[i]?.facts.kind ?? 0)) {
			lists.push(number(hash));
		}
	}
	starts[tokens.length] = lists.length;
	return starts;
}

/** The features that are kept, under their new numbers. */
function exampleOf(
	ends: Float64Array,
	lists: NumberList,
	kept: Int32Array,
	tags: Uint8Array = new Uint8Array(),
): Example {
	const from = ends[0] as number;
	const all = lists.view(from, ends.at(-1) as number);
	const starts = new Int32Array(ends.length);
	const features = new Int32Array(all.length);
	let length = 0;
	for (let i = 0; i + 1 < ends.length; i++) {
		starts[i] = length;
		for (let k = (ends[i] as number) - from; k < (ends[i + 1] as number) - from; k++) {
			const feature = kept[all[k] as number] as number;
			if (feature >= 0) {
				features[length++] = feature;
			}
		}
	}
	starts[ends.length - 1] = length;
	return { starts, features: features.slice(0, length), tags };
}
