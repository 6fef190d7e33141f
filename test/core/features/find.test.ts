import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { find } from '../../../server/src/core/features/find.ts';

/** `[…]` are the hits expected. */
function check(query: string, marked: string, limit = 100): void {
	const text = marked.replace(/[[\]]/g, '');
	let shown = '';
	let last = 0;
	for (const hit of find(text, query, limit)) {
		shown += `${text.slice(last, hit.start)}[${text.slice(hit.start, hit.end)}]`;
		last = hit.end;
	}
	assert.equal(shown + text.slice(last), marked, query);
}

suite('find', () => {
	test('finds a word wherever it stands', () => {
		check('الوزير', '[الوزير] قال إن [الوزير] وصل');
	});
	test('does not mind vowel marks, tatweel and hamza seats', () => {
		check('اكد', 'وقد [أَكَّدَ] ذلك و[أكـــد] غيره');
	});
	test('finds Arabic-Indic digits by any digits', () => {
		check('2024', 'عام [٢٠٢٤]');
	});
	test('finds words across one blank of any kind', () => {
		check('وزارة الصحة', '[وزارة\u00a0الصحة]');
	});
	test('finds nothing for blanks', () => {
		check('  ', 'كلمة');
	});
	test('stops at the limit', () => {
		check('ا', '[ا]اا', 1);
	});
	test('keeps offsets behind characters outside the BMP', () => {
		check('نهاية', '😀 [نهاية]');
	});
});
