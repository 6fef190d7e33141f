import { rowOf } from './featureIndex.ts';
import { hashFrom, hashOf } from './hash.ts';
import { reach } from './observe.ts';
import type { SequenceModel } from './sequenceModel.ts';

/**
 * Adds the weights of a word's feature to the scores of the tokens that are `from` to `to` away from it, on both sides. Scores are by
 * distance of the word from the token (-2 to 2), then tag.
 */
export type AddFeature = (scores: Int32Array, feature: string, from: number, to: number) => void;

/** For a model. Weights are remembered by hash, side by side for all distances: words share most of their features. */
export function featureSums(model: SequenceModel): AddFeature {
	const known = adders.get(model);
	if (known !== undefined) {
		return known;
	}
	const fresh = adder(model);
	adders.set(model, fresh);
	return fresh;
}

const adders = new WeakMap<SequenceModel, AddFeature>();

/** So many features are remembered, then all are forgotten: letter groups, classes and facts are fewer. */
const capacity = 1 << 14;
const mask = capacity * 2 - 1;

/** Longer features are a word's own, mostly: they are not worth remembering. */
const longest = 4;

function adder(model: SequenceModel): AddFeature {
	const many = model.tags.length;
	const width = (reach * 2 + 1) * many;
	const weights = new Int16Array(capacity * width);
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
		readWeights(model, hash, weights.subarray(count * width, (count + 1) * width), 0, reach);
		hashes[slot] = hash;
		count += 1;
		places[slot] = count;
		return count - 1;
	};
	const own = new Int16Array(width);
	return (scores, feature, from, to) => {
		const hash = hashOf(feature);
		const shared = feature.length <= longest;
		const at = shared ? place(hash) * width : 0;
		if (!shared) {
			readWeights(model, hash, own, from, to);
		}
		const list = shared ? weights : own;
		for (let away = from; away <= to; away++) {
			addRow(scores, list, at, (reach - away) * many, many);
			if (away > 0) {
				addRow(scores, list, at, (reach + away) * many, many);
			}
		}
	};
}

function addRow(scores: Int32Array, weights: Int16Array, at: number, from: number, many: number): void {
	for (let i = from; i < from + many; i++) {
		scores[i] = (scores[i] as number) + (weights[at + i] as number);
	}
}

function readWeights(model: SequenceModel, hash: number, weights: Int16Array, from: number, to: number): void {
	const many = model.tags.length;
	weights.fill(0);
	for (let away = from; away <= to; away++) {
		for (const distance of away === 0 ? [0] : [-away, away]) {
			const row = rowOf(model.features, hashFrom(hash, distance)) * many;
			for (let y = 0; row >= 0 && y < many; y++) {
				weights[(distance + reach) * many + y] = model.emission[row + y] as number;
			}
		}
	}
}
