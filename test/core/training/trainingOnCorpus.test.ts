import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { defaultModel } from '../../../server/src/core/entities/model/defaultModel.ts';
import { readModel } from '../../../server/src/core/entities/model/modelFile.ts';
import { doneArticles } from '../../../server/src/core/training/doneArticles.ts';
import {
	type CorpusModel,
	type NothingToLearn,
	trainingOnCorpus,
} from '../../../server/src/core/training/trainingOnCorpus.ts';
import { decodeBytes } from '../../../server/src/decodeBytes.ts';
import { nodeFiles } from '../../../server/src/node/nodeFiles.ts';
import { doneCorpus } from '../../support/doneCorpus.ts';
import { temporaryCorpus } from '../../support/temporaryCorpus.ts';

/** What training on these files comes to, and how far it said it was. */
async function train(
	files: Readonly<Record<string, string>>,
): Promise<{ readonly outcome: CorpusModel | NothingToLearn; readonly told: readonly number[] }> {
	const folder = await temporaryCorpus({ files });
	const root = pathToFileURL(folder).href;
	const articles = await doneArticles({ files: nodeFiles, decode: decodeBytes, root, layers: ['gold', 'common'] });
	rmSync(folder, { recursive: true });
	const shipped = defaultModel();
	assert.ok(shipped);
	const steps = trainingOnCorpus(articles, { shipped, epochs: 4, folds: 2, seed: 1 });
	const told: number[] = [];
	for (;;) {
		const step = steps.next();
		if (step.done) return { outcome: step.value, told };
		told.push(step.value);
	}
}

function edited(files: Readonly<Record<string, string>>, change: (content: string) => string): typeof files {
	return Object.fromEntries(
		Object.entries(files).map(([name, content]) => [name, name.endsWith('.txt.yaml') ? change(content) : content]),
	);
}

suite('training on a corpus', () => {
	test('keeps every fifth article apart and says what the model is worth there', async () => {
		const { outcome, told } = await train(doneCorpus(21));
		assert.ok('file' in outcome);
		assert.deepEqual(outcome.labels, ['EVENT']);
		assert.deepEqual([outcome.taught, outcome.names, outcome.heldOut], [17, 34, 4]);
		assert.deepEqual(outcome.shipped, { wanted: 8, suggested: 0, right: 0 });
		assert.deepEqual(outcome.own, { wanted: 8, suggested: 8, right: 8 });
		assert.equal(typeof readModel(outcome.file), 'object');
		assert.deepEqual(
			told,
			told.toSorted((a, b) => a - b),
		);
		assert.ok(told.length > 8 && (told.at(-1) ?? 0) < 100);
	});

	test('makes the same model of the same corpus', async () => {
		const [first, second] = [await train(doneCorpus(6)), await train(doneCorpus(6))];
		assert.deepEqual(first.outcome, second.outcome);
	});

	test('needs five articles whose entities are done', async () => {
		assert.deepEqual((await train(doneCorpus(4))).outcome, { why: 'few', done: 4 });
		const drafts = edited(doneCorpus(9), content => content.replace('entities: done', 'entities: draft'));
		assert.deepEqual((await train(drafts)).outcome, { why: 'few', done: 0 });
		const articles = Object.fromEntries(Object.entries(doneCorpus(9)).filter(([name]) => !name.endsWith('txt.yaml')));
		assert.deepEqual((await train(articles)).outcome, { why: 'few', done: 0 });
	});

	test('needs confirmed names, and dates are none', async () => {
		const rejected = edited(doneCorpus(6), content => content.replaceAll('state: confirmed', 'state: rejected'));
		assert.deepEqual((await train(rejected)).outcome, { why: 'nameless', done: 6 });
		const dates = edited(doneCorpus(6), content => content.replaceAll('EVENT', 'DATE'));
		assert.deepEqual((await train(dates)).outcome, { why: 'nameless', done: 6 });
	});

	test('takes the adjudicated decisions where they are done', async () => {
		const common = doneCorpus(5);
		const gold = Object.entries(common)
			.filter(([name]) => name.endsWith('.txt.yaml'))
			.map(([name, content]) => [
				name.replace('annotations/', 'annotations/gold/'),
				content.replaceAll('EVENT', 'FEST'),
			]);
		const { outcome } = await train({ ...common, ...Object.fromEntries(gold) });
		assert.ok('file' in outcome);
		assert.deepEqual(outcome.labels, ['FEST']);
	});
});
