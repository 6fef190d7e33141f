import type { CancellationToken } from 'vscode-languageserver';
import { type Layer, uriOf } from '../../core/corpus/paths.ts';
import { say } from '../../core/messages/say.ts';
import type { ExactNames } from '../../core/training/exactNames.ts';
import { type CorpusModel, fewest, type NothingToLearn } from '../../core/training/trainingOnCorpus.ts';
import { type NameScores, type TrainParams, type TrainResult, trainNotification } from '../../protocol/training.ts';
import type { World } from '../world.ts';

/** Starts to train on a corpus in a thread of its own; undefined where the host cannot reach its files or has no threads. */
export type StartTraining = (
	root: string,
	layers: readonly Layer[],
	progress: (percent: number) => void,
) => Training | undefined;

interface Training {
	/** Undefined once it was stopped. */
	readonly result: Promise<CorpusModel | NothingToLearn | undefined>;
	stop(): void;
}

/** Where the model of a corpus is written. */
const modelPath = 'annotations/model.tsv';

/** Trains, writes the model, and says what it is worth. Nothing is written where there is too little to learn from, or it was cancelled. */
export async function handleTrain(world: World, { uri }: TrainParams, token: CancellationToken): Promise<TrainResult> {
	const { language, layer } = world.settings;
	const corpus = await world.corpora.find(uri);
	if (corpus === undefined) {
		return null;
	}
	if (corpus.above) {
		return { state: 'refused', reason: say(language, 'read-only-above') };
	}
	const training = world.train(corpus.root, ['gold', layer, 'common'], percent => {
		void world.connection.sendNotification(trainNotification, { uri, percent });
	});
	if (training === undefined) {
		return { state: 'refused', reason: say(language, 'train-needs-desktop') };
	}
	token.onCancellationRequested(() => training.stop());
	const model = await training.result;
	if (model === undefined || token.isCancellationRequested) {
		return null;
	}
	if ('why' in model) {
		const reason =
			model.why === 'few'
				? say(language, 'train-too-few', { least: fewest, done: model.done })
				: say(language, 'train-nameless', { done: model.done });
		return { state: 'refused', reason };
	}
	const place = uriOf(corpus.root, modelPath);
	await corpus.files.write(place, new TextEncoder().encode(model.file));
	if (world.models.touched([place])) {
		await Promise.all(world.articles.all().map(article => article.remodel()));
	}
	const { taught, names, heldOut } = model;
	const [shipped, own] = [scoresOf(model.shipped), scoresOf(model.own)];
	const labels = model.labels.join(say(language, 'list-separator'));
	return {
		state: 'trained',
		model: modelPath,
		summary: say(language, 'train-summary', { file: modelPath, taught, names, labels }),
		comparison: [
			say(language, 'train-apart', { heldOut, wanted: model.own.wanted }),
			say(language, 'train-shipped', percents(shipped)),
			say(language, 'train-own', percents(own)),
		].join('\n'),
		shipped,
		own,
	};
}

function scoresOf({ wanted, suggested, right }: ExactNames): NameScores {
	const share = (part: number, of: number): number => (of === 0 ? 0 : Math.round((1000 * part) / of));
	return { precision: share(right, suggested), recall: share(right, wanted), f1: share(2 * right, wanted + suggested) };
}

function percents({ precision, recall, f1 }: NameScores): Readonly<Record<keyof NameScores, string>> {
	const percent = (thousandths: number): string => (thousandths / 10).toFixed(1);
	return { precision: percent(precision), recall: percent(recall), f1: percent(f1) };
}
