import type { Token } from '../../text/tokens.ts';
import { rowOf } from './featureIndex.ts';
import { hashFrom, hashOf } from './hash.ts';
import { outside, reach } from './observe.ts';
import type { SequenceModel } from './sequenceModel.ts';
import { type PairFacts, type WordFeatures, wordFeatures } from './wordFeatures.ts';

/** What a word adds to the scores of the tokens around it, summed once for each word. */
export interface WordEntry {
	readonly facts: PairFacts;
	/** By distance of the word from the token (-2 to 2, so reach * 2 + 1 rows), then tag. */
	readonly scores: Int32Array;
}

/** What a form keeps: an entry, of the model that asked last. */
interface Kept {
	readonly model: SequenceModel;
	readonly kind: Token['kind'];
	readonly entry: WordEntry;
}

/** What a word adds for a model. Kept with the word's form. */
export function wordEntry(model: SequenceModel, { kind, key, form }: Token): WordEntry {
	const kept = form.model as Kept | undefined;
	if (kept !== undefined && kept.model === model && kept.kind === kind) {
		return kept.entry;
	}
	const entry = entryOf(model, wordFeatures({ kind, key }, model.words));
	form.model = { model, kind, entry } satisfies Kept;
	return entry;
}

/** The entry of the boundary of a stretch. */
export function edgeEntry(model: SequenceModel): WordEntry {
	return entryOf(model, outside);
}

/** Hashes of a word's features by how far the token is from it: own, near, far, before distance is mixed in. */
export function baseHashes({ own, near, far }: WordFeatures): readonly (readonly number[])[] {
	const hashes = own.map(feature => hashOf(feature));
	return [hashes, hashesAmong(near, own, hashes), hashesAmong(far, own, hashes)];
}

/** Hashes of features that mostly stand in another list too, in the same order. */
function hashesAmong(list: readonly string[], others: readonly string[], known: readonly number[]): readonly number[] {
	let from = 0;
	return list.map(feature => {
		const at = others.indexOf(feature, from);
		from = at < 0 ? from : at + 1;
		return known[at] ?? hashOf(feature);
	});
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
	const { cluster, kind, trigger, listed } = features;
	return { facts: { cluster, kind, trigger, listed }, scores };
}
