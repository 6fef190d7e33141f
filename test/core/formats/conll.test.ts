import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { conllDocument } from '../../../server/src/core/formats/conll.ts';
import type { SuggestedEntity } from '../../../server/src/core/model.ts';

/** `{PER:…}` are names; the expected lines are `form TAG`, a blank one after each sentence. */
function check(marked: string, expected: readonly string[]): void {
	const entities: SuggestedEntity[] = [];
	let text = '';
	for (const [, before = '', label, words = ''] of marked.matchAll(/([^{]*)(?:\{(\w+):([^}]*)\})?/g)) {
		text += before + words;
		if (label !== undefined) {
			const span = { start: text.length - words.length, end: text.length };
			entities.push({ label, span, score: 1, evidence: [], name: '', nested: [] });
		}
	}
	const [head, blank, ...lines] = conllDocument(text, { entities, statements: [], regions: [] }).split('\n');
	assert.deepEqual([head, blank], ['-DOCSTART- -X- O O', '']);
	assert.equal(lines.pop(), '');
	assert.deepEqual(
		lines,
		expected.map(line => line.replace(' ', ' _ O ')),
		marked,
	);
}

suite('conll', () => {
	test('tags in IOB2', () => {
		check('قال {PER:سامح شكري} أمس', ['قال O', 'سامح B-PER', 'شكري I-PER', 'أمس O', '']);
	});
	test('begins anew where two names touch', () => {
		check('{LOC:بيروت} {LOC:دمشق}', ['بيروت B-LOC', 'دمشق B-LOC', '']);
	});
	test('parts an attached clitic from its name', () => {
		check('صرح ل{ORG:رويترز}', ['صرح O', 'ل O', 'رويترز B-ORG', '']);
	});
	test('parts what follows a name within its token', () => {
		check('{ORG:رويترز}ية', ['رويترز B-ORG', 'ية O', '']);
	});
	test('leaves a blank line after each sentence and paragraph', () => {
		check('وصل. {PER:سامي} غادر\nتم', ['وصل O', '. O', '', 'سامي B-PER', 'غادر O', '', 'تم O', '']);
	});
	test('begins with B also where the span begins in a blank', () => {
		check('قال{PER: سامح شكري}', ['قال O', 'سامح B-PER', 'شكري I-PER', '']);
	});
	test('writes a document without words', () => check('', []));
});
