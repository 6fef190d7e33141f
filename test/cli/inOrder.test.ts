import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inOrder } from '../../server/src/cli/inOrder.ts';

/** A piece of work that ends when told. */
function workbench() {
	const ends = new Map<number, { readonly resolve: (item: number) => void; readonly reject: (error: Error) => void }>();
	return {
		begun: () => [...ends.keys()],
		work: (item: number) => new Promise<number>((resolve, reject) => ends.set(item, { resolve, reject })),
		end: (item: number) => ends.get(item)?.resolve(item),
		fail: (item: number) => ends.get(item)?.reject(new Error(`failed ${item}`)),
	};
}

async function* upTo(count: number): AsyncGenerator<number, void> {
	for (let item = 1; item <= count; item++) yield item;
}

/** Lets everything run that can. */
function settle(): Promise<void> {
	return new Promise(resolve => setImmediate(resolve));
}

suite('working in order', () => {
	test('gives results in the order of the items, whichever ends first', async () => {
		const bench = workbench();
		const results = inOrder(upTo(3), bench.work, 3);
		const first = results.next();
		await settle();
		for (const item of [3, 2, 1]) bench.end(item);
		assert.deepEqual(
			[await first, await results.next(), await results.next(), (await results.next()).done],
			[{ done: false, value: 1 }, { done: false, value: 2 }, { done: false, value: 3 }, true],
		);
	});

	test('keeps no more under way than allowed', async () => {
		const bench = workbench();
		const results = inOrder(upTo(9), bench.work, 2);
		const first = results.next();
		await settle();
		assert.deepEqual(bench.begun(), [1, 2]);
		bench.end(1);
		await first;
		const second = results.next();
		await settle();
		assert.deepEqual(bench.begun(), [1, 2, 3]);
		bench.end(2);
		await second;
	});

	test('gives a result while the next item is still to come', async () => {
		async function* oneThenSilence(): AsyncGenerator<number, void> {
			yield 1;
			await new Promise(() => undefined);
		}
		const bench = workbench();
		const first = inOrder(oneThenSilence(), bench.work, 4).next();
		await settle();
		bench.end(1);
		assert.deepEqual(await first, { done: false, value: 1 });
	});

	test('fails when the turn of what failed has come', async () => {
		const bench = workbench();
		const results = inOrder(upTo(2), bench.work, 2);
		const first = results.next();
		await settle();
		bench.fail(2);
		await settle();
		bench.end(1);
		assert.deepEqual(await first, { done: false, value: 1 });
		await assert.rejects(results.next(), /failed 2/);
	});
});
