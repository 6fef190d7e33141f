import type { Cancellation } from '../core/ports.ts';

/** Runs a computation in stretches of some 10 ms, letting signals in between; undefined when it was cancelled. */
export async function inSteps<T>(steps: Generator<void, T>, cancellation: Cancellation): Promise<T | undefined> {
	let until = performance.now() + 10;
	while (!cancellation.isCancellationRequested) {
		const step = steps.next();
		if (step.done === true) {
			return step.value;
		}
		if (performance.now() >= until) {
			await new Promise(resolve => setImmediate(resolve));
			until = performance.now() + 10;
		}
	}
	return undefined;
}
