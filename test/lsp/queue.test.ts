import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Queue } from '../../server/src/lsp/queue.ts';

/** A task that says when it begins and ends, and ends when it is told to. */
function controlled(
	log: string[],
	name: string,
): { readonly task: () => Promise<string>; readonly end: (failure?: Error) => void } {
	let end: (failure?: Error) => void = () => undefined;
	const ended = new Promise<void>((resolve, reject) => {
		end = failure => (failure === undefined ? resolve() : reject(failure));
	});
	return {
		task: async () => {
			log.push(`${name} begins`);
			await ended.finally(() => log.push(`${name} ends`));
			return name;
		},
		end,
	};
}

suite('queue', () => {
	test('runs one task after another, in the order they were given', async () => {
		const queue = new Queue();
		const log: string[] = [];
		const [a, b, c] = [controlled(log, 'a'), controlled(log, 'b'), controlled(log, 'c')];
		const results = [queue.run(a.task), queue.run(b.task), queue.run(c.task)];
		c.end();
		b.end();
		a.end();
		assert.deepEqual(await Promise.all(results), ['a', 'b', 'c']);
		assert.deepEqual(log, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
	});

	test('goes on after a task that fails, and tells only whoever gave it', async () => {
		const queue = new Queue();
		const log: string[] = [];
		const [a, b] = [controlled(log, 'a'), controlled(log, 'b')];
		const failed = assert.rejects(queue.run(a.task), /no space/);
		const next = queue.run(b.task);
		a.end(new Error('no space'));
		b.end();
		await failed;
		assert.equal(await next, 'b');
		assert.deepEqual(log, ['a begins', 'a ends', 'b begins', 'b ends']);
	});

	test('goes on after a task that fails before it is one', async () => {
		const queue = new Queue();
		const failed = assert.rejects(
			queue.run(() => {
				throw new Error('no task');
			}),
			/no task/,
		);
		assert.equal(await queue.run(async () => 'b'), 'b');
		await failed;
	});

	test('is idle when all that was given so far has run', async () => {
		const queue = new Queue();
		const log: string[] = [];
		await queue.idle();
		const [a, b] = [controlled(log, 'a'), controlled(log, 'b')];
		const failed = assert.rejects(queue.run(a.task), /x/);
		const idle = queue.idle().then(() => log.push('idle'));
		const later = queue.run(b.task);
		b.end();
		a.end(new Error('x'));
		await Promise.all([failed, idle, later]);
		assert.ok(log.indexOf('idle') > log.indexOf('a ends'), log.join());
		await queue.idle();
		assert.equal(log.at(-1), 'b ends');
	});

	test('takes tasks from within a task, and runs them behind', async () => {
		const queue = new Queue();
		const log: string[] = [];
		const inner: Promise<unknown>[] = [];
		await queue.run(async () => {
			inner.push(queue.run(async () => log.push('inner')));
			log.push('outer');
		});
		await Promise.all(inner);
		assert.deepEqual(log, ['outer', 'inner']);
	});
});
