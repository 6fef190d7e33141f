import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksArabic } from '../../client/src/looksArabic.ts';

test('a text looks Arabic when most of its letters are', () => {
	const check = (text: string, expected: boolean): void => assert.equal(looksArabic(text), expected, text);
	check('وصل وفد البرلمان إلى تونس في زيارة تستمر يومين', true);
	check('وصل وفد البرلمان إلى تونس (Tunis) في زيارة تستمر يومين', true);
	check('To do: buy bread, call مكتب البريد before noon, answer the letter', false);
	check('مرحبا', false);
	check('', false);
	check('1 2 3\n'.repeat(100), false);
});
