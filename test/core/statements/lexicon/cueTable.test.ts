import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { cueTable } from '../../../../server/src/core/statements/lexicon/cueTable.ts';
import { matchKey } from '../../../../server/src/core/text/key.ts';

/** The readings of a word as lemma, tense, gender and count, without homographs of other lemmas. */
function check(word: string, lemma: string, expected: string): void {
	const forms = (cueTable.forms.get(matchKey(word)) ?? []).filter(form => form.cue.lemma === lemma);
	assert.deepEqual(
		forms.map(
			({ tense, agreement, clitic }) => `${tense} ${agreement.gender} ${agreement.count}${clitic === 1 ? ' +' : ''}`,
		),
		[expected],
		word,
	);
}

suite('table of cues', () => {
	test('has no mistakes that the reader knows: classes, frames, needs, a form twice', () => {
		assert.deepEqual(cueTable.problems, []);
	});

	test('has every lemma once', () => {
		const lemmas = cueTable.cues.map(cue => cue.lemma);
		assert.deepEqual(
			lemmas.filter((lemma, at) => lemmas.indexOf(lemma) !== at),
			[],
		);
	});

	test('makes the forms of sound, hollow and defective verbs', () => {
		check('وأكدت', 'أكد', 'perfect f one +');
		check('قالا', 'قال', 'perfect m two');
		check('تقولان', 'قال', 'imperfect f two');
		check('سيعلن', 'أعلن', 'imperfect m one');
		check('يدعون', 'دعا', 'imperfect m many');
		check('رأوا', 'رأى', 'perfect m many');
		check('داعين', 'دعا', 'participle m many');
		check('نافياً', 'نفى', 'participle m one');
		check('مُضيفةً', 'أضاف', 'participle f one');
		check('قولها', 'قال', 'masdar f one');
		check('بقوله', 'قال', 'masdar m one');
		check('أبلغتها', 'أبلغ', 'perfect f one');
	});

	test('leaves out what is another word', () => {
		assert.equal(cueTable.forms.get(matchKey('مصر')), undefined);
		assert.equal(cueTable.forms.get(matchKey('متحدث')), undefined);
	});
});
