import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DidChangeConfigurationNotification, FileChangeType, ResponseError } from 'vscode-languageserver-protocol';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import type { IsnadOptions } from '../../server/src/protocol/options.ts';
import {
	type TrainResult,
	type TrainState,
	trainNotification,
	trainRequest,
} from '../../server/src/protocol/training.ts';
import { doneCorpus } from '../support/doneCorpus.ts';
import { known, names, type Scene, scene } from './scene.ts';

const model = 'annotations/model.tsv';
const text = 'عاد مهرجان النخيل في ساحة المدينة.\n';
const festival = 'EVENT مهرجان النخيل suggested';

/** An article that is not decided, beside so many that are. */
function corpusOf(articles: number): Promise<Scene> {
	return scene({ text, files: doneCorpus(articles) });
}

function train({ client, uri }: Scene): Promise<TrainResult> {
	return client.connection.sendRequest(trainRequest, { uri });
}

async function configure({ client }: Scene, isnad: IsnadOptions): Promise<void> {
	await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { isnad } });
}

suite('training through the server', () => {
	test('writes a model, tells how far it is and what it is worth, and suggests with it once it is chosen', async () => {
		const here = await corpusOf(20);
		const { client, uri, folder } = here;
		const told: number[] = [];
		client.connection.onNotification(trainNotification, (state: TrainState) => {
			assert.equal(state.uri, uri);
			told.push(state.percent);
		});
		const result = await train(here);
		assert.ok(result?.state === 'trained');
		assert.equal(result.model, model);
		assert.deepEqual(result.shipped, { precision: 0, recall: 0, f1: 0 });
		assert.deepEqual(result.own, { precision: 1000, recall: 1000, f1: 1000 });
		assert.equal(result.summary, `The model is in ${model}. Articles it learned from: 16; names: 32 (EVENT).`);
		assert.equal(
			result.comparison,
			'Exact names in articles kept apart (articles: 4, names: 8):\n' +
				'Shipped model alone: precision 0.0%, recall 0.0%, F1 0.0%\n' +
				'With the new one beside it: precision 100.0%, recall 100.0%, F1 100.0%',
		);
		assert.ok(told.length > 5);
		assert.deepEqual(
			told,
			told.toSorted((a, b) => a - b),
		);
		assert.match(readFileSync(path.join(folder, model), 'utf8'), /^isnad-model /);

		const before = names(await known(client, uri));
		assert.ok(!before.includes(festival));
		await configure(here, { model });
		assert.ok(names(await known(client, uri)).includes(festival));
		await configure(here, {});
		assert.deepEqual(names(await known(client, uri)), before);
	});

	test('says when too few articles are done, and writes nothing', async () => {
		const here = await corpusOf(4);
		assert.deepEqual(await train(here), {
			state: 'refused',
			reason:
				'Articles whose entities are done: 4. At least 5 are needed to train a model and to see what it is worth. ' +
				'Nothing was written; mark more articles as done.',
		});
		assert.ok(!existsSync(path.join(here.folder, model)));
	});

	test('stops when it is cancelled, and writes nothing', async () => {
		const here = await corpusOf(400);
		const { client, uri, folder } = here;
		const source = new CancellationTokenSource();
		client.connection.onNotification(trainNotification, () => source.cancel());
		await assert.rejects(client.connection.sendRequest(trainRequest, { uri }, source.token), ResponseError);
		assert.deepEqual(
			readdirSync(path.join(folder, 'annotations')).filter(name => name.includes('model')),
			[],
		);
		assert.ok(names(await known(client, uri)).length === 0);
	});
});

suite('a model file that cannot be used', () => {
	/** What is said of a file, in an article whose suggestions go on. */
	async function check(
		file: string,
		expected: RegExp,
		prepare: (place: string) => void = () => undefined,
	): Promise<void> {
		const here = await scene();
		prepare(path.join(here.folder, file));
		const before = names(await known(here.client, here.uri));
		assert.ok(before.length > 0);
		await configure(here, { model: file });
		const document = await known(here.client, here.uri);
		assert.deepEqual(names(document), before);
		const [problem, ...others] = document.problems;
		assert.match(problem?.message ?? '', expected);
		assert.deepEqual(others, []);
		await configure(here, { model: '' });
		assert.deepEqual((await known(here.client, here.uri)).problems, []);
	}

	test('is one problem, in words', async () => {
		await check(
			'annotations/none.tsv',
			/^The model annotations\/none\.tsv that isnad\.model names is not in this corpus\./,
		);
		await check('m.tsv', /no model of Isnad/, place => writeFileSync(place, 'no model\n'));
		await check('m.tsv', /newer Isnad/, place => writeFileSync(place, 'isnad-model 9\n'));
		await check('m.tsv', /older Isnad/, place => writeFileSync(place, 'isnad-model 1\n'));
		await check('m.tsv', /is damaged/, place => writeFileSync(place, `isnad-model 2\n${'0'.repeat(64)}\n{}\n\n`));
	});

	test('is not looked for outside the corpus', async () => {
		await check('../m.tsv', /does not lie inside the corpus/);
		await check('/etc/hosts', /does not lie inside the corpus/);
		const outside = mkdtempSync(path.join(tmpdir(), 'isnad-model-'));
		writeFileSync(path.join(outside, 'm.tsv'), 'isnad-model 2\n');
		await check('link.tsv', /does not lie inside the corpus/, place => symlinkSync(path.join(outside, 'm.tsv'), place));
		rmSync(outside, { recursive: true });
	});

	test('is read again once it was written anew', async () => {
		const here = await scene({ text, files: doneCorpus(20) });
		await configure(here, { model });
		assert.equal((await known(here.client, here.uri)).problems.length, 1);
		await train(here);
		const document = await known(here.client, here.uri);
		assert.deepEqual(document.problems, []);
		assert.ok(names(document).includes(festival));
		rmSync(path.join(here.folder, model));
		const changes = [{ uri: pathToFileURL(path.join(here.folder, model)).href, type: FileChangeType.Deleted }];
		await here.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
		assert.equal((await known(here.client, here.uri)).problems.length, 1);
	});
});
