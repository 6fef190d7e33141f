import type { Scheduler } from '../core/steps.ts';

/** The clock of this process, and a breath that lets files, signals and messages in. */
export const scheduler: Scheduler = {
	now: () => performance.now(),
	breathe: () => new Promise(resolve => setImmediate(resolve)),
};
