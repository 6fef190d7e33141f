/** Articles opened, looked at and closed, over and over: the server's memory comes back. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { RawServer } from './support/rawServer.ts';
import { count, type Row, type SoakOptions, scaled } from './support/soak.ts';

export const name = 'Opening and closing';

const articles = [
	'news/aljisr-alyawmi/reading-test.txt',
	'news/alsahil-24/snowstorm.txt',
	'news/mukhtabar-net/comet.txt',
	'news/sada-almina/muscat-talks.txt',
];

export async function run({ scale, say }: SoakOptions): Promise<readonly Row[]> {
	const cycles = scaled(5000, scale, 40);
	const root = await temporaryCorpus({ from: 'annotations/sample' });
	const server = new RawServer();
	try {
		await server.start(root);
		const texts = await Promise.all(articles.map(path => readFile(join(root, path), 'utf8')));
		const cycle = async (i: number) => {
			const uri = pathToFileURL(join(root, articles[i % articles.length] ?? '')).href;
			const text = texts[i % texts.length] ?? '';
			server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'arabic-news', version: 1, text } });
			const change = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, text: 'و' };
			server.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [change] });
			server.request('textDocument/hover', { textDocument: { uri }, position: { line: 2, character: 4 } });
			await server.settled();
			server.answers.clear();
			server.notify('textDocument/didClose', { textDocument: { uri } });
		};
		// The compiler and the caches are warm after a tenth.
		const warm = Math.ceil(cycles / 10);
		for (let i = 0; i < warm; i++) await cycle(i);
		const before = await server.heap();
		for (let i = 0; i < cycles; i++) {
			await cycle(i);
			if (i % 1000 === 999) say(`${count(i + 1)} of ${count(cycles)}`);
		}
		const after = await server.heap();
		const code = await server.stop();
		return [
			{
				what: `${count(cycles)} cycles of open, edit, hover, close`,
				figure: `exit code ${code}`,
				bar: '0',
				ok: code === 0,
			},
			{
				what: 'growth of what the server keeps in memory (heap after collecting garbage)',
				figure: `${(after - before).toFixed(1)} MB, from ${before.toFixed(1)} MB`,
				bar: '< 5 MB',
				ok: after - before < 5,
				measured: true,
			},
		];
	} finally {
		server.kill();
		await rm(root, { recursive: true, force: true });
	}
}
