import { rowOf } from './featureIndex.ts';
import { hashFrom, hashOf, hashOfPart } from './hash.ts';
import { reach } from './observe.ts';
import type { SequenceModel } from './sequenceModel.ts';
import type { FeatureSink } from './wordFeatures.ts';

/** Sums the weights of a word's features for the tokens around it. */
export interface FeatureSums extends FeatureSink {
	/** The sums since they were last taken, by distance of the word from the token (-2 to 2), then tag. */
	take(): Int32Array;
}

/** For a model: one word after another. Weights of what words share are remembered, side by side for all distances. */
export function featureSums(model: SequenceModel): FeatureSums {
	const known = sums.get(model);
	if (known !== undefined) {
		return known;
	}
	const fresh = sumsOf(model);
	sums.set(model, fresh);
	return fresh;
}

const sums = new WeakMap<SequenceModel, FeatureSums>();

function sumsOf(model: SequenceModel): FeatureSums {
	const many = model.tags.length;
	const width = (reach * 2 + 1) * many;
	const total = new Int32Array(width);
	const traits = new Map<number, Int32Array>();
	const remembered = lettersOf(model, width);
	return {
		letters: (prefix, word, start, end, to) => {
			const hash = hashOfPart(prefix, word, start, end);
			// Longer features are a word's own, mostly, and those of its own token alone are read as fast as remembered.
			if (to > 0 && prefix.length + end - start <= longest) {
				addReaching(total, remembered.weights, remembered.place(hash) * width, many, to);
			} else {
				addFeature(model, total, 0, hash, to);
			}
		},
		shared: (trait, value, to) => {
			const number = value * 16 + trait.number;
			let weights = traits.get(number);
			if (weights === undefined) {
				weights = new Int32Array(width);
				for (const feature of trait.features(value)) {
					addFeature(model, weights, 0, hashOf(feature), to);
				}
				traits.set(number, weights);
			}
			addReaching(total, weights, 0, many, to);
		},
		take: () => {
			const taken = total.slice();
			total.fill(0);
			return taken;
		},
	};
}

const longest = 4;

/** So many features of letters are remembered, then all are forgotten: letter groups of the news are fewer. */
const capacity = 1 << 14;
const mask = capacity * 2 - 1;

/** Weights by hash of a feature, in open addressing; `place` is where they begin, in rows. */
function lettersOf(model: SequenceModel, width: number) {
	const weights = new Int32Array(capacity * width);
	const hashes = new Int32Array(mask + 1);
	const places = new Uint16Array(mask + 1);
	let count = 0;
	const place = (hash: number): number => {
		let slot = hash & mask;
		for (let number = places[slot] as number; number !== 0; number = places[slot] as number) {
			if (hashes[slot] === (hash | 0)) {
				return number - 1;
			}
			slot = (slot + 1) & mask;
		}
		if (count === capacity) {
			places.fill(0);
			count = 0;
			slot = hash & mask;
		}
		weights.fill(0, count * width, (count + 1) * width);
		addFeature(model, weights, count * width, hash, reach);
		hashes[slot] = hash;
		count += 1;
		places[slot] = count;
		return count - 1;
	};
	return { weights, place };
}

/** Adds rows for the tokens up to `to` away. */
function addReaching(total: Int32Array, weights: Int32Array, at: number, many: number, to: number): void {
	for (let i = (reach - to) * many; i < (reach + to + 1) * many; i++) {
		total[i] = (total[i] as number) + (weights[at + i] as number);
	}
}

/** Adds the weights of one feature for the tokens up to `to` away. */
function addFeature(
	{ features, emission, tags }: SequenceModel,
	scores: Int32Array,
	at: number,
	hash: number,
	to: number,
): void {
	const many = tags.length;
	for (let distance = -to; distance <= to; distance++) {
		const row = rowOf(features, hashFrom(hash, distance)) * many;
		const begin = at + (distance + reach) * many;
		for (let y = 0; row >= 0 && y < many; y++) {
			scores[begin + y] = (scores[begin + y] as number) + (emission[row + y] as number);
		}
	}
}
