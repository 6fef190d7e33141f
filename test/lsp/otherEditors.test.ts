import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
	CodeActionRequest,
	type CompletionItem,
	CompletionRequest,
	DefinitionRequest,
	DocumentDiagnosticRequest,
	DocumentHighlightRequest,
	type DocumentSymbol,
	DocumentSymbolRequest,
	FoldingRangeRequest,
	HoverRequest,
	type Location,
	type MarkupContent,
	type Range,
	ReferencesRequest,
	SelectionRangeRequest,
	SemanticTokensRequest,
} from 'vscode-languageserver-protocol';
import type { ServerCommand } from '../../server/src/protocol/commands.ts';
import { ProtocolClient } from '../support/protocolClient.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';

const article = `زارت وفود من القاهرة ميناء اللاذقية.
قالت الخبيرة هدى المنذري إن «الميناء جاهز».
وعادت الوفود إلى القاهرة مساء.
`;
const files = {
	'annotations/corpus.yaml': 'isnad: 1\n',
	'news/port.txt': article,
	'news/bidi.txt': 'عاد الوفد إلى \u202eالقاهرة\u202c.\n',
};

/** The words of a range of the article. */
function words({ start, end }: Range): string {
	return article.split('\n')[start.line]?.slice(start.character, end.character) ?? '';
}

/** What a hover says; "null" where it says nothing. */
async function hoverText(client: ProtocolClient, uri: string, position: Range['start']): Promise<string> {
	const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
	return hover === null ? 'null' : (hover.contents as MarkupContent).value;
}

suite('another editor than ours', () => {
	let folder: string;
	let client: ProtocolClient;
	let uri: string;

	before(async () => {
		folder = await temporaryCorpus({ files });
		client = await ProtocolClient.start({
			folder,
			capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } },
			initializationOptions: {},
		});
		uri = await client.open(path.join(folder, 'news/port.txt'), 'plaintext');
	});

	after(async () => {
		assert.equal(await client.stop(), 0);
		rmSync(folder, { recursive: true });
	});

	const at = (what: string, n = 1) => ({ textDocument: { uri }, position: client.range(uri, what, n).start });

	test('hovers over a suggested name', async () => {
		const said = await hoverText(client, uri, client.range(uri, 'القاهرة').start);
		assert.match(said, /^\*\*القاهرة\*\* · Place · suggested/);
		assert.match(said, /Mentioned 2 times in this text/);
		assert.doesNotMatch(said, /command:/);
	});

	test('finds every mention', async () => {
		const highlights = await client.connection.sendRequest(DocumentHighlightRequest.type, at('القاهرة'));
		assert.deepEqual(
			highlights?.map(({ range }) => words(range)),
			['القاهرة', 'القاهرة'],
		);
		const context = { includeDeclaration: false };
		const references = await client.connection.sendRequest(ReferencesRequest.type, { ...at('القاهرة', 2), context });
		assert.deepEqual(
			references?.map(({ range }) => range.start.line),
			[2],
		);
		const definition = await client.connection.sendRequest(DefinitionRequest.type, at('القاهرة', 2));
		assert.equal((definition as Location).range.start.line, 0);
	});

	test('outlines the text', async () => {
		const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
		const names = (symbols as DocumentSymbol[]).find(({ name }) => name === 'Names');
		const places = names?.children?.find(({ name }) => name === 'Place');
		assert.ok(places?.children?.some(({ name, detail }) => name === 'القاهرة' && detail === '2'));
	});

	test('grows selections, folds, colours', async () => {
		const textDocument = { uri };
		const positions = [client.range(uri, 'القاهرة').start];
		const grown = await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions });
		assert.deepEqual(
			[grown?.[0]?.range, grown?.[0]?.parent?.range].map(range => range && words(range)),
			['القاهرة', 'زارت وفود من القاهرة ميناء اللاذقية.'],
		);
		assert.deepEqual(await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument }), []);
		const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
		assert.ok(tokens && tokens.data.length > 0 && tokens.data.length % 5 === 0);
	});

	test('accepts by code action, and finds it in the sidecar', async () => {
		const actions = await client.connection.sendRequest(CodeActionRequest.type, {
			textDocument: { uri },
			range: client.range(uri, 'القاهرة'),
			context: { diagnostics: [], only: ['quickfix'] },
		});
		const accept = actions?.find(action => 'isPreferred' in action && action.isPreferred);
		assert.ok(accept && 'kind' in accept && accept.command);
		const { command, arguments: given } = accept.command;
		const answer = await client.run(command as ServerCommand, given?.[0]);
		assert.deepEqual(answer.problems, []);
		const sidecar = readFileSync(path.join(folder, 'annotations/news/port.txt.yaml'), 'utf8');
		assert.match(sidecar, /label: LOC\n/);
		assert.match(sidecar, /exact: القاهرة\n/);
		const said = await hoverText(client, uri, client.range(uri, 'القاهرة').start);
		assert.match(said, /confirmed, accepted from a suggestion/);
	});

	test('asks for diagnostics, and is pushed none', async () => {
		const bidi = await client.open(path.join(folder, 'news/bidi.txt'), 'plaintext');
		const textDocument = { uri: bidi };
		const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
		assert.ok(report.kind === 'full');
		assert.deepEqual(
			report.items.map(({ code, range }) => [code, range.start.character]),
			[['bidi-override', 14]],
		);
		assert.deepEqual(client.diagnostics, []);
	});

	test('completes and checks sidecars', async () => {
		const yaml = path.join(folder, 'annotations/news/other.txt.yaml');
		const text = 'isnad: 1\nrecords:\n  - id: a\n    kind: entity\n    label: CAR\n    span: [9, 2]\n';
		const textDocument = { uri: await client.open(yaml, 'yaml', text) };
		const position = { line: 4, character: 14 };
		const items = await client.connection.sendRequest(CompletionRequest.type, { textDocument, position });
		assert.deepEqual(
			(items as CompletionItem[]).map(({ label }) => label),
			['PER', 'ORG', 'LOC', 'DATE', 'MISC'],
		);
		const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
		assert.ok(report.kind === 'full');
		assert.deepEqual(
			report.items.map(({ code, range }) => `${range.start.line} ${code}`),
			['5 sidecar-span-invalid', '4 sidecar-label-unknown'],
		);
	});

	test('is answered nothing about a document that is not open', async () => {
		const none = pathToFileURL(path.join(folder, 'news/none.txt')).href;
		assert.equal(await hoverText(client, none, { line: 0, character: 0 }), 'null');
		const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: none } });
		assert.deepEqual(report, { kind: 'full', items: [] });
	});
});

test('our own editor is told of links, in Arabic where that is wanted, and of nothing that scrambles lines', async () => {
	const folder = await temporaryCorpus({ files });
	const client = await ProtocolClient.start({
		folder,
		initializationOptions: { options: { uiLanguage: 'ar' }, abilities: { annotations: true, commandLinks: true } },
	});
	try {
		const uri = await client.open(path.join(folder, 'news/port.txt'));
		const said = await hoverText(client, uri, client.range(uri, 'القاهرة').start);
		assert.match(said, /مكان.*اقتراح آلي/);
		assert.match(said, /\[قبول\]\(command:isnad\.editor\.accept\?/);
		assert.equal(client.initialized.capabilities.semanticTokensProvider, undefined);
		assert.equal(client.initialized.capabilities.definitionProvider, undefined);
	} finally {
		await client.stop();
		rmSync(folder, { recursive: true });
	}
});
