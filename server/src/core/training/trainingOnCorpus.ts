import { type LoadedModel, loadedModel } from '../entities/model/defaultModel.ts';
import { writeModel } from '../entities/model/modelFile.ts';
import type { DoneArticle } from './doneArticles.ts';
import { type ExactNames, exactNames } from './exactNames.ts';
import { learn } from './learn.ts';
import { learnedText } from './textTags.ts';

export interface CorpusTrainingOptions {
	readonly shipped: LoadedModel;
	/** How often the articles are gone through. */
	readonly epochs: number;
	/** Parts for the models that calibrate the scores. */
	readonly folds: number;
	readonly seed: number;
}

/** A model of a corpus, and how it does on articles that it has not seen. */
export interface CorpusModel {
	/** The file, as `writeModel` writes it. */
	readonly file: string;
	/** What was learned, the most frequent first. */
	readonly labels: readonly string[];
	/** Articles that were learned from, and names in them. */
	readonly taught: number;
	readonly names: number;
	/** Articles that were kept apart, and what is suggested in them: with the shipped model alone, and with the new one beside it. */
	readonly heldOut: number;
	readonly shipped: ExactNames;
	readonly own: ExactNames;
}

/** Why a corpus teaches nothing: too few articles are done, or there is no name in them. */
export type NothingToLearn = { readonly why: 'few' | 'nameless'; readonly done: number };

/** So many articles must be done, so that one can be kept apart. */
export const fewest = 5;

/** Dates are found by rules, which know more of them than a model learns. */
const byRules = 'DATE';
const mostLabels = 24;

/**
 * Trains on articles whose entities are done, in the order of their paths: every fifth is kept apart, and tells what the model is
 * worth. Yields hundredths of the work done, often. Same articles and options, same model.
 */
export function* trainingOnCorpus(
	articles: readonly DoneArticle[],
	{ shipped, ...options }: CorpusTrainingOptions,
): Generator<number, CorpusModel | NothingToLearn> {
	const done = articles.length;
	if (done < fewest) {
		return { why: 'few', done };
	}
	const seen = articles.filter((_, index) => index % fewest !== fewest - 1);
	const apart = articles.filter((_, index) => index % fewest === fewest - 1);
	const labels = labelsOf(seen);
	const texts = seen.map(({ text, records }) => learnedText(text, records, labels));
	const names = texts.flatMap(({ tags }) => tags).filter(tag => tag.startsWith('B-')).length;
	if (names === 0) {
		return { why: 'nameless', done };
	}
	const learning = learn(texts, {
		...options,
		labels,
		words: shipped.model.words,
		provenance: {
			name: 'A model of this corpus',
			licence: 'NOASSERTION',
			attribution: `${seen.length} articles of the corpus`,
		},
	});
	for (;;) {
		const step = learning.next();
		if (!step.done) {
			const { round, rounds, epoch, epochs } = step.value;
			yield Math.floor((95 * (round - 1 + epoch / epochs)) / rounds);
			continue;
		}
		const own: LoadedModel = { ...loadedModel(step.value), own: true };
		return {
			file: writeModel(step.value),
			labels,
			taught: seen.length,
			names,
			heldOut: apart.length,
			shipped: yield* counted(exactNames(apart, [shipped], labels), 95),
			own: yield* counted(exactNames(apart, [own, shipped], labels), 97),
		};
	}
}

/** Labels of the confirmed names, as models can have them. */
function labelsOf(articles: readonly DoneArticle[]): string[] {
	const counts = new Map<string, number>();
	for (const record of articles.flatMap(({ records }) => records)) {
		if (record.kind === 'entity' && record.state === 'confirmed' && record.label !== byRules) {
			counts.set(record.label, (counts.get(record.label) ?? 0) + 1);
		}
	}
	return [...counts]
		.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
		.slice(0, mostLabels)
		.map(([label]) => label);
}

function* counted<T>(steps: Generator<void, T>, percent: number): Generator<number, T> {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		yield percent;
	}
}
