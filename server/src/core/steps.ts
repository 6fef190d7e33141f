import type { Cancellation } from './ports.ts';

/** What a program owns and core may not: the clock, and the way to let other events in. */
export interface Scheduler {
	/** Milliseconds from any fixed point. */
	now(): number;
	/** Resolves after other pending events had their turn. */
	breathe(): Promise<void>;
}

/** Longest stretch of computing between two looks at the events, in milliseconds. */
const stride = 10;

/** Runs a computation in strides; undefined when it was cancelled. The first stride runs at once, so that small texts are ready on return. */
export function runSteps<T>(
	steps: Generator<void, T>,
	cancellation: Cancellation,
	scheduler: Scheduler,
): T | undefined | Promise<T | undefined> {
	const first = oneStride(steps, scheduler);
	return first.done ? first.value : runOn(steps, cancellation, scheduler);
}

async function runOn<T>(
	steps: Generator<void, T>,
	cancellation: Cancellation,
	scheduler: Scheduler,
): Promise<T | undefined> {
	for (;;) {
		await scheduler.breathe();
		if (cancellation.isCancellationRequested) {
			return undefined;
		}
		const next = oneStride(steps, scheduler);
		if (next.done) {
			return next.value;
		}
	}
}

function oneStride<T>(steps: Generator<void, T>, scheduler: Scheduler): IteratorResult<void, T> {
	const until = scheduler.now() + stride;
	for (;;) {
		const step = steps.next();
		if (step.done || scheduler.now() >= until) {
			return step;
		}
	}
}
