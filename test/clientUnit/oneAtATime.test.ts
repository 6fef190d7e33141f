import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { oneAtATime } from '../../client/src/oneAtATime.ts';

suite('one request at a time', () => {
	test('calls during a run lead to one more run', async () => {
		let runs = 0;
		let together = 0;
		const ask = oneAtATime(async () => {
			together++;
			assert.equal(together, 1);
			await Promise.resolve();
			together--;
			return ++runs;
		});
		assert.deepEqual(await Promise.all([ask(), ask(), ask(), ask()]), [1, 2, 2, 2]);
		assert.equal(await ask(), 3);
	});

	test('a failed run fails its caller only', async () => {
		let runs = 0;
		const ask = oneAtATime(async () => {
			if (++runs === 1) throw new Error('gone');
			return runs;
		});
		const [first, second] = await Promise.allSettled([ask(), ask()]);
		assert.equal(first.status, 'rejected');
		assert.deepEqual(second, { status: 'fulfilled', value: 2 });
		assert.equal(await ask(), 3);
	});
});
