/** A hundred payloads of markup, as text, name, label, comment, register entry and file name, through every surface that shows them. */
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { besideIsolated, inert, isolated } from '../../client/src/bidi.ts';
import { readerHtml } from '../../client/src/reader/html.ts';
import type { DocumentResult } from '../../server/src/protocol/requests.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { isnad } from './support/isnad.ts';
import { RawServer } from './support/rawServer.ts';
import { none, type Row, type SoakOptions } from './support/soak.ts';

export const name = 'Markup';

const payloads: readonly string[] = JSON.parse(
	readFileSync(join(import.meta.dirname, '../fixtures/markup.json'), 'utf8'),
);
const before = 'قالت ';

export async function run({ scale, say }: SoakOptions): Promise<readonly Row[]> {
	const chosen = payloads.filter((_payload, index) => scale >= 0.1 || index % 5 === 0);
	const root = await temporaryCorpus({
		files: Object.assign({ ...corpusFiles(chosen) }, ...chosen.map(article), ...chosen.map(oddName)),
	});
	try {
		const { live, loud, changed } = await throughServer(root, chosen);
		say('server done');
		const { cells, lines, controls, broken } = await throughCommands(root);
		return [
			none('payloads that are markup in a hover', live, chosen.length, 'payloads'),
			none('that reach a message, a list or the status bar as a link or an icon', loud, chosen.length, 'payloads'),
			none(
				'that add an element or attribute to the page of the Reader',
				chosen.filter(inReader),
				chosen.length,
				'payloads',
			),
			none('articles or sidecars changed by reading them', changed, chosen.length, 'articles'),
			none('cells of CSV that a spreadsheet would take for a formula', cells.found, cells.of, 'cells'),
			none('lines of JSON Lines that are not one line of JSON', lines.found, lines.of, 'lines'),
			none('outputs on a terminal, or lines of messages, with controls', controls.found, controls.of, 'outputs'),
			none('exported XML with an element of theirs', broken.found, broken.of, 'files'),
		];
	} finally {
		await rm(root, { recursive: true, force: true });
	}
}

function corpusFiles(chosen: readonly string[]): Readonly<Record<string, string>> {
	const entities = chosen.map((payload, index) => ({
		...{ key: `${payload}${index}`, label: 'PER', name: payload, aliases: [payload], note: payload },
	}));
	return {
		'annotations/corpus.yaml': 'isnad: 1\n',
		'annotations/entities.yaml': stringify({ isnad: 1, entities }, { lineWidth: 0 }),
	};
}

/** An article that holds the payload twice, and is called so as far as a disk allows. */
function article(payload: string, index: number): Readonly<Record<string, string>> {
	const path = pathOf(payload, index);
	const words = oneLine(payload);
	const text = textOf(payload);
	const from = [...before].length;
	const to = from + [...words].length;
	const said = [...text].length;
	const record = {
		...{
			id: 'e1aaaa',
			kind: 'entity',
			state: 'confirmed',
			label: payload,
			span: [from, to],
			exact: words,
			form: payload,
		},
		...{ entity: payload, from: 'manual', comment: payload, by: payload },
	};
	const statement = {
		...{ id: 's1aaaa', kind: 'statement', state: 'confirmed', type: 'direct' },
		content: [{ span: [to + 1, said - 1], exact: text.slice(before.length + words.length + 1, -1) }],
		...{ speaker: { span: [from, to], exact: words }, speakerEntity: `unnamed:${payload}`, comment: payload },
	};
	const sidecar = {
		isnad: 1,
		text: path,
		labels: { topic: payload },
		meta: { outlet: payload },
		records: [record, statement],
	};
	return { [path]: text, [`annotations/${path}.yaml`]: stringify(sidecar, { lineWidth: 0 }) };
}

/** Line ends would be others on the disk's way to the server. */
function oneLine(payload: string): string {
	return payload.replace(/[\r\n]/g, ' ');
}

