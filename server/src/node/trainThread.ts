import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Layer } from '../core/corpus/paths.ts';
import { rootedFiles } from '../core/corpus/rootedFiles.ts';
import { defaultModel } from '../core/entities/model/defaultModel.ts';
import { doneArticles } from '../core/training/doneArticles.ts';
import { type CorpusModel, type NothingToLearn, trainingOnCorpus } from '../core/training/trainingOnCorpus.ts';
import { decodeBytes } from '../decodeBytes.ts';
import { nodeFiles } from './nodeFiles.ts';

/** As `isnad train` does, unless told otherwise. */
const options = { epochs: 6, folds: 5, seed: 1 } as const;

/**
 * Trains on a corpus in a thread of its own, which reads the articles too. `program` is the file that the thread runs; it calls
 * `serveTraining`. Resolves with undefined once it was stopped, and rejects where the thread fails.
 */
export function trainThread(
	program: string,
	root: string,
	layers: readonly Layer[],
	progress: (percent: number) => void,
): { readonly result: Promise<CorpusModel | NothingToLearn | undefined>; stop(): void } {
	const data: TrainThreadData = { isnad: 'train', root, layers };
	const worker = new Worker(program, { workerData: data });
	const result = new Promise<CorpusModel | NothingToLearn | undefined>((resolve, reject) => {
		worker.on('message', (message: Message) => {
			if ('percent' in message) progress(message.percent);
			else if ('error' in message) reject(new Error(message.error));
			else resolve(message.result);
		});
		worker.on('error', reject);
		worker.on('exit', () => resolve(undefined));
	});
	return { result, stop: () => void worker.terminate() };
}

type Message =
	| { readonly percent: number }
	| { readonly error: string }
	| { readonly result: CorpusModel | NothingToLearn };

interface TrainThreadData {
	readonly isnad: 'train';
	readonly root: string;
	readonly layers: readonly Layer[];
}

/** Whether this thread was started by `trainThread`. */
export function isTrainThread(): boolean {
	return typeof workerData === 'object' && workerData !== null && workerData.isnad === 'train';
}

/** Trains, tells how far it is, answers once, and ends. */
export function serveTraining(): void {
	const tell = (message: Message) => parentPort?.postMessage(message);
	train(percent => tell({ percent })).then(
		result => tell({ result }),
		error => tell({ error: String(error) }),
	);
}

async function train(progress: (percent: number) => void): Promise<CorpusModel | NothingToLearn> {
	const { root, layers } = workerData as TrainThreadData;
	const shipped = defaultModel();
	if (shipped === undefined) {
		throw new Error('The model that ships with Isnad is damaged');
	}
	const articles = await doneArticles({ files: rootedFiles(nodeFiles, root), decode: decodeBytes, root, layers });
	const steps = trainingOnCorpus(articles, { shipped, ...options });
	let told = -1;
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		if (step.value > told) progress(step.value);
		told = Math.max(told, step.value);
	}
}
