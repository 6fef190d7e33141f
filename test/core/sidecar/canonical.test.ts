import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { canonical, canonicalText } from '../../../server/src/core/sidecar/canonical.ts';

/** `[…]` marks a span in the canonical text and its origin. */
function check(given: string, expected: string): void {
	const bare = (marked: string): string => marked.replace(/[[\]]/g, '');
	const span = (marked: string): readonly number[] => [marked.indexOf('['), marked.indexOf(']') - 1];
	const form = canonicalText(bare(given));
	assert.equal(form.text, bare(expected));
	assert.equal(canonical(bare(given)), form.text);
	assert.deepEqual(span(expected).map(form.toGiven), span(given));
	assert.deepEqual(span(given).map(form.fromGiven), span(expected));
}

suite('canonicalText', () => {
	test('leaves alone what is in the form', () => check('قال [أحمد] هنا.', 'قال [أحمد] هنا.'));

	test('composes letters with their marks', () => {
		check('قال [\u0627\u0654حمد] هنا', 'قال [أحمد] هنا');
		check('ا\u0653 [\u0648\u0654\u064eب]', 'آ [\u0624\u064eب]');
		check('😀 [\u0627\u0655ن] 😀', '😀 [إن] 😀');
	});

	test('makes one space of blanks and line ends', () => {
		check('قال\u00a0[كريم\r\n\tالهاشمي]  \nهنا', 'قال [كريم الهاشمي] هنا');
		check('\n[أ]\n\n', ' [أ] ');
	});

	test('leads back and forth for any text', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('ا', '\u0654', ' ', '\n', '\u064e', '\u0651', '😀', 'ب') }),
				given => {
					const form = canonicalText(given);
					assert.equal(canonical(form.text), form.text);
					let last = 0;
					for (let offset = 0; offset <= form.text.length; offset++) {
						const origin = form.toGiven(offset);
						assert.ok(origin >= last && origin <= given.length);
						assert.ok(form.fromGiven(origin) <= offset);
						last = origin;
					}
				},
			),
			{ seed: 5, numRuns: 500 },
		);
	});
});
