import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fixed, floatText, repr, rounded } from '../../../server/src/core/agreement/python.ts';

/** Value, digits, what Python prints for `f'{value:.{digits}f}'`. */
const fixedCases: readonly (readonly [number, number, string])[] = [
	[0.0625, 3, '0.062'],
	[0.1875, 3, '0.188'],
	[0.3125, 3, '0.312'],
	[0.4375, 3, '0.438'],
	[0.03125, 4, '0.0312'],
	[0.09375, 4, '0.0938'],
	[0.9999, 3, '1.000'],
	[0.0005, 3, '0.001'],
	[0.0015, 3, '0.002'],
	[0.6665, 3, '0.666'],
	[0, 3, '0.000'],
	[1, 3, '1.000'],
];

/** Value, what Python prints for `repr(value)`. */
const reprCases: readonly (readonly [unknown, string])[] = [
	[null, 'None'],
	[true, 'True'],
	['قال', "'قال'"],
	["it's", `"it's"`],
	[`it's "so"`, `'it\\'s "so"'`],
	['a\n\\\u200d\u00a0', "'a\\n\\\\\\u200d\\xa0'"],
	['😀', "'😀'"],
	[{ start: 3, end: null, of: [1, 'x'] }, "{'start': 3, 'end': None, 'of': [1, 'x']}"],
];

suite('numbers as Python prints them', () => {
	test('a tie goes to the even digit', () => {
		for (const [value, digits, expected] of fixedCases) {
			assert.equal(fixed(value, digits), expected, `${value}`);
		}
	});
	test('rounding gives the nearest float', () => {
		assert.equal(rounded(2 / 3, 4), 0.6667);
		assert.equal(rounded(0.03125, 4), 0.0312);
	});
	test('a whole float keeps its point', () => {
		assert.deepEqual([0, 1, 0.5, 0.0001].map(floatText), ['0.0', '1.0', '0.5', '0.0001']);
	});
	test('values from JSON look as in Python', () => {
		for (const [value, expected] of reprCases) {
			assert.equal(repr(value), expected);
		}
	});
});
