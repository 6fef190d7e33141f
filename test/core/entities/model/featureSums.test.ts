import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { defaultModel } from '../../../../server/src/core/entities/model/defaultModel.ts';
import { rowOf } from '../../../../server/src/core/entities/model/featureIndex.ts';
import { hashFrom, hashOf } from '../../../../server/src/core/entities/model/hash.ts';
import { reach } from '../../../../server/src/core/entities/model/observe.ts';
import type { SequenceModel } from '../../../../server/src/core/entities/model/sequenceModel.ts';
import { wordEntry } from '../../../../server/src/core/entities/model/wordEntries.ts';
import { wordFeatures } from '../../../../server/src/core/entities/model/wordFeatures.ts';
import { type Token, tokenize } from '../../../../server/src/core/text/tokens.ts';

suite('scores of a word', () => {
	test('are the weights of its features by their names, as they are trained', () => {
		check('قال رئيس الوزراء اللبناني سعد الحريري للصحافيين في بيروت وبغداد');
		check('وبالقاهرة، أعلنت وزارة الخارجية 12500 مهاجر «BBC» nato عبدالرحمن و');
	});

	test('are the same where letters of other words are remembered', () => {
		check('بيروت بيروتي بيروتية بيروت');
	});
});

function check(text: string): void {
	const model = defaultModel()?.model;
	assert.ok(model);
	for (const token of tokenize(text)) {
		assert.deepEqual([...wordEntry(model, token).scores], byNames(model, token), token.key);
	}
}

function byNames(model: SequenceModel, token: Token): number[] {
	const many = model.tags.length;
	const scores: number[] = new Array((reach * 2 + 1) * many).fill(0);
	const add = (feature: string, to: number) => {
		for (let distance = -to; distance <= to; distance++) {
			const row = rowOf(model.features, hashFrom(hashOf(feature), distance));
			for (let y = 0; row >= 0 && y < many; y++) {
				const at = (distance + reach) * many + y;
				scores[at] = (scores[at] ?? 0) + (model.emission[row * many + y] ?? 0);
			}
		}
	};
	wordFeatures(token, model.words, {
		letters: (prefix, word, start, end, to) => add(prefix + word.slice(start, end), to),
		shared: (trait, value, to) => trait.features(value).map(feature => add(feature, to)),
	});
	return scores;
}
