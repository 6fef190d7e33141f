import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, open, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { FileProblem } from '../../server/src/core/fileProblem.ts';
import type { FileProblemCode } from '../../server/src/core/ports.ts';
import { nodeFiles } from '../../server/src/node/nodeFiles.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';

let root: string;
let folder: string;
let count = 0;

before(async () => {
	root = await temporaryCorpus({});
});

after(() => rm(root, { recursive: true, force: true }));

beforeEach(async () => {
	folder = join(root, String(++count));
	await mkdir(folder);
});

function uri(name: string): string {
	return pathToFileURL(join(folder, name)).href;
}

function bytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

async function content(name: string): Promise<string | undefined> {
	const found = await nodeFiles.read(uri(name));
	return found && new TextDecoder().decode(found);
}

async function checkWrite(name: string, text = 'نص'): Promise<void> {
	await nodeFiles.write(uri(name), bytes(text));
	assert.equal(await content(name), text, name);
	assert.equal(await readFile(join(folder, name), 'utf8'), text, name);
}

async function checkRefused(code: FileProblemCode, where: string, action: Promise<unknown>): Promise<void> {
	await assert.rejects(action, error => {
		assert.ok(error instanceof FileProblem, String(error));
		assert.deepEqual({ code: error.code, uri: error.uri }, { code, uri: where });
		return true;
	});
}

suite('files on a disk', () => {
	test('are made with the folders they need, and read again', async () => {
		await checkWrite('a.txt');
		await checkWrite('by/سلمى/news/a.txt.yaml');
		await checkWrite('empty', '');
	});

	test('keep their names, letter for letter', async () => {
		// As long as a disk lets a name be: 255 bytes.
		const long = `${'خبر'.repeat(40)}-12345.txt.yaml`;
		const names = [
			'100%.txt',
			'a#b?c',
			'a b.txt',
			'أ.txt'.normalize('NFC'),
			'😀.txt',
			'%2e%2e',
			`${'x'.repeat(250)}.yaml`,
			long,
		];
		for (const name of names) {
			await checkWrite(name, name);
		}
		assert.deepEqual(await readdir(folder), [...names].sort());
		await checkWrite('أ.txt'.normalize('NFD'));
	});

	test('are replaced whole: whoever reads the old file reads it to its end', async () => {
		await checkWrite('a.yaml', 'old');
		const reader = await open(join(folder, 'a.yaml'));
		await checkWrite('a.yaml', 'new');
		assert.equal(await reader.readFile('utf8'), 'old');
		await reader.close();
	});

	test('leave nothing beside them, whether a write succeeds or fails', async () => {
		await mkdir(join(folder, 'taken'));
		await checkWrite('a.yaml');
		await checkWrite('a.yaml', 'again');
		await checkRefused('failed', uri('taken'), nodeFiles.write(uri('taken'), bytes('x')));
		assert.deepEqual(await readdir(folder), ['a.yaml', 'taken']);
	});

	test('hold one whole content after many writes at once', async () => {
		const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(50_000));
		await Promise.all(texts.map(text => nodeFiles.write(uri('a.yaml'), bytes(text))));
		assert.ok(texts.includes((await content('a.yaml')) ?? ''));
		assert.deepEqual(await readdir(folder), ['a.yaml']);
	});

	test('let the same people read and write them after a write', async () => {
		await checkWrite('a.yaml');
		for (const mode of [0o664, 0o600]) {
			await chmod(join(folder, 'a.yaml'), mode);
			const before = (await stat(join(folder, 'a.yaml'))).mode;
			await checkWrite('a.yaml', String(mode));
			assert.equal((await stat(join(folder, 'a.yaml'))).mode, before);
		}
	});

	test('may be missing', async () => {
		await writeFile(join(folder, 'file'), '');
		for (const name of ['a.yaml', 'no/a.yaml', 'file/a.yaml']) {
			assert.equal(await nodeFiles.read(uri(name)), undefined, name);
			assert.equal(await nodeFiles.real(uri(name)), undefined, name);
			assert.deepEqual(await nodeFiles.list(uri(name)), [], name);
			await nodeFiles.remove(uri(name));
		}
	});

	test('can be removed', async () => {
		await checkWrite('a.yaml');
		await nodeFiles.remove(uri('a.yaml'));
		assert.deepEqual(await readdir(folder), []);
	});

	test('are listed with what they are', async () => {
		await writeFile(join(folder, 'a.txt'), '');
		await mkdir(join(folder, 'news'));
		await symlink(join(folder, 'news'), join(folder, 'way'), 'junction');
		assert.deepEqual(
			[...(await nodeFiles.list(uri('')))].sort((a, b) => (a.name < b.name ? -1 : 1)),
			[
				{ name: 'a.txt', kind: 'file' },
				{ name: 'news', kind: 'folder' },
				{ name: 'way', kind: 'other' },
			],
		);
	});

	test('are found behind links', async () => {
		await checkWrite('news/a.txt');
		await symlink(join(folder, 'news'), join(folder, 'way'), 'junction');
		assert.equal(await nodeFiles.real(uri('way/a.txt')), uri('news/a.txt'));
	});
});

