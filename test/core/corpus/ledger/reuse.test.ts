import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { align } from '../../../../server/src/core/corpus/ledger/align.ts';
import { reuseGroups, tellsTheSame } from '../../../../server/src/core/corpus/ledger/reuse.ts';

/** Each letter is a word. */
function words(text: string): number[] {
	return [...text].map(char => char.charCodeAt(0));
}

function check(statements: readonly string[], expected: readonly number[]): void {
	assert.deepEqual([...reuseGroups(statements.map(words))], expected);
}

suite('reuse', () => {
	test('brings equal statements together, in any order', () =>
		check(['abcdef', 'ghijkl', 'abcdef', 'ghijkl'], [0, 1, 0, 1]));
	test('brings together what is reworded in a third', () => check(['abcdefghij', 'abcdXXefghij'], [0, 0]));
	test('keeps apart what shares a phrase only', () => check(['abcdXYZVWU', 'abcdefghij'], [0, 1]));
	test('keeps apart what is too short to tell', () => check(['abc', 'abc'], [0, 1]));
	test('keeps two statements apart that one telling holds both of', () =>
		check(['abcdefgh', 'ijklmnop', 'abcdefghXXijklmnopYYZ'], [0, 1, 2]));
	test('does not mind statements without words', () => check(['', '', 'abcdef'], [0, 1, 2]));
	test('brings together a hundred tellings of one statement', () =>
		check(
			Array.from({ length: 100 }, () => 'abcdefgh'),
			Array.from({ length: 100 }, () => 0),
		));

	test('aligns what both have, in order', () => {
		assert.deepEqual(align(words('abXcd'), words('aYbcd')), [
			[0, 0],
			[1, 2],
			[3, 3],
			[4, 4],
		]);
	});

	test('tells the same whichever comes first', () => {
		const text = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 });
		fc.assert(
			fc.property(text, text, (a, b) => tellsTheSame(a, b) === tellsTheSame(b, a)),
			{ seed: 7, numRuns: 300 },
		);
	});
});
