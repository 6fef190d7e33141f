import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { excerpt } from '../../../server/src/core/agreement/excerpt.ts';

function check(text: string, marked: { content: string[]; cue?: string; speaker?: string }, expected: string): void {
	const letters = [...text];
	const place = (words: string) => {
		const start = [...text.slice(0, text.indexOf(words))].length;
		return { start, end: start + [...words].length };
	};
	const { content, cue, speaker } = marked;
	const spans = {
		content: content.map(place),
		...(cue === undefined ? {} : { cue: place(cue) }),
		...(speaker === undefined ? {} : { speaker: place(speaker) }),
	};
	assert.equal(excerpt(letters, spans), expected);
}

suite('excerpts', () => {
	test('one line of the text, with parts in brackets', () => {
		check(
			'عنوان\nوقالت رنا: «نعم» 🌧️ ثم «لا».\nذيل',
			{ content: ['نعم', 'لا'], cue: 'قالت', speaker: 'رنا' },
			'و<قالت> {رنا}: «[نعم]» 🌧️ ثم «[لا]».',
		);
	});

	test('several lines on one', () => check('قال: «أ\n\nب»', { content: ['أ', 'ب'] }, 'قال: «[أ] ¶ [ب]»'));

	test('far stretches are left out', () => {
		const words = 'كلمة '.repeat(100);
		const { length } = excerpt([...`قال ${words} نعم`], {
			content: [{ start: 505, end: 508 }],
			cue: { start: 0, end: 3 },
		});
		assert.ok(length < 200);
	});

	test('what a terminal would obey becomes a blank', () =>
		check('قال \u001b[2Jنعم\u202e', { content: ['نعم'] }, 'قال  [2J[نعم]'));
});
