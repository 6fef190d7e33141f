import type { Token } from '../../text/tokens.ts';
import { featureSums } from './featureSums.ts';
import { hashOf } from './hash.ts';
import { outside, reach } from './observe.ts';
import type { SequenceModel } from './sequenceModel.ts';
import { type PairFacts, type WordFeatures, wordFeatures } from './wordFeatures.ts';

/** What a word adds to the scores of the tokens around it, summed once for each word. */
export interface WordEntry {
	readonly facts: PairFacts;
	/** By distance of the word from the token (-2 to 2, so reach * 2 + 1 rows), then tag. */
	readonly scores: Int32Array;
}

/** What a form keeps: an entry of the model that asked last, and of the one before it, as a model of one's own stands beside the default. */
interface Kept {
	readonly model: SequenceModel;
	readonly kind: Token['kind'];
	readonly entry: WordEntry;
	readonly before?: Kept;
}

/** What a word adds for a model. Kept with the word's form. */
export function wordEntry(model: SequenceModel, { kind, key, form }: Token): WordEntry {
	const kept = form.model as Kept | undefined;
	if (kept !== undefined && kept.model === model && kept.kind === kind) {
		return kept.entry;
	}
	const before = kept?.before;
	if (before !== undefined && before.model === model && before.kind === kind) {
		return before.entry;
	}
	const entry = entryOf(model, wordFeatures({ kind, key }, model.words));
	const last = kept === undefined ? {} : { before: { model: kept.model, kind: kept.kind, entry: kept.entry } };
	form.model = { model, kind, entry, ...last } satisfies Kept;
	return entry;
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
	const scores = new Int32Array((reach * 2 + 1) * model.tags.length);
	const add = featureSums(model);
	const { own, near, far } = features;
	let nearer = 0;
	let farther = 0;
	// Lists for a token farther off are parts of those for a nearer one, in the same order; what is not is added below.
	for (const feature of own) {
		const away = near[nearer] !== feature ? 0 : far[farther] !== feature ? 1 : 2;
		nearer += away > 0 ? 1 : 0;
		farther += away > 1 ? 1 : 0;
		add(scores, feature, 0, away);
	}
	for (; nearer < near.length; nearer++) {
		add(scores, near[nearer] ?? '', 1, 1);
	}
	for (; farther < far.length; farther++) {
		add(scores, far[farther] ?? '', 2, 2);
	}
	const { cluster, kind, trigger, listed } = features;
	return { facts: { cluster, kind, trigger, listed }, scores };
}
