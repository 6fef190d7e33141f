import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { conllTable, scoreConll } from '../../../server/src/core/agreement/conllScore.ts';
import { conllDocuments, conllLabels, readConll, tagsOf } from '../../../server/src/core/formats/readConll.ts';

/** Lines "form tag" with / between them, // between sentences. */
function sentences(text: string) {
	return readConll(text.replaceAll(' // ', '\n\n').replaceAll(' / ', '\n'), conllLabels);
}

function check(name: string, text: string, tags: string): void {
	test(name, () => {
		const read = sentences(text);
		assert.equal(read.map(sentence => sentence.tokens.map(token => token.tag).join(' ')).join(' // '), tags);
	});
}

suite('CoNLL files', () => {
	check('are read sentence by sentence', 'وصل O / نادر B-PERS / العسلي I-PERS // قال O', 'O B-PER I-PER // O');
	check('may begin a name with I-', 'وصل O / نادر I-PERS / العسلي I-PERS', 'O B-PER I-PER');
	check('lose labels that are not asked for', 'الدينار B-MISC / في O / بيدون B-LOC', 'O O B-LOC');
	check('may have more columns', 'بيدون _ NNP B-LOC', 'B-LOC');
	check('may have forms alone', 'بيدون / هادئة', 'O O');

	test('leave marks at the edges of a name outside it', () => {
		const [sentence] = sentences('( O / (رويترز) B-ORG / قالت O');
		assert.ok(sentence);
		assert.deepEqual(
			sentence.parsed.map(token => token.key),
			['(', '(', 'رويترز', ')', 'قالت'],
		);
		assert.deepEqual(tagsOf(sentence), ['O', 'O', 'B-ORG', 'O', 'O']);
	});

	test('are cut at -DOCSTART-, else after twenty sentences', () => {
		const marked = readConll('-DOCSTART- O\n\nقال O\n\n-DOCSTART- O\n\nقال O\n', conllLabels);
		assert.deepEqual(
			conllDocuments(marked).map(document => document.length),
			[1, 1],
		);
		const plain = readConll('قال O\n\n'.repeat(45), conllLabels);
		assert.deepEqual(
			conllDocuments(plain).map(document => document.length),
			[20, 20, 5],
		);
	});

	test('are scored by exact spans and labels', () => {
		const gold = sentences('نادر B-PERS / العسلي I-PERS / في O / بيدون B-LOC');
		const table = conllTable(scoreConll(gold, [['B-PER', 'O', 'O', 'B-LOC']]));
		assert.match(table, /all +50\.00 +50\.00 +50\.00/);
		assert.match(table, /LOC +100\.00 +100\.00 +100\.00/);
	});
});