function textOf(payload: string): string {
	return `${before}${oneLine(payload)} إن القرار نهائي ${oneLine(payload)}.\n`;
}

function pathOf(payload: string, index: number): string {
	return `news/${index} ${payload.replace(/[/\\\p{Cc}]/gu, '_').slice(0, 60)}.txt`;
}

/** Articles with controls in their names are no articles for the server; the command line meets them all the same. */
function oddName(payload: string, index: number): Readonly<Record<string, string>> {
	const path = `odd/${index} ${payload.replace(/[/\0]/g, '_').slice(0, 60)}.txt`;
	return /\p{Cc}/u.test(path) ? { [path]: textOf(payload) } : {};
}

async function throughServer(root: string, chosen: readonly string[]) {
	const server = new RawServer();
	const [live, loud, changed]: [string[], string[], string[]] = [[], [], []];
	try {
		await server.start(root);
		for (const [index, payload] of chosen.entries()) {
			const path = pathOf(payload, index);
			const files = [path, `annotations/${path}.yaml`].map(file => join(root, file));
			const old = files.map(file => readFileSync(file, 'utf8'));
			const uri = pathToFileURL(join(root, path)).href;
			const text = textOf(payload);
			server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'arabic-news', version: 1, text } });
			const document = server.request('isnad/document', { uri });
			const hovers = [before.length + 1, text.indexOf(' إن ') + 8].map(character =>
				server.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character } }),
			);
			const diagnostics = server.request('textDocument/diagnostic', { textDocument: { uri } });
			await server.settled();
			const told = server.answers.get(document)?.[0]?.result as DocumentResult | undefined;
			const shown = hovers.map(id => hoverOf(server.answers.get(id)?.[0]?.result));
			if (shown.some(markdown => markdown === undefined || isMarkup(markdown)) || told?.entities.length === 0) {
				live.push(
					`${JSON.stringify(payload)}: ${shown.find(markdown => markdown === undefined || isMarkup(markdown))}`,
				);
			}
			const messages = JSON.stringify(server.answers.get(diagnostics));
			if (
				[payload, messages].some(words => [inert, isolated, besideIsolated].some(show => /\]\(|\$\(/.test(show(words))))
			) {
				loud.push(payload);
			}
			if (files.some((file, at) => readFileSync(file, 'utf8') !== old[at])) changed.push(payload);
			server.notify('textDocument/didClose', { textDocument: { uri } });
		}
		return { live, loud, changed };
	} finally {
		server.kill();
	}
}

function hoverOf(result: unknown): string | undefined {
	const contents = (result as { readonly contents?: { readonly value?: string } } | null | undefined)?.contents;
	return contents?.value;
}

