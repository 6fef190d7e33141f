import { parentPort, workerData } from 'node:worker_threads';
import { type CorpusService, corpusService } from '../core/corpus/corpusService.ts';
import { type IndexMeans, type IndexResult, type IndexTask, indexBatch } from '../core/corpus/index/indexBatch.ts';
import type { Cancellation, StartThreads, WorkerPool } from '../core/ports.ts';
import { decodeBytes } from '../decodeBytes.ts';
import { indexCache } from './indexCache.ts';
import { nodeFiles } from './nodeFiles.ts';

export interface NodeCorpusOptions {
	/** Uri of the corpus' folder. */
	readonly root: string;
	/** Whose decisions, by the layer's name. */
	readonly layer: string;
	/** Threads that analyse; with 1 it is this one. They are started when there is something to do. */
	readonly jobs: number;
	readonly threads: StartThreads;
	/** Name of what analyses; without one, nothing is kept for the next run. */
	readonly engine: string | undefined;
}

/** A corpus on the disk. */
export function nodeCorpus({ root, layer, jobs, threads, engine }: NodeCorpusOptions): CorpusService {
	let pool: WorkerPool<IndexTask, IndexResult> | undefined;
	const work = (task: IndexTask): Promise<IndexResult> => {
		// A few are done sooner than a thread is ready.
		if (jobs === 1 || (pool === undefined && task.items.length <= few)) {
			return indexBatch(task, means, going);
		}
		const data: IndexWorkerData = { isnad: 'index' };
		pool ??= threads<IndexTask, IndexResult>(jobs, data);
		return pool.work(task);
	};
	const close = async (): Promise<void> => {
		const running = pool;
		pool = undefined;
		await running?.close();
	};
	const service = corpusService({
		root,
		layer,
		files: nodeFiles,
		decode: decodeBytes,
		encode: text => new TextEncoder().encode(text),
		work,
		ahead: jobs === 1 ? 1 : jobs * 2,
		...(engine === undefined ? {} : { cache: indexCache(root, layer) }),
		// Until the next time, their memory is free.
		rest: close,
		engine: engine ?? '',
	});
	return { ...service, close };
}

const few = 8;

const means: IndexMeans = {
	files: nodeFiles,
	decode: decodeBytes,
	scheduler: { now: () => performance.now(), breathe: () => new Promise(resolve => setImmediate(resolve)) },
};
const going: Cancellation = { isCancellationRequested: false };

interface IndexWorkerData {
	readonly isnad: 'index';
}

/** Whether this thread was started to index. */
export function isIndexWorker(): boolean {
	return typeof workerData === 'object' && workerData !== null && workerData.isnad === 'index';
}

/** Answers each batch with its result, one after another. */
export function serveIndexTasks(): void {
	let last: Promise<void> = Promise.resolve();
	parentPort?.on('message', (task: IndexTask) => {
		last = last.then(async () => {
			const result = await indexBatch(task, means, going);
			parentPort?.postMessage(result);
		});
	});
}
