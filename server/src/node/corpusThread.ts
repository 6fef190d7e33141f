import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { CorpusService } from '../core/corpus/corpusService.ts';
import type { Cancellation, StartThreads } from '../core/ports.ts';
import { nodeCorpus } from './nodeCorpus.ts';

/**
 * A corpus' service in a thread of its own, so that a search over all articles never holds up the editor. `program` is the file
 * that the thread runs; it calls `serveCorpus`. Calls made when the thread has ended reject.
 */
export function corpusThread(program: string, root: string, layer: string): CorpusService {
	const data: CorpusThreadData = { isnad: 'corpus', root, layer };
	const worker = new Worker(program, { workerData: data });
	const waiting = new Map<number, Waiting>();
	let last = 0;
	let failure: Error | undefined;
	const fail = (error: unknown) => {
		failure ??= error instanceof Error ? error : new Error(String(error));
		for (const { reject } of waiting.values()) reject(failure);
		waiting.clear();
	};
	worker.on('error', fail);
	worker.on('exit', code => fail(new Error(`the thread of a corpus ended with ${code}`)));
	worker.on('message', (answer: Answer) => {
		const call = waiting.get(answer.id);
		if ('progress' in answer) {
			call?.progress?.(...answer.progress);
			return;
		}
		waiting.delete(answer.id);
		if ('error' in answer) {
			call?.reject(new Error(answer.error));
		} else {
			call?.resolve(answer.result as never);
		}
	});
	const call = <R>(method: Method, argument: unknown, progress?: Progress, cancellation?: Cancellation): Promise<R> =>
		new Promise((resolve, reject) => {
			if (failure !== undefined) {
				reject(failure);
				return;
			}
			last += 1;
			const id = last;
			const stopWhenCancelled: Progress = (done, of) => {
				if (cancellation?.isCancellationRequested) worker.postMessage({ id, cancel: true } satisfies Call);
				progress?.(done, of);
			};
			waiting.set(id, { resolve, reject, ...(progress === undefined ? {} : { progress: stopWhenCancelled }) });
			worker.postMessage({ id, method, argument } satisfies Call);
		});
	return {
		refresh: (cancellation, progress) => call('refresh', undefined, progress, cancellation),
		update: paths => call('update', paths),
		search: query => call('search', query),
		ledger: query => call('ledger', query),
		stats: query => call('stats', query),
		mentions: query => call('mentions', query),
		nameFacts: query => call('nameFacts', query),
		linking: key => call('linking', key),
		close: async () => void (await worker.terminate()),
	};
}

type Method = Exclude<keyof CorpusService, 'close'>;
type Progress = (done: number, of: number) => void;
type Call =
	| { readonly id: number; readonly method: Method; readonly argument: unknown }
	| { readonly id: number; readonly cancel: true };
type Answer =
	| { readonly id: number; readonly progress: readonly [number, number] }
	| { readonly id: number; readonly result: unknown }
	| { readonly id: number; readonly error: string };

interface Waiting {
	readonly resolve: (result: never) => void;
	readonly reject: (error: Error) => void;
	readonly progress?: Progress;
}

interface CorpusThreadData {
	readonly isnad: 'corpus';
	readonly root: string;
	readonly layer: string;
}

/** Whether this thread was started by `corpusThread`. */
export function isCorpusThread(): boolean {
	return typeof workerData === 'object' && workerData !== null && workerData.isnad === 'corpus';
}

/** Answers calls. One core is left to the editor. */
export function serveCorpus(threads: StartThreads, engine: string | undefined): void {
	const { root, layer } = workerData as CorpusThreadData;
	const service = nodeCorpus({ root, layer, jobs: Math.max(1, availableParallelism() - 1), threads, engine });
	const running = new Map<number, { isCancellationRequested: boolean }>();
	const run = (call: Extract<Call, { method: Method }>): Promise<unknown> => {
		if (call.method !== 'refresh') {
			// Arguments come from `call` above, each with its method's own.
			return service[call.method](call.argument as never);
		}
		const cancellation = { isCancellationRequested: false };
		running.set(call.id, cancellation);
		return service
			.refresh(cancellation, (done, of) => {
				parentPort?.postMessage({ id: call.id, progress: [done, of] } satisfies Answer);
			})
			.finally(() => running.delete(call.id));
	};
	parentPort?.on('message', (call: Call) => {
		if ('cancel' in call) {
			const cancellation = running.get(call.id);
			if (cancellation !== undefined) cancellation.isCancellationRequested = true;
			return;
		}
		run(call).then(
			result => parentPort?.postMessage({ id: call.id, result } satisfies Answer),
			error => parentPort?.postMessage({ id: call.id, error: String(error) } satisfies Answer),
		);
	});
}
