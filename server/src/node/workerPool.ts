import { Worker } from 'node:worker_threads';
import type { WorkerPool } from '../core/ports.ts';

interface Member {
	readonly worker: Worker;
	/** In the order of the tasks: a worker answers in the order it was asked. */
	readonly waiting: { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void }[];
	/** Why it works no more. */
	failure?: Error;
}

/** Threads that run `file` with `workerData` and answer each message with one message. A task of a broken thread rejects. */
export function workerPool<A, B>(file: string, size: number, workerData: unknown): WorkerPool<A, B> {
	const members = Array.from({ length: size }, () => member(file, workerData));
	return {
		work: (task, transfer = []) =>
			new Promise<B>((resolve, reject) => {
				const least = members.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a));
				if (least.failure !== undefined) {
					reject(least.failure);
					return;
				}
				least.waiting.push({ resolve, reject });
				least.worker.postMessage(task, [...transfer]);
			}),
		close: async () => {
			await Promise.all(members.map(({ worker }) => worker.terminate()));
		},
	};
}

function member(file: string, workerData: unknown): Member {
	const worker = new Worker(file, { workerData });
	const created: Member = { worker, waiting: [] };
	const fail = (error: Error) => {
		created.failure ??= error;
		for (const { reject } of created.waiting.splice(0)) reject(error);
	};
	worker.on('message', answer => created.waiting.shift()?.resolve(answer as never));
	worker.on('error', error => fail(error instanceof Error ? error : new Error(String(error))));
	worker.on('exit', code => fail(new Error(`a thread ended with ${code}`)));
	return created;
}