/** Whether anything is left that Markdown reads as more than words, once our own bold type and command links are taken away. */
function isMarkup(markdown: string): boolean {
	const ours = /\[[^\][\\]*\]\(command:isnad\.editor\.\w+\?[\w%.-]+\)/g;
	const rest = markdown
		.replace(/\\[\\`*_[\]~@$:.]/g, '')
		.replace(ours, '')
		.replace(/\*\*/g, '');
	return /[<>`[\]*]|:\/\/|www\.|&(?!amp;|lt;|gt;)|[\u202a-\u202e]|(?!\n)\p{Cc}/u.test(rest);
}

/** Elements and attributes of the Reader's page must be those of a page of the same lines without markup. */
function inReader(payload: string): boolean {
	return skeleton(page(payload)) !== skeleton(page('x')) || skeleton(page('x', payload)) !== skeleton(page('x'));
}

function page(words: string, title = 'x'): string {
	return readerHtml({
		...{
			lines: [`قال ${oneLine(words)} ذلك.`, 'ثم مضى.'],
			version: 1,
			source: 'x:',
			nonce: 'n',
			script: 'x:s',
			style: 'x:c',
		},
		...{ fonts: { arabic: 'x:a', latin: 'x:l' }, look: { size: 20, leading: 2, width: 700 }, language: 'en', title },
	});
}

/** Every tag as a browser's tokenizer would find it; values of attributes, which are quoted, left out. */
function skeleton(html: string): string {
	return [...html.matchAll(/<[^\s>"']*(?:"[^"]*"|'[^']*'|[^>"'])*>?/g)]
		.map(([tag]) => tag.replace(/"[^"]*"/g, '""'))
		.join('');
}

interface Found {
	readonly found: string[];
	of: number;
}

async function throughCommands(root: string) {
	const [cells, lines, controls, broken]: Found[] = Array.from({ length: 4 }, () => ({ found: [], of: 0 })) as Found[];
	const look = (to: Found | undefined, words: string, isWrong: boolean): void => {
		if (to === undefined) return;
		to.of += 1;
		if (isWrong) to.found.push(JSON.stringify(words.slice(0, 100)));
	};
	const where = ['--corpus', root, '--jobs', '1'];
	for (const args of [['search', '--label', 'PER'], ['search', 'القرار'], ['ledger']]) {
		const csv = await isnad([...args, ...where, '--format', 'csv']);
		for (const row of csvRows(csv.stdout.replace(/^\uFEFF/, ''))) {
			for (const cell of row) look(cells, cell, /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(cell));
		}
		const jsonl = await isnad([...args, ...where, '--format', 'jsonl']);
		for (const line of jsonl.stdout.split('\n').slice(0, -1)) look(lines, line, !isJson(line));
		look(controls, csv.stderr, hasControls(csv.stderr));
		const onTerminal = await throughTerminal([...args, ...where]);
		if (onTerminal !== undefined) look(controls, onTerminal, hasControls(onTerminal));
	}
	const checked = await isnad(['check', root]);
	for (const line of checked.stdout.split('\n')) look(controls, line, hasControls(line));
	const onTerminal = await throughTerminal(['check', root]);
	if (onTerminal !== undefined) look(controls, onTerminal, hasControls(onTerminal));
	const output = join(root, 'out');
	await isnad(['export', '--format', 'cas-xmi', '--output', output, root]);
	for (const file of globSync('**/*.xmi', { cwd: output })) {
		const source = readFileSync(join(output, file), 'utf8');
		look(broken, file, /<(?!\?xml|\/?(?:xmi|cas|type\d*|custom|webanno|[\w.-]+):)/.test(source));
	}
	return { cells, lines, controls, broken } as Record<'cells' | 'lines' | 'controls' | 'broken', Found>;
}

/** What stands on a terminal after a command; undefined where there is no program that plays one. */
async function throughTerminal(args: readonly string[]): Promise<string | undefined> {
	if (process.platform !== 'linux') return undefined;
	const program = join(import.meta.dirname, '../../dist/cli.js');
	const command = [process.execPath, program, ...args].map(word => `'${word}'`).join(' ');
	const { stdout } = await promisify(execFile)('script', ['-qc', command, '/dev/null'], { maxBuffer: 2 ** 26 }).catch(
		error => error as { readonly stdout?: string },
	);
	// A terminal ends its lines with CR LF; the line of progress is ours.
	return stdout?.replaceAll('\r\u001b[K', '').replaceAll('\r\n', '\n');
}

function hasControls(words: string): boolean {
	return /(?![\n\t])\p{Cc}/u.test(words);
}

function isJson(line: string): boolean {
	try {
		return typeof JSON.parse(line) === 'object';
	} catch {
		return false;
	}
}

function csvRows(csv: string): readonly (readonly string[])[] {
	const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
	const rows: string[][] = [[]];
	for (let match = cell.exec(csv); match !== null && match[0] !== ''; match = cell.exec(csv)) {
		rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
		if (match[3] === '\r\n') rows.push([]);
	}
	return rows;
}
