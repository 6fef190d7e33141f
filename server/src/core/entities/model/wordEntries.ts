import type { Token } from '../../text/tokens.ts';
import { rowOf } from './featureIndex.ts';
import { hashFrom, hashOf } from './hash.ts';
import { outside, reach } from './observe.ts';
import type { SequenceModel } from './sequenceModel.ts';
import { type WordFeatures, wordFeatures } from './wordFeatures.ts';

/** What a word adds to the scores of the tokens around it, summed once for each word. */
export interface WordEntry {
	readonly features: WordFeatures;
	/** By distance of the word from the token (-2 to 2, so reach * 2 + 1 rows), then tag. */
	readonly scores: Int32Array;
}

const capacity = 65536;

/** A lookup of words that remembers; one for each model. */
export function wordEntries(model: SequenceModel): (token: Pick<Token, 'kind' | 'key'>) => WordEntry {
	const known = new Map<string, WordEntry>();
	return token => {
		const name = token.kind === 'word' ? token.key : `${token.kind} ${token.key}`;
		const found = known.get(name);
		if (found !== undefined) {
			return found;
		}
		if (known.size >= capacity) {
			known.clear();
		}
		const fresh = entryOf(model, wordFeatures(token, model.words));
		known.set(name, fresh);
		return fresh;
	};
}

/** The entry of the boundary of a stretch. */
export function edgeEntry(model: SequenceModel): WordEntry {
	return entryOf(model, outside);
}

/** Hashes of a word's features by how far the token is from it: own, near, far, before distance is mixed in. */
export function baseHashes({ own, near, far }: WordFeatures): readonly (readonly number[])[] {
	return [own, near, far].map(list => list.map(feature => hashOf(feature)));
}

function entryOf(model: SequenceModel, features: WordFeatures): WordEntry {
	const many = model.tags.length;
	const scores = new Int32Array((reach * 2 + 1) * many);
	const hashes = baseHashes(features);
	for (let distance = -reach; distance <= reach; distance++) {
		const at = (distance + reach) * many;
		for (const hash of hashes[Math.abs(distance)] ?? []) {
			const row = rowOf(model.features, hashFrom(hash, distance)) * many;
			for (let y = 0; row >= 0 && y < many; y++) {
				scores[at + y] = (scores[at + y] as number) + (model.emission[row + y] as number);
			}
		}
	}
	return { features, scores };
}
