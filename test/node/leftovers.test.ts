import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeFiles } from '../../server/src/node/nodeFiles.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { until } from '../support/until.ts';

let root: string;
let folder: string;
let count = 0;
let writer: ChildProcess | undefined;

before(async () => {
	root = await temporaryCorpus({});
});

after(() => rm(root, { recursive: true, force: true }));

// Each folder is swept once in a while only, so each test has its own.
beforeEach(async () => {
	folder = join(root, String(++count));
	await mkdir(folder);
});

afterEach(kill);

function uri(name: string): string {
	return pathToFileURL(join(folder, name)).href;
}

/** Starts another process and leaves it in the middle of writing: its temporary file is there and never gets its name. Answers that file's. */
async function startWriter(): Promise<string> {
	const script = `
		import fs from 'node:fs/promises';
		import { syncBuiltinESMExports } from 'node:module';
		fs.rename = () => new Promise(() => setInterval(() => {}, 1000));
		syncBuiltinESMExports();
		const { nodeFiles } = await import(${JSON.stringify(new URL('../../server/src/node/nodeFiles.ts', import.meta.url).href)});
		await nodeFiles.write(${JSON.stringify(uri('a.yaml'))}, new TextEncoder().encode('half'));
	`;
	writer = spawn(process.execPath, ['--input-type=module', '--eval', script], {
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	return until('the other process writes', async () => (await readdir(folder)).at(0));
}

async function kill(): Promise<void> {
	if (writer !== undefined) {
		const exit = once(writer, 'exit');
		writer.kill('SIGKILL');
		writer = undefined;
		await exit;
	}
}

/** As if it had been written this long ago. */
async function age(name: string, minutes: number): Promise<void> {
	const time = Date.now() / 1000 - minutes * 60;
	await utimes(join(folder, name), time, time);
}

/** What is in the folder after a write, besides the file written. */
async function checkAfterWrite(...left: readonly string[]): Promise<void> {
	await nodeFiles.write(uri('b.yaml'), new TextEncoder().encode('whole'));
	assert.deepEqual(await readdir(folder), [...left, 'b.yaml'].sort());
}

suite('temporary files', () => {
	test('of a killed process are removed when they are old', async () => {
		const leftover = await startWriter();
		await kill();
		await age(leftover, 11);
		await checkAfterWrite();
	});

	test('stay while their process lives, however old: it may have been suspended', async () => {
		const leftover = await startWriter();
		await age(leftover, 600);
		await checkAfterWrite(leftover);
	});

	test('stay while they are new, since a process on another machine is not seen', async () => {
		const leftover = await startWriter();
		await kill();
		await age(leftover, 9);
		await checkAfterWrite(leftover);
	});

	test('with our own number are removed when they are old: numbers repeat in containers', async () => {
		const name = `.isnad-${process.pid}-0123456789ab.tmp`;
		await writeFile(join(folder, name), 'half');
		await age(name, 11);
		await checkAfterWrite();
	});

	test('of others are none of our business', async () => {
		const others = [
			'.a.yaml.swp',
			'.isnad-999999999.tmp',
			'.isnad-x-0123456789ab.tmp',
			'isnad-999999999-0123456789ab.tmp',
			'a.tmp',
		];
		for (const name of others) {
			await writeFile(join(folder, name), '');
			await age(name, 600);
		}
		await checkAfterWrite(...others);
	});
});
