import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { lutimes, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
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

/** Starts another process, here or as if on another machine, and leaves it in the middle of writing: its temporary file is there and never gets its name. Answers that file's. */
async function startWriter(where: 'here' | 'elsewhere' = 'here'): Promise<string> {
	const script = `
		import fs from 'node:fs/promises';
		import { syncBuiltinESMExports } from 'node:module';
		import os from 'node:os';
		if (${where === 'elsewhere'}) os.hostname = () => 'elsewhere';
		fs.rename = () => new Promise(() => setInterval(() => {}, 1000));
		syncBuiltinESMExports();
		const { nodeFiles } = await import(${JSON.stringify(new URL('../../server/src/node/nodeFiles.ts', import.meta.url).href)});
		await nodeFiles.write(${JSON.stringify(uri('a.yaml'))}, new TextEncoder().encode('half'));
	`;
	writer = spawn(process.execPath, ['--input-type=module', '--eval', script], {
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	return until('the other process writes', async () => {
		const names = await readdir(folder);
		return names.some(name => name.endsWith('.lock')) && names.find(name => name.endsWith('.tmp'));
	});
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
	await lutimes(join(folder, name), time, time);
}

/** What is in the folder after a write, besides the file written. */
async function checkAfterWrite(...left: readonly string[]): Promise<void> {
	await nodeFiles.write(uri('b.yaml'), new TextEncoder().encode('whole'));
	assert.deepEqual(await readdir(folder), [...left, 'b.yaml'].sort());
}

suite('temporary files and locks', () => {
	test('of a killed process are removed', async () => {
		await startWriter();
		await kill();
		await checkAfterWrite();
	});

	test('of a killed process are removed on asking, without a write', async () => {
		await startWriter();
		await kill();
		await nodeFiles.tidy(uri(''));
		assert.deepEqual(await readdir(folder), []);
	});

	test('stay while their process lives, however old: it may have been suspended', async () => {
		const leftover = await startWriter();
		const [lock = ''] = (await readdir(folder)).filter(name => name !== leftover);
		await age(leftover, 600);
		await checkAfterWrite(leftover, lock);
	});

	test('of another machine stay while they are new, since its processes are not seen', async () => {
		const leftover = await startWriter('elsewhere');
		await kill();
		const [lock = ''] = (await readdir(folder)).filter(name => name !== leftover);
		await age(leftover, 9);
		await checkAfterWrite(leftover, lock);
	});

	test('of another machine are removed when they are old', async () => {
		const leftover = await startWriter('elsewhere');
		await kill();
		for (const name of await readdir(folder)) await age(name, 11);
		await nodeFiles.tidy(uri(''));
		assert.ok((await readdir(folder)).includes(leftover));
		await checkAfterWrite();
	});

	test('of another container with our own number are removed when they are old: numbers repeat there', async () => {
		const name = `.isnad-00000000-${process.pid}-0123456789ab.tmp`;
		await writeFile(join(folder, name), 'half');
		await age(name, 11);
		await checkAfterWrite();
	});

	test('of others are none of our business', async () => {
		const others = [
			'.a.yaml.swp',
			'.isnad-999999999.tmp',
			'.isnad-00000000-x-0123456789ab.tmp',
			'isnad-00000000-999999999-0123456789ab.tmp',
			'.isnad-0123456789abcdef.lock',
			'a.tmp',
		];
		for (const name of others) {
			await writeFile(join(folder, name), '');
			await age(name, 600);
		}
		await checkAfterWrite(...others);
	});
});
