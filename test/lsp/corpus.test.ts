/** The corpus as a whole, asked of the built server: its index is made in threads. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
	CompletionRequest,
	DidChangeWatchedFilesNotification,
	HoverRequest,
	type MarkupContent,
	ReferencesRequest,
	WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import {
	type EntryResult,
	type ExportResult,
	entryRequest,
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

async function corpus(options: { readonly options?: object; readonly more?: Readonly<Record<string, string>> } = {}) {
	const { client, folder, uri } = await scene({
		files: { ...files, ...options.more },
		client: {
			initializationOptions: { options: options.options ?? {}, abilities: { annotations: true, commandLinks: true } },
		},
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

	test('keeps suggestions back where the settings do', async () => {
		const { client, uri, search, ledger } = await corpus({ options: { suggestions: 'off' } });
		assert.equal((await search({ text: 'السفن' })).total, 2);
		assert.equal((await search({ label: 'PER' })).total, 0);
		assert.equal((await search({ status: 'suggested' })).total, 0);
		assert.equal((await ledger({})).total, 0);
		await client.run('isnad.label', { uri, range: client.range(uri, 'بغداد'), label: 'LOC' });
		assert.equal((await search({ label: 'LOC' })).total, 1);
	});

	test('is nothing outside every corpus', async () => {
		const { client } = await corpus();
		assert.equal(await client.connection.sendRequest(searchRequest, { uri: 'file:///nowhere', query: {} }), null);
	});

	test('tells in hover, references and symbols what the corpus knows of a name', async () => {
		const register =
			'isnad: 1\nentities:\n  - key: salma\n    label: PER\n    name: سلمى الحداد\n    aliases: [سلمى حداد]\n';
		const more = { 'news/sada/2021-04-01.txt': 'وصلت سلمى حداد إلى المرفأ.\n', 'annotations/entities.yaml': register };
		const { client, uri, root, folder } = await corpus({ more });
		const position = { line: 0, character: 6 };
		const at = { textDocument: { uri }, position };
		const hover = await client.connection.sendRequest(HoverRequest.type, at);
		assert.ok(hover);
		const { value: lines } = hover.contents as MarkupContent;
		assert.match(lines, /In the corpus: 2 articles, 1 outlet · First on 2021-04-01/);
		assert.match(lines, /In the register: .salma/);

		const places = await client.connection.sendRequest(ReferencesRequest.type, {
			...at,
			context: { includeDeclaration: true },
		});
		assert.deepEqual(
			places?.map(place => place.uri),
			[uri, `${root}/news/sada/2021-04-01.txt`],
		);

		const symbols = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'سلمى حد' });
		assert.deepEqual(
			symbols?.map(({ name, location }) => [name, 'range' in location && location.range.start.line]),
			[['سلمى الحداد', 2]],
		);

		const sidecar = path.join(folder, 'annotations/news/a.txt.yaml');
		await client.run('isnad.label', { uri, range: client.range(uri, 'بغداد'), label: 'LOC' });
		const yaml = await client.open(sidecar, 'yaml', 'records:\n  - id: abcdef\n    kind: entity\n    entity: ');
		const position2 = { line: 3, character: 12 };
		const offered = await client.connection.sendRequest(CompletionRequest.type, {
			textDocument: { uri: yaml },
			position: position2,
		});
		assert.deepEqual(
			(Array.isArray(offered) ? offered : []).map(({ label, detail }) => [label, detail]),
			[['salma', 'سلمى الحداد']],
		);
	});

	test('tells of one name what is linked to it and what it could be called', async () => {
		const { client, root, uri } = await corpus();
		const asked = { uri: root, spelling: 'سامي حداد', label: 'PER' };
		const facts = await client.connection.sendRequest<EntryResult>(entryRequest, asked);
		assert.deepEqual(
			[facts.mentions, facts.articles, facts.outlets, facts.first, facts.proposedKey],
			[2, 2, 2, '2021-03-01', 'samy-hdad'],
		);
		const { id = '' } = (await client.document(uri))?.entities.find(({ text }) => text === 'سلمى الحداد') ?? {};
		await client.run('isnad.entry.make', { uri, id, key: 'salma', name: 'سلمى' });
		await client.connection.sendRequest(searchRequest, { uri: root, query: { status: 'confirmed' } });
		const made = await client.connection.sendRequest<EntryResult>(entryRequest, { uri: root, key: 'salma' });
		assert.deepEqual([made.key, made.mentions, made.newAliases], ['salma', 1, ['سلمى الحداد']]);
	});
});
