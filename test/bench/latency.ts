/**
 * How long an editor waits: `node --import ./build/hooks.ts test/bench/latency.ts`. The built server over stdio, with texts of 8,000 and
 * 100,000 characters: from an edit to the fresh highlights, hover and highlights under the cursor, the longest time its events waited,
 * and from its start to the first highlights. By the clock, so for a quiet machine. Numbers are for reading, nothing fails.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleTo } from '../support/bundle.ts';
import { ClockedServer } from './clockedServer.ts';
import { benchTexts, percentile } from './texts.ts';

const edits = 200;
const { texts, of } = await benchTexts(400);
const folder = mkdtempSync(join(tmpdir(), 'isnad-latency-'));

try {
	const program = join(folder, 'server.cjs');
	await bundleTo('server/src/main.node.ts', program);
	mkdirSync(join(folder, 'annotations'));
	writeFileSync(join(folder, 'annotations/corpus.yaml'), 'isnad: 1\ninclude:\n  - "**/*.txt"\n');
	console.log(`texts        of ${of}, ${edits} edits of one letter each at places all over`);
	await printStart(program);
	for (const [length, budget] of [
		[8000, 8],
		[100_000, 16],
	] as const) {
		await printEdits(program, length, budget);
	}
} finally {
	rmSync(folder, { recursive: true });
}

/** Articles one behind another, so long. */
function textOf(length: number): string {
	let text = '';
	for (let i = 0; text.length < length; i++) text += `${texts[i % texts.length]}\n`;
	return text.slice(0, length);
}

async function printStart(program: string): Promise<void> {
	const times: number[] = [];
	for (let run = 0; run < 5; run++) {
		const start = performance.now();
		const server = new ClockedServer(program);
		await server.start(folder);
		const uri = pathToFileURL(join(folder, 'start.txt')).href;
		const drawn = server.nextHighlights();
		server.open(uri, textOf(8000));
		times.push((await drawn) - start);
		await server.stop();
	}
	console.log(
		`start        ${percentile(times, 0.5).toFixed(0)} ms to the first highlights, 8,000 characters (budget 300)`,
	);
}

async function printEdits(program: string, length: number, budget: number): Promise<void> {
	const server = new ClockedServer(program);
	await server.start(folder);
	const uri = pathToFileURL(join(folder, `${length}.txt`)).href;
	const lines = textOf(length).split('\n');
	const first = server.nextHighlights();
	server.open(uri, lines.join('\n'));
	await first;
	const times: Record<'edit' | 'hover' | 'highlight', number[]> = { edit: [], hover: [], highlight: [] };
	for (let edit = 0; edit < edits; edit++) {
		const line = (edit * 7919) % lines.length;
		const character = (edit * 31) % ((lines[line]?.length ?? 0) + 1);
		const place = { line, character };
		const drawn = server.nextHighlights();
		const start = performance.now();
		server.change(uri, edit + 2, place, 'ب');
		times.edit.push((await drawn) - start);
		lines[line] = `${lines[line]?.slice(0, character)}ب${lines[line]?.slice(character)}`;
		const params = { textDocument: { uri }, position: place };
		times.hover.push(await server.timed('textDocument/hover', params));
		times.highlight.push(await server.timed('textDocument/documentHighlight', params));
	}
	const blocked = await server.stop();
	const warm = edits / 4;
	const figure = (name: keyof typeof times) => {
		const each = times[name].slice(warm);
		return `median ${percentile(each, 0.5).toFixed(1)} ms, p95 ${percentile(each, 0.95).toFixed(1)} ms`;
	};
	console.log(`\n${length.toLocaleString('en')} characters`);
	console.log(`edit         ${figure('edit')} to fresh highlights (budget ${budget})`);
	console.log(`hover        ${figure('hover')} (budget 5)`);
	console.log(`highlight    ${figure('highlight')} (budget 5)`);
	console.log(`event loop   blocked ${blocked} ms at the most (budget 50)`);
}
