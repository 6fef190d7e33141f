import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { looseKey, mappedKey, matchKey } from '../../../server/src/core/text/key.ts';

function check(text: string, key: string): void {
	assert.equal(matchKey(text), key, text);
}

function checkSame(...spellings: readonly string[]): void {
	assert.deepEqual([...new Set(spellings.map(matchKey))], [matchKey(spellings[0] ?? '')], spellings.join(' '));
}

suite('match key', () => {
	test('folds letters that writers interchange', () => {
		checkSame('إيران', 'ايران', 'أيران', 'آيران');
		checkSame('الكاظمي', 'الكاظمى', 'الکاظمی');
		checkSame('القاهرة', 'القاهره');
		check('مستشفى', 'مستشفي');
	});

	test('drops marks, tatweel and what cannot be seen', () => {
		check('مُحَمَّدٌ', 'محمد');
		check('بـــيان', 'بيان');
		check('\u200fمصر\u200e', 'مصر');
		check('سـ\u00adلا\u200cم', 'سلام');
	});

	test('reads presentation forms, digits of all systems and capitals', () => {
		check('ﻻ', 'لا');
		check('٢٠٢٠ ۲۰۲۰', '2020 2020');
		check('CNN', 'cnn');
	});

	test('makes runs of blanks one', () => {
		check('  حسن \u00a0 علي ', 'حسن علي');
	});

	test('keeps hamza seats, but for the loose key', () => {
		check('مسؤول', 'مسؤول');
		assert.equal(looseKey('مسؤول شئون'), 'مسوول شيون');
	});

	test('knows where each letter came from', () => {
		const { key, offsets } = mappedKey('بـِيﻻن');
		assert.equal(key, 'بيلان');
		assert.deepEqual(offsets, [0, 3, 4, 4, 5, 6]);
		assert.deepEqual(mappedKey('من مصر', { start: 3, end: 6 }).offsets, [3, 4, 5, 6]);
	});

	test('is its own key', () => {
		for (const text of ['إِلَى', 'ﷺ', 'Ａ１', '\ud83d', '😀 ـ', 'ﻷمر']) {
			assert.equal(matchKey(matchKey(text)), matchKey(text), text);
		}
	});
});
