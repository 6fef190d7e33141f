import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawsBelow } from '../../../server/src/core/agreement/mersenneTwister.ts';

test('draws what CPython draws with the same seed', () => {
	const draw = drawsBelow(7);
	const many = (count: number, limit: number) => Array.from({ length: count }, () => draw(limit));
	assert.deepEqual(many(12, 25), [10, 4, 12, 20, 1, 2, 17, 3, 11, 18, 1, 16]);
	assert.deepEqual(many(4, 1000003), [225127, 39317, 90122, 454710]);
	assert.deepEqual(many(2, 1), [0, 0]);
	assert.deepEqual(many(2000, 2 ** 32 - 1).slice(-3), [4108734438, 3483196677, 3934367075]);

	const another = drawsBelow(123456789);
	assert.deepEqual(
		Array.from({ length: 5 }, () => another(100)),
		[82, 56, 69, 90, 77],
	);
});
