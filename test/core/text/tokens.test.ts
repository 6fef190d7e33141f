import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { tokenize } from '../../../server/src/core/text/tokens.ts';

/** Tokens as written, each with the first letter of its kind unless it is a word. */
function check(text: string, ...expected: readonly string[]): void {
	const actual = tokenize(text).map(({ kind, start, end }) =>
		kind === 'word' ? text.slice(start, end) : `${kind[0]}:${text.slice(start, end)}`,
	);
	assert.deepEqual(actual, expected, JSON.stringify(text));
}

suite('tokens', () => {
	test('are words, numbers and marks', () => {
		check('قال: «20 يوما».', 'قال', 'm::', 'm:«', 'n:20', 'يوما', 'm:»', 'm:.');
		check('18/9/1436هـ', 'n:18', 'm:/', 'n:9', 'm:/', 'n:1436', 'هـ');
		check('أ.ف.ب', 'أ', 'm:.', 'ف', 'm:.', 'ب');
	});

	test('keep marks of vowels with their letters', () => {
		check('قالَ مُحَمَّدٌ', 'قالَ', 'مُحَمَّدٌ');
	});

	test('keep tatweel with a clitic before a mark', () => {
		check('لـ«الوطن»', 'لـ', 'm:«', 'الوطن', 'm:»');
	});

	test('leave controls at their edges outside', () => {
		check('\u200fمصر\u200f اليوم', 'مصر', 'اليوم');
		check('لا\u200cيزال', 'لا\u200cيزال');
	});

	test('take each line end once', () => {
		check('أ\r\nب\rت\n', 'أ', 'b:\r\n', 'ب', 'b:\r', 'ت', 'b:\n');
	});

	test('take a pair as one', () => {
		check('😀 نعم', 'm:😀', 'نعم');
		check('\ud83d', 'm:\ud83d');
	});

	test('carry match keys', () => {
		assert.deepEqual(
			tokenize('إلى ١٢ أغسطسَ\n').map(token => token.key),
			['الي', '12', 'اغسطس', '\n'],
		);
	});

	test('cover nothing but blanks and controls in between, whatever the text', () => {
		for (const text of ['', ' \u00a0\u200f', 'ًٌ', 'ـ', '\ufeff«', 'a1b٢', '\u001a.']) {
			let end = 0;
			for (const token of tokenize(text)) {
				assert.match(text.slice(end, token.start), /^[\s\p{Cc}\p{Cf}\p{M}\u0640]*$/u);
				assert.ok(token.start < token.end && token.start >= end);
				end = token.end;
			}
		}
	});
});
