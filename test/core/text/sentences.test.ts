import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseText } from '../../../server/src/core/text/parsed.ts';

/** Sentences of all paragraphs; a paragraph's border is written |. */
function check(text: string, ...expected: readonly string[]): void {
	const { sentences } = parseText(text);
	const actual = sentences.flatMap((paragraph, index) => [
		...(index > 0 ? ['|'] : []),
		...paragraph.map(({ start, end }) => text.slice(start, end)),
	]);
	assert.deepEqual(actual, expected, JSON.stringify(text));
}

suite('sentences', () => {
	test('end with a stop, a question or an exclamation', () => {
		check('وصل الوفد. غادر الوزير؟ نعم! انتهى', 'وصل الوفد.', 'غادر الوزير؟', 'نعم!', 'انتهى');
	});

	test('take closing marks with them', () => {
		check('قال: «لن نغادر.» ثم عاد', 'قال: «لن نغادر.»', 'ثم عاد');
		check('وصل.. وعاد... ثم', 'وصل..', 'وعاد...', 'ثم');
		check('انتهى ., بدأ', 'انتهى .,', 'بدأ');
	});

	test('do not end inside abbreviations and numbers', () => {
		check('قال د. سامي إن النسبة 3.5 في المئة. انتهى', 'قال د. سامي إن النسبة 3.5 في المئة.', 'انتهى');
		check('نقلت أ.ف.ب الخبر', 'نقلت أ.ف.ب الخبر');
	});

	test('end with their paragraph', () => {
		check('عنوان\n\nنص أول. نص ثان\r\nآخر', 'عنوان', '|', 'نص أول.', 'نص ثان', '|', 'آخر');
	});

	test('are none where nothing is', () => {
		check('');
		check('\n \n');
	});
});
