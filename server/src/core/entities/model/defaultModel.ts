import file from '../../lexicon/entities/model.tsv';
import { readModel } from './modelFile.ts';
import type { SequenceModel } from './sequenceModel.ts';
import { type Tagger, taggerOf } from './tagText.ts';

/** A model, and its tagger. */
export interface LoadedModel {
	readonly model: SequenceModel;
	readonly tagger: Tagger;
	/** A team's own: what it finds stands beside the rules, with labels of its own around their names. */
	readonly own?: true;
}

let loaded: LoadedModel | undefined;

/** The model that ships, read on first use; undefined when its file is damaged. */
export function defaultModel(): LoadedModel | undefined {
	if (loaded === undefined) {
		const model = readModel(file);
		loaded = typeof model === 'string' ? undefined : loadedModel(model);
	}
	return loaded;
}

/** A model, ready to tag. */
export function loadedModel(model: SequenceModel): LoadedModel {
	return { model, tagger: taggerOf(model, { favour }) };
}

/** Names less sure than even are wanted, as recall is what models lack. In nats; chosen on blocks of ANERcorp's training part. */
export const favour = 0.5;
