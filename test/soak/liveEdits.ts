/** Texts edited through the protocol: what the server knows after each script is what it knows of the same text opened afresh. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawsBelow } from '../../server/src/core/agreement/mersenneTwister.ts';
import type { AnnotationsParams, DocumentResult } from '../../server/src/protocol/requests.ts';
import type { Highlight, Position } from '../../server/src/protocol/types.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { RawServer } from './support/rawServer.ts';
import { count, none, type Row, type SoakOptions, scaled } from './support/soak.ts';
import { type Draw, fuzzedText, pick, sampleTexts } from './support/texts.ts';

export const name = 'Live edits';

export async function run({ scale, seed, say }: SoakOptions): Promise<readonly Row[]> {
	const scripts = scaled(10_000, scale, 20);
	const root = await temporaryCorpus({ files: { 'annotations/corpus.yaml': 'isnad: 1\n' } });
	const server = new RawServer();
	const drawn = new Map<string, Map<string, Highlight>>();
	const long: string[] = [];
	server.listeners.push((method, params) => {
		if (method === 'isnad/annotations') draw(drawn, params as AnnotationsParams, long);
	});
	const chance = drawsBelow(seed);
	const different: string[] = [];
	const undrawn: string[] = [];
	let edits = 0;
	try {
		await server.start(root);
		const uris = ['edited.txt', 'fresh.txt'].map(file => pathToFileURL(join(root, file)).href);
		const [edited = '', fresh = ''] = uris;
		for (let i = 0; i < scripts && server.alive; i++) {
			let text = startOf(chance);
			open(server, edited, text);
			for (let version = 2, left = 1 + chance(50); left > 0; left--, version++) {
				const change = editOf(text, chance);
				text = applied(text, change);
				const contentChanges = [change.whole ? { text: change.text } : { range: change, text: change.text }];
				server.notify('textDocument/didChange', { textDocument: { uri: edited, version }, contentChanges });
				edits += 1;
			}
			open(server, fresh, text);
			const asked = uris.map(uri => server.request('isnad/document', { uri }));
			// What is drawn is told before what is asked after it.
			await server.settled();
			const [one, other] = asked.map(id => server.answers.get(id)?.[0]?.result as DocumentResult);
			if (known(one) !== known(other)) different.push(JSON.stringify(text));
			if (shown(drawn.get(edited)) !== shown(drawn.get(fresh))) undrawn.push(JSON.stringify(text));
			server.answers.clear();
			for (const uri of uris) server.notify('textDocument/didClose', { textDocument: { uri } });
			if (i % 1000 === 999) say(`${count(i + 1)} of ${count(scripts)} scripts`);
		}
	} finally {
		server.kill();
		await rm(root, { recursive: true, force: true });
	}
	return [
		none(
			`scripts of 1 to 50 edits (${count(edits)} in all) after which names, statements, regions or problems differ from a fresh opening`,
			different,
			scripts,
			'scripts',
		),
		none(
			'scripts after which what the client drew, message by message, differs from a fresh drawing',
			undrawn,
			scripts,
			'scripts',
		),
		none('messages that changed more than a whole drawing would have', long, edits, 'edits'),
	];
}

function startOf(chance: Draw): string {
	if (chance(3) === 0) return fuzzedText(chance).slice(0, 600);
	const article = pick(chance, sampleTexts);
	const from = chance(article.length);
	return article.slice(from, from + 100 + chance(600));
}

function open(server: RawServer, uri: string, text: string): void {
	server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'arabic-news', version: 1, text } });
}

interface Edit {
	readonly start: Position;
	readonly end: Position;
	readonly text: string;
	/** The whole text is sent anew. */
	readonly whole?: boolean;
}

function editOf(text: string, chance: Draw): Edit {
	const insert = chance(3) === 0 ? '' : fuzzedText(chance).slice(0, 1 + chance(15));
	if (chance(40) === 0) return { start: origin, end: origin, text: applied(text, editOf(text, chance)), whole: true };
	const lines = linesOf(text);
	const place = () => {
		const line = chance(lines.length + (chance(10) === 0 ? 3 : 0));
		return { line, character: chance((lines[line]?.length ?? 0) + (chance(10) === 0 ? 50 : 1)) };
	};
	const [one, other] = [place(), chance(2) === 0 ? undefined : place()];
	if (other === undefined) return { start: one, end: one, text: insert };
	const ordered = one.line < other.line || (one.line === other.line && one.character <= other.character);
	return ordered ? { start: one, end: other, text: insert } : { start: other, end: one, text: insert };
}

const origin = { line: 0, character: 0 };

/** As the protocol says: lines end at LF, CRLF and CR; beyond the end of a line or text is that end. */
function applied(text: string, edit: Edit): string {
	if (edit.whole) return edit.text;
	const lines = linesOf(text);
	const offset = ({ line, character }: Position) => {
		const found = lines[line];
		return found === undefined ? text.length : found.start + Math.min(character, found.length);
	};
	return text.slice(0, offset(edit.start)) + edit.text + text.slice(offset(edit.end));
}

function linesOf(text: string): readonly { readonly start: number; readonly length: number }[] {
	const lines: { start: number; length: number }[] = [];
	let start = 0;
	for (const { index, 0: found } of text.matchAll(/\r\n|\r|\n/g)) {
		lines.push({ start, length: index - start });
		start = index + found.length;
	}
	return [...lines, { start, length: text.length - start }];
}

function draw(drawn: Map<string, Map<string, Highlight>>, params: AnnotationsParams, long: string[]): void {
	const items = params.whole ? new Map<string, Highlight>() : (drawn.get(params.uri) ?? new Map<string, Highlight>());
	for (const id of params.removed) items.delete(id);
	for (const item of params.upserted) items.set(item.id, item);
	drawn.set(params.uri, items);
	if (params.upserted.length > items.size) long.push(params.uri);
}

function shown(items: ReadonlyMap<string, Highlight> | undefined): string {
	return JSON.stringify([...(items?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)));
}

function known(document: DocumentResult | undefined): string {
	return JSON.stringify({ ...document, version: 0, revision: 0 });
}
