import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { referenceText } from '../../../server/src/core/text/reference.ts';

/** What is kept of a file, and, offset by offset, how many code points stand before. */
function check(given: string, text: string, codePoints: readonly number[]): void {
	const reference = referenceText(given);
	assert.equal(reference.text, text);
	assert.equal(reference.length, [...text].length);
	const offsets = [...Array(given.length + 1).keys()];
	assert.deepEqual(
		offsets.map(offset => reference.toCodePoints(offset)),
		codePoints,
	);
}

/** There and back: the offset that so many code points precede has so many before it. */
function checkBack(given: string): void {
	const reference = referenceText(given);
	for (let count = 0; count <= reference.length; count++) {
		assert.equal(reference.toCodePoints(reference.toOffset(count)), count, JSON.stringify(given));
	}
}

suite('reference text', () => {
	test('counts letters', () => {
		check('قال', 'قال', [0, 1, 2, 3]);
		check('', '', [0]);
	});

	test('leaves out a byte order mark, only at the beginning', () => {
		check('\ufeffأب', 'أب', [0, 0, 1, 2]);
		check('أ\ufeffب', 'أ\ufeffب', [0, 1, 2, 3]);
	});

	test('counts every line end once', () => {
		check('أ\r\nب', 'أ\nب', [0, 1, 2, 2, 3]);
		check('أ\rب\n', 'أ\nب\n', [0, 1, 2, 3, 4]);
		check('\r\r\n', '\n\n', [0, 1, 2, 2]);
	});

	test('counts a pair once, and half a pair too', () => {
		check('أ😀ب', 'أ😀ب', [0, 1, 2, 2, 3]);
		check('\ud83dأ\ude00', '\ud83dأ\ude00', [0, 1, 2, 3]);
	});

	test('clamps what lies outside', () => {
		const reference = referenceText('أب');
		assert.deepEqual(
			[reference.toCodePoints(-5), reference.toCodePoints(99), reference.toOffset(-1), reference.toOffset(99)],
			[0, 2, 0, 2],
		);
	});

	test('finds its way back', () => {
		for (const given of ['', 'قال', '\ufeffأ\r\n😀\r\r\nب', '\r\n\r\n', '😀😀', '\ude00\ud83d']) {
			checkBack(given);
		}
	});
});
