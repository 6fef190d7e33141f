import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { runSteps } from '../../server/src/core/steps.ts';

interface Run {
	/** Milliseconds that each step takes; the last one ends with the value. */
	readonly steps: readonly number[];
	/** Cancel while the events have their turn for the n-th time, from 1. */
	readonly cancelAt?: number;
}

/**
 * Runs steps by a clock that only they move. The log has a digit for each step, counting from 0, and `|` for each time other events
 * had their turn; the result follows.
 */
async function check({ steps, cancelAt }: Run, expected: string): Promise<void> {
	let time = 1000;
	let log = '';
	let breaths = 0;
	const cancellation = { isCancellationRequested: false };
	function* work(): Generator<void, string> {
		for (const [index, duration] of steps.entries()) {
			log += index;
			time += duration;
			if (index < steps.length - 1) {
				yield;
			}
		}
		return 'done';
	}
	const scheduler = {
		now: () => time,
		breathe: async () => {
			log += '|';
			breaths += 1;
			cancellation.isCancellationRequested ||= breaths === cancelAt;
		},
	};
	const answer = runSteps(work(), cancellation, scheduler);
	const atOnce = !(answer instanceof Promise);
	const result = await answer;
	assert.equal(`${log} ${result ?? 'cancelled'}${atOnce ? ' at once' : ''}`, expected);
}

suite('steps', () => {
	test('that take less than a stride are done at once', async () => {
		await check({ steps: [0] }, '0 done at once');
		await check({ steps: [3, 3, 3, 3] }, '0123 done at once');
		await check({ steps: [100] }, '0 done at once');
	});

	test('let other events in after each stride of ten milliseconds', async () => {
		await check({ steps: [9, 1, 5] }, '01|2 done');
		await check({ steps: [4, 4, 4, 4, 4, 4, 4] }, '012|345|6 done');
		await check({ steps: [5, 5, 5, 5, 5] }, '01|23|4 done');
		await check({ steps: [50, 50, 50] }, '0|1|2 done');
	});

	test('end where they were cancelled, and not before the next stride', async () => {
		await check({ steps: [10, 10, 10, 10], cancelAt: 1 }, '0| cancelled');
		await check({ steps: [10, 10, 10, 10], cancelAt: 3 }, '0|1|2| cancelled');
		await check({ steps: [5, 5, 5, 5, 5], cancelAt: 2 }, '01|23| cancelled');
		await check({ steps: [10, 10], cancelAt: 2 }, '0|1 done');
	});

	test('that are done in the first stride are done, even if nobody waits any more', () => {
		const scheduler = { now: () => 0, breathe: async () => undefined };
		function* work(): Generator<void, number> {
			yield;
			return 7;
		}
		assert.equal(runSteps(work(), { isCancellationRequested: true }, scheduler), 7);
	});

	test('that fail tell whoever waits', async () => {
		let time = 0;
		const scheduler = { now: () => time, breathe: async () => undefined };
		function* work(failing: number): Generator<void, undefined> {
			for (let step = 0; step < failing; step++) {
				time += 10;
				yield;
			}
			throw new Error(`step ${failing}`);
		}
		const cancellation = { isCancellationRequested: false };
		assert.throws(() => runSteps(work(0), cancellation, scheduler), /step 0/);
		await assert.rejects(async () => runSteps(work(2), cancellation, scheduler), /step 2/);
	});
});
