import file from '../../lexicon/entities/model.tsv';
import { readModel } from './modelFile.ts';
import type { SequenceModel } from './sequenceModel.ts';
import { type Tagger, taggerOf } from './tagText.ts';

/** A model, and a tagger that remembers words for it. */
export interface LoadedModel {
	readonly model: SequenceModel;
	readonly tagger: Tagger;
}

let loaded: LoadedModel | undefined;

/** The model that ships, read on first use; undefined when its file is damaged. */
export function defaultModel(): LoadedModel | undefined {
	if (loaded === undefined) {
		const model = readModel(file);
		// Names less sure than even are wanted: recall is what the model lacks (docs/names.md).
		loaded = typeof model === 'string' ? undefined : { model, tagger: taggerOf(model, { favour }) };
	}
	return loaded;
}

/** In nats; chosen on blocks of ANERcorp's training part. */
export const favour = 0.75;
