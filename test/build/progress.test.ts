import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seconds } from '../../build/progress.ts';

describe('time as people read it', () => {
	const check = (milliseconds: number, expected: string): void => {
		test(expected, () => assert.equal(seconds(0, milliseconds), expected));
	};
	check(400, '0.4 s');
	check(12_300, '12 s');
	check(59_800, '1 min 0 s');
	check(185_000, '3 min 5 s');
});
