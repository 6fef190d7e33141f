/** The corpus as a whole, asked of the built server: its index is made in threads. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver-protocol/node';
import {
	type ExportResult,
	exportRequest,
	type IndexState,
	indexNotification,
	indexRequest,
	type LedgerQuery,
	type LedgerResult,
	ledgerRequest,
	type SearchQuery,
	type SearchResult,
	type StatsResult,
	searchRequest,
	statsRequest,
} from '../../server/src/protocol/corpus.ts';
import { scene } from './scene.ts';

const files = {
	'news/sada/2021-03-02.txt': 'قال سامي حداد إن المرفأ الجديد سيفتح أبوابه أمام السفن مطلع الصيف.\n',
	'news/nabd/2021-03-01.txt': 'خبر عاجل\nأعلن سامي حداد أن المرفأ الجديد سيفتح أبوابه للسفن في مطلع الصيف المقبل.\n',
	'annotations/by/lina/news/sada/2021-03-02.txt.yaml':
		'isnad: 1\ntext: news/sada/2021-03-02.txt\nstatus: { entities: done, statements: draft }\n',
};

async function corpus(options: { readonly options?: object } = {}) {
	const { client, folder, uri } = await scene({
		files,
		client: { initializationOptions: { options: options.options ?? {} } },
	});
	const root = pathToFileURL(folder).href;
	let state: IndexState | undefined;
	let whenReady: (() => void) | undefined;
	const ready = new Promise<void>(resolve => {
		whenReady = resolve;
	});
	client.connection.onNotification(indexNotification, (told: IndexState) => {
		state = told;
		if (told.state === 'ready') whenReady?.();
	});
	await client.connection.sendRequest(indexRequest, { uri: root });
	await ready;
	const ask = <R>(method: string, query: object): Promise<R> =>
		client.connection.sendRequest(method, { uri: root, query });
	return {
		client,
		folder,
		root,
		uri,
		state: () => state,
		search: (query: SearchQuery) => ask<SearchResult>(searchRequest, query),
		ledger: (query: LedgerQuery) => ask<LedgerResult>(ledgerRequest, query),
		stats: () => ask<StatsResult>(statsRequest, {}),
	};
}

suite('the corpus in the server', () => {
	test('is searched, and rows say where to open', async () => {
		const { search, root, state } = await corpus();
		const { rows, total, index } = await search({ text: 'السفن' });
		assert.equal(total, 2);
		assert.deepEqual(
			rows.map(({ uri, range, text }) => [uri, range.start, range.end, text]),
			[
				[`${root}/news/nabd/2021-03-01.txt`, { line: 1, character: 45 }, { line: 1, character: 50 }, 'للسفن'],
				[`${root}/news/sada/2021-03-02.txt`, { line: 0, character: 49 }, { line: 0, character: 54 }, 'السفن'],
			],
		);
		assert.deepEqual([index.state, state()?.state, index.of, index.done], ['ready', 'ready', 3, 3]);
	});

	test('has a ledger of who said what', async () => {
		const { ledger } = await corpus();
		const { groups } = await ledger({ speaker: 'سامي حداد' });
		assert.deepEqual(
			groups.map(({ speaker, tellings }) => [speaker, tellings.map(({ outlet }) => outlet)]),
			[['سامي حداد', ['nabd', 'sada']]],
		);
	});

	test('is written as a table', async () => {
		const { client, root } = await corpus();
		const asked = { uri: root, format: 'csv', search: { text: 'السفن' } };
		const { content } = await client.connection.sendRequest<ExportResult>(exportRequest, asked);
		assert.equal(content.split('\r\n').length, 4);
	});

	test('is counted, without other annotators where they are hidden', async () => {
		const open = await corpus();
		const shown = await open.stats();
		assert.deepEqual(
			shown.layers.map(({ layer, entities }) => [layer, entities.done]),
			[
				['common', 0],
				['lina', 1],
			],
		);
		assert.deepEqual([shown.articles, shown.speakers[0]?.name, shown.speakers[0]?.count], [3, 'سامي حداد', 2]);
		const hidden = await (await corpus({ options: { hideOtherAnnotators: true } })).stats();
		assert.deepEqual(
			hidden.layers.map(({ layer }) => layer),
			['common'],
		);
	});

	test('follows what is decided, written and removed', async () => {
		const { client, folder, root, uri, search } = await corpus();
		const [first] = (await client.document(uri))?.entities ?? [];
		await client.run('isnad.accept', { uri, id: first?.id ?? '' });
		assert.deepEqual(
			(await search({ status: 'confirmed' })).rows.map(({ text }) => text),
			[first?.text],
		);
		const place = path.join(folder, 'news/new.txt');
		const changed = async (type: 1 | 3) => {
			const changes = [{ uri: `${root}/news/new.txt`, type }];
			await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
		};
		writeFileSync(place, 'غرقت السفن أمس.\n');
		await changed(1);
		assert.equal((await search({ text: 'السفن' })).total, 3);
		rmSync(place);
		await changed(3);
		assert.equal((await search({ text: 'السفن' })).total, 2);
	});

	test('is nothing outside every corpus', async () => {
		const { client } = await corpus();
		assert.equal(await client.connection.sendRequest(searchRequest, { uri: 'file:///nowhere', query: {} }), null);
	});
});
