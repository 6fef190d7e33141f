import { parentPort, workerData } from 'node:worker_threads';
import { type Batch, type SuggestOptions, suggestBatch } from './suggestBatch.ts';

/** What a thread of `isnad suggest --jobs` is started with. */
export interface SuggestWorkerData {
	readonly isnad: 'suggest';
	readonly options: SuggestOptions;
}

/** Whether this thread was started by `isnad suggest`. */
export function isSuggestWorker(): boolean {
	return typeof workerData === 'object' && workerData !== null && workerData.isnad === 'suggest';
}

/** Answers each batch with its result, one after another. */
export function serveBatches(): void {
	const { options } = workerData as SuggestWorkerData;
	let last: Promise<void> = Promise.resolve();
	parentPort?.on('message', (batch: Batch) => {
		last = last.then(async () => {
			const result = await suggestBatch(batch, options, { isCancellationRequested: false });
			const whole = result.output.buffer.byteLength === result.output.byteLength;
			parentPort?.postMessage(result, whole ? [result.output.buffer as ArrayBuffer] : []);
		});
	});
}
