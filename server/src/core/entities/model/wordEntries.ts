import type { Token } from '../../text/tokens.ts';
import { featureSums } from './featureSums.ts';
import { outside } from './observe.ts';
import type { SequenceModel } from './sequenceModel.ts';
import { edgeFeatures, type PairFacts, wordFeatures } from './wordFeatures.ts';

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
export function wordEntry(model: SequenceModel, token: Token): WordEntry {
	const { kind, form } = token;
	const kept = form.model as Kept | undefined;
	if (kept !== undefined && kept.model === model && kept.kind === kind) {
		return kept.entry;
	}
	const before = kept?.before;
	if (before !== undefined && before.model === model && before.kind === kind) {
		return before.entry;
	}
	const sums = featureSums(model);
	const facts = wordFeatures(token, model.words, sums);
	const entry = { facts, scores: sums.take() };
	const last = kept === undefined ? {} : { before: { model: kept.model, kind: kept.kind, entry: kept.entry } };
	form.model = { model, kind, entry, ...last } satisfies Kept;
	return entry;
}

/** The entry of the boundary of a stretch. */
export function edgeEntry(model: SequenceModel): WordEntry {
	const sums = featureSums(model);
	edgeFeatures(sums);
	return { facts: outside, scores: sums.take() };
}
