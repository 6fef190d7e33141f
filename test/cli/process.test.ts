/** What only a process of its own shows: threads, pipes, signals. */
import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { after, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bundleTo } from '../support/bundle.ts';

const root = join(import.meta.dirname, '../..');
const hooks = pathToFileURL(join(root, 'build/hooks.ts')).href;
const fromSource = ['--import', hooks, join(root, 'server/src/cli.ts')];

function isnad(args: readonly string[], program = fromSource): ChildProcessByStdio<Writable, Readable, Readable> {
	const child = spawn(process.execPath, [...program, ...args], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
	started.push(child);
	return child;
}

const started: ChildProcessByStdio<Writable, Readable, Readable>[] = [];
after(() => {
	for (const child of started) child.kill('SIGKILL');
});

/** What is printed until it matches, or all of it. */
async function printed(stream: Readable, wanted: RegExp): Promise<string> {
	let seen = '';
	stream.setEncoding('utf8');
	for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
		seen += chunk;
		if (wanted.test(seen)) break;
	}
	return seen;
}

async function outcome(child: ChildProcessByStdio<Writable, Readable, Readable>, input = '') {
	// A process that has read enough closes its end.
	child.stdin.on('error', () => undefined);
	child.stdin.end(input);
	const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
	return { code, stdout, stderr };
}

/** Documents of very different length, and some lines that are none. */
const input = Array.from({ length: 200 }, (_, index) => {
	const article = 'قال وزير الخارجية سامح شكري يوم الخميس: «لن نسمح بذلك».\n'.repeat((index * 7919) % 41);
	return index % 50 === 7 ? 'ليس كذلك' : JSON.stringify({ id: `${index}`, text: article });
}).join('\n');

suite('isnad as a process', () => {
	test('tells the version of the package', async () => {
		const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
		assert.deepEqual(await outcome(isnad(['--version'])), { code: 0, stdout: `${version}\n`, stderr: '' });
	});

	test('prints the same on any number of threads', async () => {
		const alone = await outcome(isnad(['suggest', '--stdin-jsonl']), input);
		const together = await outcome(isnad(['suggest', '--stdin-jsonl', '--jobs', '3']), input);
		assert.equal(alone.code, 1);
		assert.equal(alone.stdout.split('\n').length, 201);
		assert.deepEqual(together, alone);
	});

	test('starts threads from a bundle too', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'isnad-bundle-'));
		const program = join(folder, 'cli.cjs');
		await bundleTo('server/src/cli.ts', program);
		const args = ['suggest', 'test/fixtures/score/gold', '--jobs', '2'];
		const bundled = await outcome(isnad(args, [program]));
		await rm(folder, { recursive: true });
		assert.deepEqual(bundled, await outcome(isnad(args)));
	});

	test('ends quietly when its reader leaves', async () => {
		const child = isnad(['suggest', '--stdin-jsonl']);
		child.stdin.on('error', () => undefined);
		child.stdin.write(`${input}\n`);
		await printed(child.stdout, /\n/);
		child.stdout.destroy();
		const feeding = setInterval(() => child.stdin.write('{"id":"more","text":"قال"}\n'), 5);
		const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
		clearInterval(feeding);
		assert.equal(code, stderr === '' ? 0 : 1);
		assert.doesNotMatch(stderr, /EPIPE/);
	});

	test('answers a line before the next one comes, and stops when interrupted', async () => {
		const child = isnad(['suggest', '--stdin-jsonl', '--jobs', '2']);
		child.stdin.write('{"id":"first","text":"قال"}\n');
		assert.match(await printed(child.stdout, /\n/), /^\{"id":"first".*\}\n$/);
		child.kill('SIGINT');
		const [code, signal] = await once(child, 'exit');
		// Windows has no signals: there the process just ends.
		assert.ok(code === 130 || (process.platform === 'win32' && signal === 'SIGINT'), `${code} ${signal}`);
	});

	test('speaks the language server protocol', async () => {
		const child = isnad(['lsp', '--stdio']);
		const send = (message: object) => {
			const body = JSON.stringify({ jsonrpc: '2.0', ...message });
			child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
		};
		send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
		const initialized = /^Content-Length: \d+\r\n[\s\S]*"serverInfo":\{"name":"isnad"/;
		assert.match(await printed(child.stdout, initialized), initialized);
		child.stdout.resume();
		send({ id: 2, method: 'shutdown' });
		send({ method: 'exit' });
		const [code] = await once(child, 'exit');
		assert.equal(code, 0);
	});

	test('speaks it over standard input and output only', async () => {
		const { code, stdout, stderr } = await outcome(isnad(['lsp']));
		assert.deepEqual([code, stdout], [2, '']);
		assert.match(stderr, /isnad lsp --stdio/);
	});
});
