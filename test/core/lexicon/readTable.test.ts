import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readRows, readSections, readValue, readWords } from '../../../server/src/core/lexicon/readTable.ts';

const table = {
	words: ' أ  ب\nت ',
	list: ['أ', 2, 'ب'],
	rows: ['أ | ب', 'ت', 7],
	row: 'أ|ب',
	deep: { score: 0.5, none: null },
};

suite('reading tables', () => {
	test('takes words from a text or a list', () => {
		assert.deepEqual(readWords(table, 'words'), ['أ', 'ب', 'ت']);
		assert.deepEqual(readWords(table, 'list'), ['أ', 'ب']);
	});

	test('takes rows of spellings', () => {
		assert.deepEqual(readRows(table, 'rows'), [['أ', 'ب'], ['ت']]);
		assert.deepEqual(readRows(table, 'row'), [['أ', 'ب']]);
	});

	test('takes sections and values by path', () => {
		assert.deepEqual(readSections(table, 'deep'), ['score', 'none']);
		assert.equal(readValue(table, 'deep', 'score'), 0.5);
	});

	test('reads anything else as empty', () => {
		for (const odd of [undefined, null, 3, 'text', [], { deep: 5 }]) {
			assert.deepEqual(
				[readWords(odd, 'deep', 'x'), readRows(odd, 'deep', 'x'), readSections(odd, 'deep')],
				[[], [], []],
			);
			assert.equal(readValue(odd, 'deep', 'x'), undefined);
		}
	});
});
