import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { formats } from '../../server/src/core/formats/formats.ts';
import type { FormatsResult, TransferResult } from '../../server/src/protocol/formats.ts';
import { known, scene } from './scene.ts';

suite('export and import through the server', () => {
	test('know every format of the table', async () => {
		const { client, uri } = await scene();
		const { formats: told } = (await client.connection.sendRequest('isnad/formats', { uri })) as FormatsResult;
		assert.deepEqual(
			told.map(({ id }) => id),
			formats.map(({ id }) => id),
		);
	});

	test('take decisions out to a folder and into another corpus', async () => {
		const { client, uri, folder } = await scene();
		const person = (await known(client, uri)).entities.find(entity => entity.text === 'سلمى الحداد');
		await client.run('isnad.accept', { uri, id: person?.id ?? '' });
		const out = path.join(folder, 'out');
		mkdirSync(out);
		const root = pathToFileURL(folder).href;
		const ask = async (method: string, params: object) =>
			(await client.connection.sendRequest(method, params)) as TransferResult;
		const exported = await ask('isnad/exportTo', { uri: `${root}/`, format: 'brat', folder: pathToFileURL(out).href });
		assert.deepEqual(exported, { articles: 1, summary: 'Articles written: 1.', report: '' });
		assert.match(readFileSync(path.join(out, 'news/a.ann'), 'utf8'), /^T1\tPER 5 16\tسلمى الحداد\n/);

		const other = path.join(folder, 'other');
		mkdirSync(other);
		const imported = await ask('isnad/importFrom', {
			uri: `${pathToFileURL(other).href}/`,
			format: 'brat',
			source: pathToFileURL(out).href,
			isFolder: true,
		});
		assert.deepEqual(imported, {
			articles: 1,
			summary: 'Articles: 1. New records: 1. Records that were there: 0.',
			report: '',
		});
		assert.match(
			readFileSync(path.join(other, 'annotations/news/a.txt.yaml'), 'utf8'),
			new RegExp(`- id: ${person?.id}\n`),
		);
	});

	test('read the one file that was chosen, and say what they did not believe', async () => {
		const { client, folder } = await scene();
		const file = path.join(folder, 'x.jsonl');
		writeFileSync(
			file,
			`${JSON.stringify({
				text: 'في مصر',
				path: 'news/b.txt',
				label: [
					[3, 6, 'LOC'],
					[3, 99, 'LOC'],
				],
			})}\n`,
		);
		const params = {
			uri: `${pathToFileURL(folder).href}/`,
			format: 'doccano',
			source: pathToFileURL(file).href,
			isFolder: false,
		};
		const result = (await client.connection.sendRequest('isnad/importFrom', params)) as TransferResult;
		assert.equal(result?.articles, 1);
		assert.match(result.report, /^news\/b\.txt: LOC .*orphan/);
		assert.ok(existsSync(path.join(folder, 'news/b.txt')));
	});

	test('answer nothing for a format that is not there', async () => {
		const { client, uri } = await scene();
		assert.equal(await client.connection.sendRequest('isnad/exportTo', { uri, format: 'x', folder: uri }), null);
	});
});
