/** Messages in an order no editor would send them, to the real server over stdio. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawsBelow } from '../../server/src/core/agreement/mersenneTwister.ts';
import { serverCommands } from '../../server/src/protocol/commands.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { RawServer } from './support/rawServer.ts';
import { count, none, type Row, type SoakOptions, scaled } from './support/soak.ts';
import { type Draw, fuzzedText, pick, sampleTexts } from './support/texts.ts';

export const name = 'Protocol sequences';

export async function run({ scale, seed, say }: SoakOptions): Promise<readonly Row[]> {
	const wanted = scaled(2000, scale, 30);
	const root = await temporaryCorpus({ from: 'annotations/sample' });
	const found: Found = { crashed: [], unanswered: [], twice: [], codes: new Map(), requests: 0, messages: 0 };
	const draw = drawsBelow(seed);
	try {
		let server: RawServer | undefined;
		for (let i = 0; i < wanted; i++) {
			if (server === undefined) {
				server = new RawServer();
				await server.start(root);
			}
			// Some end in the middle of their requests, as when a window is closed.
			const ends = i % 20 === 19;
			await sequence(server, root, draw, ends, i % 100 === 7, found);
			if (ends || !server.alive) {
				judge(server, found, ends);
				server.kill();
				server = undefined;
			}
			if (i % 200 === 199) say(`${i + 1} of ${wanted} sequences`);
		}
		if (server !== undefined) {
			judge(server, found, false);
			server.kill();
		}
	} finally {
		await rm(root, { recursive: true, force: true });
	}
	const codes = [...found.codes].sort(([a], [b]) => a - b).map(([code, times]) => `${code} ×${count(times)}`);
	const wrong = [...found.codes].filter(([code]) => !expectedCodes.has(code));
	return [
		none('sequences of 5 to 40 messages after which the server was gone', found.crashed, wanted, 'sequences'),
		none('requests without an answer', found.unanswered, found.requests, 'requests'),
		none('requests with more than one answer', found.twice, found.requests, 'requests'),
		{
			what: 'codes of refusals (-32800 cancelled, -32801 text changed, -32602 wrong parameters, -32601 unknown, -32600 after the end)',
			figure: codes.join(', '),
			bar: 'no other',
			ok: wrong.length === 0,
		},
	];
}

const expectedCodes = new Set([-32800, -32801, -32803, -32602, -32601, -32600]);

interface Found {
	readonly crashed: string[];
	readonly unanswered: string[];
	readonly twice: string[];
	readonly codes: Map<number, number>;
	requests: number;
	messages: number;
}

async function sequence(
	server: RawServer,
	root: string,
	draw: Draw,
	ends: boolean,
	large: boolean,
	found: Found,
): Promise<void> {
	const log: string[] = [];
	const length = 5 + draw(36);
	for (let i = 0; i < length; i++) {
		const [method, params, asks] = message(server, root, draw);
		log.push(`${method} ${JSON.stringify(params)?.slice(0, 60)}`);
		found.messages += 1;
		if (asks) server.request(method, params);
		else server.notify(method, params);
	}
	if (large) {
		const text = sampleTexts.join('\n').repeat(400).slice(0, 10_000_000);
		server.notify('textDocument/didOpen', {
			textDocument: { uri: uriOf(root, draw), languageId: 'x', version: 1, text },
		});
		server.request('textDocument/hover', { textDocument: { uri: uriOf(root, draw) }, position: position(draw) });
	}
	if (ends) {
		server.request('shutdown', null);
		server.request('textDocument/hover', { textDocument: { uri: uriOf(root, draw) }, position: position(draw) });
		await server.settled();
		server.notify('exit', null);
		await server.exited;
		return;
	}
	for (const path of paths)
		server.notify('textDocument/didClose', { textDocument: { uri: pathToFileURL(join(root, path)).href } });
	await server.settled();
	if (!server.alive) found.crashed.push(log.slice(-3).join(' '));
}

function judge(server: RawServer, found: Found, ended: boolean): void {
	for (const [id, answers] of server.answers) {
		found.requests += 1;
		if (answers.length === 0 && !(ended && !server.alive)) found.unanswered.push(`${id}`);
		if (answers.length > 1) found.twice.push(`${id}`);
		for (const { error } of answers) {
			if (error !== undefined) found.codes.set(error.code, (found.codes.get(error.code) ?? 0) + 1);
		}
	}
}

const paths = [
	'news/aljisr-alyawmi/reading-test.txt',
	'news/alsahil-24/snowstorm.txt',
	'news/mukhtabar-net/comet.txt',
	'annotations/news/mukhtabar-net/comet.txt.yaml',
	'annotations/scheme.yaml',
	'news/none.txt',
	'../outside.txt',
];

function uriOf(root: string, draw: Draw): string {
	return draw(40) === 0
		? pick(draw, ['', 'x', 'untitled:1', 'file:///', 'file:///%00', 'http://example.org/a.txt'])
		: pathToFileURL(join(root, pick(draw, paths))).href;
}

const whole = [0, 0, 0, 1, 2, 5, 30, 200, 100_000, 2 ** 31, 2 ** 40];
const odd = [-1, 1.5, Number.NaN, 1e300, '1', null, {}, undefined];

function number(draw: Draw): unknown {
	return draw(60) === 0 ? pick(draw, [...odd, 0]) : pick(draw, whole);
}

function position(draw: Draw): unknown {
	return { line: number(draw), character: number(draw) };
}

function range(draw: Draw): unknown {
	return { start: position(draw), end: position(draw) };
}

const requests = [
	...['hover', 'documentSymbol', 'documentHighlight', 'references', 'definition', 'foldingRange', 'selectionRange'],
	...['codeAction', 'completion', 'diagnostic', 'semanticTokens/full'],
].map(method => `textDocument/${method}`);
const own = ['document', 'article', 'scheme', 'register', 'unfinished', 'find', 'token', 'guess'].map(
	method => `isnad/${method}`,
);

/** Method, parameters, and whether an answer is asked for. */
function message(server: RawServer, root: string, draw: Draw): readonly [string, unknown, boolean] {
	const uri = uriOf(root, draw);
	const textDocument = { uri, languageId: 'arabic-news', version: pick(draw, [-5, 0, 1, 1, 2, 3, 99]) };
	const kind = draw(100);
	if (kind < 15)
		return [
			'textDocument/didOpen',
			{ textDocument: { ...textDocument, text: draw(2) ? fuzzedText(draw) : pick(draw, sampleTexts) } },
			false,
		];
	if (kind < 35) {
		const contentChanges = Array.from({ length: draw(4) }, () =>
			draw(5) === 0 ? { text: fuzzedText(draw) } : { range: range(draw), text: fuzzedText(draw).slice(0, draw(30)) },
		);
		return ['textDocument/didChange', { textDocument, contentChanges }, false];
	}
	if (kind < 42) return ['textDocument/didClose', { textDocument: { uri } }, false];
	if (kind < 45) return ['textDocument/didSave', { textDocument: { uri } }, false];
	if (kind < 51) return ['$/cancelRequest', { id: Math.max(1, server.answers.size - draw(6) + 2) }, false];
	if (kind < 52)
		return [
			'workspace/didChangeConfiguration',
			{ settings: pick(draw, [null, {}, { isnad: { annotator: '../x' } }, { isnad: 3 }]) },
			false,
		];
	if (kind < 53) return ['workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] }, false];
	if (kind < 54) return [pick(draw, ['isnad/unknown', 'textDocument/rename', '$/unknown']), { textDocument }, true];
	if (kind < 72) return [pick(draw, requests), asked(uri, draw), true];
	if (kind < 85) return [pick(draw, own), asked(uri, draw), true];
	return [
		'workspace/executeCommand',
		{ command: pick(draw, [...serverCommands, 'isnad.none']), arguments: [command(uri, draw)] },
		true,
	];
}

function asked(uri: string, draw: Draw): unknown {
	const all = {
		uri,
		textDocument: { uri },
		position: position(draw),
		positions: [position(draw), position(draw)],
		range: range(draw),
		context: { diagnostics: [], includeDeclaration: true },
		query: pick(draw, ['', 'قال', '('.repeat(50), '\ud800']),
		content: [range(draw)],
	};
	return draw(50) === 0 ? pick(draw, [{}, [], { uri: 3 }, { textDocument: null }, { textDocument: { uri: 3 } }]) : all;
}

function command(uri: string, draw: Draw): unknown {
	if (draw(20) === 0) return pick(draw, [null, 3, [], {}, { uri: 7 }]);
	return {
		uri,
		id: pick(draw, ['e00000', '__proto__', 'constructor', '', 5, { a: 1 }]),
		range: range(draw),
		content: draw(3) === 0 ? [] : [range(draw), range(draw)],
		label: pick(draw, ['PER', 'LOC', 'NONE', '__proto__', '', 7]),
		type: pick(draw, ['direct', 'loud']),
		speaker: pick(draw, [null, range(draw)]),
		kind: pick(draw, ['entity', 'statement', 'dream']),
		status: pick(draw, ['done', 'draft', 'x']),
		scope: pick(draw, ['document', 'corpus', 'world']),
		comment: pick(draw, ['', 'x'.repeat(100_000), '\0', '# - : &a *a']),
		entity: pick(draw, ['suad', '../x', '', 9]),
		minScore: number(draw),
		choice: number(draw),
		part: pick(draw, ['content', 'cue', 'speaker', 'x']),
		version: pick(draw, [undefined, 1, 2, 77]),
	};
}