/** Writes in a process that takes itself for one on Windows, where another program holds the target for so many tries. */
async function writeHeld(tries: number): Promise<string> {
	const script = `
		import fs from 'node:fs/promises';
		import { syncBuiltinESMExports } from 'node:module';
		Object.defineProperty(process, 'platform', { value: 'win32' });
		const rename = fs.rename;
		let left = ${tries};
		fs.rename = (...names) =>
			left-- > 0 ? Promise.reject(Object.assign(new Error('held'), { code: ['EPERM', 'EBUSY', 'EACCES'][left % 3] })) : rename(...names);
		syncBuiltinESMExports();
		const { nodeFiles } = await import(${JSON.stringify(new URL('../../server/src/node/nodeFiles.ts', import.meta.url).href)});
		await nodeFiles.write(${JSON.stringify(uri('a.yaml'))}, new TextEncoder().encode('new')).catch(error => console.log(error.code));
	`;
	const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
	return stdout.trim();
}

suite('files that cannot be read or written', () => {
	test('are tried again where Windows refuses for a moment, and left as they were where it goes on', async () => {
		await checkWrite('a.yaml', 'old');
		assert.equal(await writeHeld(101), 'no-permission');
		assert.deepEqual([await content('a.yaml'), await readdir(folder)], ['old', ['a.yaml']]);
		assert.equal(await writeHeld(4), '');
		assert.deepEqual([await content('a.yaml'), await readdir(folder)], ['new', ['a.yaml']]);
	});

	test('are replaced only while they hold what is expected', async () => {
		const replace = (expected: string | undefined, text: string) =>
			nodeFiles.replace(uri('a.yaml'), expected === undefined ? undefined : bytes(expected), bytes(text));
		assert.equal(await replace('old', 'new'), false);
		assert.deepEqual(await readdir(folder), []);
		assert.equal(await replace(undefined, 'first'), true);
		assert.equal(await replace(undefined, 'second'), false);
		assert.equal(await replace('first', 'second'), true);
		assert.equal(await replace('first', 'third'), false);
		assert.deepEqual([await content('a.yaml'), await readdir(folder)], ['second', ['a.yaml']]);
	});

	test('are replaced by one at a time', async () => {
		await checkWrite('a.yaml', '');
		const add = async (mark: string): Promise<void> => {
			for (;;) {
				const now = await nodeFiles.read(uri('a.yaml'));
				if (await nodeFiles.replace(uri('a.yaml'), now, bytes(new TextDecoder().decode(now) + mark))) return;
			}
		};
		const marks = [...'abcdefghijklmnopqrst'];
		await Promise.all(marks.map(add));
		assert.deepEqual([...((await content('a.yaml')) ?? '')].sort(), marks);
	});

	test('say that a file stands where a folder is needed, and leave it there', async () => {
		await writeFile(join(folder, 'annotations'), 'mine');
		const below = ['annotations/a.yaml', 'annotations/news/a.yaml'];
		for (const name of below) {
			await checkRefused('failed', uri(name), nodeFiles.write(uri(name), bytes('x')));
		}
		assert.equal(await readFile(join(folder, 'annotations'), 'utf8'), 'mine');
	});

	test('say that a folder stands where a file is meant', async () => {
		await mkdir(join(folder, 'a.yaml'));
		await checkRefused('failed', uri('a.yaml'), nodeFiles.read(uri('a.yaml')));
	});

	test('say that a folder is only for reading, and keep the old content', async () => {
		await checkWrite('a.yaml', 'old');
		// Windows has no such folders, but such files.
		await chmod(join(folder, 'a.yaml'), 0o444);
		await chmod(folder, 0o555);
		await chmod(root, 0o755);
		await asOrdinaryUser(() =>
			checkRefused('no-permission', uri('a.yaml'), nodeFiles.write(uri('a.yaml'), bytes('new'))),
		);
		assert.equal(await content('a.yaml'), 'old');
		assert.deepEqual(await readdir(folder), ['a.yaml']);
		await chmod(join(folder, 'a.yaml'), 0o666);
		await chmod(folder, 0o755);
	});

	test('say that a uri is none of a file', async () => {
		for (const where of ['https://example.org/a', 'file://elsewhere/a', 'file:///a%00', 'file:///a%2Fb', 'a.txt', '']) {
			if (process.platform !== 'win32' || !where.startsWith('file://elsewhere')) {
				await checkRefused('failed', where, nodeFiles.read(where));
				await checkRefused('failed', where, nodeFiles.write(where, bytes('x')));
			}
		}
	});
});

/** Root may write everywhere, so for this while the process is nobody in particular. */
async function asOrdinaryUser(action: () => Promise<void>): Promise<void> {
	if (process.geteuid?.() !== 0) {
		return action();
	}
	process.seteuid?.(65_534);
	try {
		await action();
	} finally {
		process.seteuid?.(0);
	}
}
