import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { isInside, rootedFiles } from '../../../server/src/core/corpus/rootedFiles.ts';
import { FileProblem } from '../../../server/src/core/fileProblem.ts';
import { nodeFiles } from '../../../server/src/node/nodeFiles.ts';
import { temporaryCorpus } from '../../support/temporaryCorpus.ts';

let home: string;
let root: string;

// corpus and its twin, whose name begins alike, lie side by side; links lead out, around and in circles.
before(async () => {
	home = await temporaryCorpus({
		files: {
			'corpus/news/a.txt': 'inside',
			'corpus-twin/a.txt': 'outside',
			'secret/a.txt': 'outside',
			'secret.yaml': 'outside',
		},
	});
	root = pathToFileURL(join(home, 'corpus')).href;
	const links: Readonly<Record<string, string>> = {
		'corpus/out': 'secret',
		'corpus/news/out.yaml': 'secret.yaml',
		'corpus/chain': 'corpus/out',
		'corpus/nowhere': 'not-yet',
		'corpus/news/nowhere.yaml': 'not-yet.yaml',
		'corpus/in': 'corpus/news',
		'corpus/up': '.',
		'corpus/circle': 'corpus/circle',
		way: 'corpus',
	};
	for (const [link, target] of Object.entries(links)) {
		await symlink(join(home, target), join(home, link), target.endsWith('.yaml') ? 'file' : 'junction');
	}
});

after(() => rm(home, { recursive: true, force: true }));

const content = new TextEncoder().encode('written');

/** Everything that can be asked of the files is refused, and nothing outside the corpus has changed. */
async function checkRefused(...uris: readonly string[]): Promise<void> {
	const files = rootedFiles(nodeFiles, root);
	const before = await outside();
	for (const uri of uris) {
		const actions = {
			read: files.read,
			write: (place: string) => files.write(place, content),
			remove: files.remove,
			list: files.list,
		};
		for (const [name, action] of Object.entries(actions)) {
			await assert.rejects(
				action(uri),
				error => error instanceof FileProblem && error.code === 'outside-corpus' && error.uri === uri,
				`${name} ${uri}`,
			);
		}
	}
	assert.deepEqual(await outside(), before);
}

async function outside(): Promise<unknown> {
	const folders = ['', 'secret', 'corpus-twin'].map(async folder => (await readdir(join(home, folder))).sort());
	const files = ['secret/a.txt', 'secret.yaml'].map(file => readFile(join(home, file), 'utf8'));
	return [await Promise.all(folders), await Promise.all(files)];
}

async function checkServed(uri: string, place: string, within = root): Promise<void> {
	const files = rootedFiles(nodeFiles, within);
	const text = new TextEncoder().encode(`for ${uri}`);
	await files.write(uri, text);
	assert.deepEqual(new Uint8Array((await files.read(uri)) ?? []), text, uri);
	assert.deepEqual(new Uint8Array(await readFile(join(home, place))), text, uri);
	await files.remove(uri);
	assert.equal(await files.read(uri), undefined, uri);
}

function checkInside(expected: boolean, folder: string, ...uris: readonly string[]): void {
	for (const uri of uris) {
		assert.equal(isInside(folder, uri), expected, `${uri} in ${folder}`);
	}
}

suite('files of a corpus', () => {
	test('are read, written, removed and listed below its root', async () => {
		await checkServed(`${root}/b.txt`, 'corpus/b.txt');
		await checkServed(`${root}/annotations/new/folder/b.yaml`, 'corpus/annotations/new/folder/b.yaml');
		await checkServed(`${root}/%D8%AE%D8%A8%D8%B1.txt`, 'corpus/خبر.txt');
		const files = rootedFiles(nodeFiles, root);
		assert.deepEqual(await files.list(`${root}/news/..a`), []);
		assert.ok((await files.list(root)).some(({ name }) => name === 'news'));
		assert.ok((await files.list(`${root}/`)).some(({ name }) => name === 'news'));
	});

	test('may lie behind links that stay in the corpus', async () => {
		await checkServed(`${root}/in/b.txt`, 'corpus/news/b.txt');
		await checkServed(`${root}/up/corpus/b.txt`, 'corpus/b.txt');
		assert.equal(await rootedFiles(nodeFiles, root).real(`${root}/in/a.txt`), `${root}/news/a.txt`);
	});

	test('may be reached by a link to the corpus', async () => {
		const way = pathToFileURL(join(home, 'way')).href;
		await checkServed(`${way}/b.txt`, 'corpus/b.txt', way);
		await checkServed(`${way}/b.txt`, 'corpus/b.txt', `${way}/`);
	});

	test('do not lie beside the root', async () => {
		const parent = pathToFileURL(home).href;
		await checkRefused(`${root}-twin/a.txt`, `${parent}/secret.yaml`, parent, 'file:///');
		await checkRefused('https://example.org/corpus/a.txt', 'a.txt', '/a.txt', '');
	});

	test('do not lie behind links that lead out, whether or not they are there', async () => {
		await checkRefused(`${root}/out`, `${root}/out/a.txt`, `${root}/out/new.txt`, `${root}/out/new/folder/a.txt`);
		await checkRefused(`${root}/news/out.yaml`, `${root}/chain/a.txt`, `${root}/in/out.yaml`, `${root}/up/secret.yaml`);
	});

	test('have no dots and backslashes in their way, however they are written', async () => {
		const ways = [
			'../secret/a.txt',
			'..%2fsecret/a.txt',
			'%2e%2e/secret/a.txt',
			'%2E./secret/a.txt',
			'news/../../secret/a.txt',
		];
		await checkRefused(...ways.map(way => `${root}/${way}`));
		// A file that is not there is judged by its folder, so here the letters must tell.
		const hidden = [
			'..\\new',
			'..\\..\\new',
			'news\\..\\..\\new',
			'..%5Cnew',
			'.\t./new',
			'.\n.\\new',
			'..\\new?/a',
			'#/../../new',
		];
		await checkRefused(...hidden.map(way => `${root}/${way}`));
		await checkRefused(
			`${root}/..`,
			`${root}/.`,
			`${root}//`,
			`${root}/news//a.txt`,
			`${root}?a`,
			`${root}/a.txt?b`,
			`${root}/a.txt#b`,
		);
	});

	test('cannot be made through a link to what is not there', async () => {
		const files = rootedFiles(nodeFiles, root);
		await files.write(`${root}/news/nowhere.yaml`, content);
		await assert.rejects(files.write(`${root}/nowhere/a.yaml`, content), FileProblem);
		await assert.rejects(files.write(`${root}/circle/a.yaml`, content), FileProblem);
		const names = await readdir(home);
		assert.deepEqual(
			names.filter(name => name.startsWith('not-yet')),
			[],
		);
	});

	test('are none where the root is gone', async () => {
		const gone = `${root}-gone`;
		await assert.rejects(rootedFiles(nodeFiles, gone).write(`${gone}/a.txt`, content), { code: 'vanished' });
	});

	test('follow a link that was changed under way', async () => {
		const files = rootedFiles(nodeFiles, root);
		await mkdir(join(home, 'corpus/turned'));
		await writeFile(join(home, 'corpus/turned/a.txt'), 'inside');
		await files.read(`${root}/turned/a.txt`);
		await rm(join(home, 'corpus/turned'), { recursive: true });
		await symlink(join(home, 'secret'), join(home, 'corpus/turned'), 'junction');
		await checkRefused(`${root}/turned/a.txt`);
	});
});

suite('a uri in a folder', () => {
	test('is the folder itself or a path below it', () => {
		checkInside(
			true,
			'file:///c',
			'file:///c',
			'file:///c/',
			'file:///c/a',
			'file:///c/a/b',
			'file:///c/%61',
			'file:///c/..a',
		);
		checkInside(true, 'file:///c/', 'file:///c', 'file:///c/a');
		checkInside(true, 'file:///', 'file:///', 'file:///a');
		checkInside(true, 'vscode-vfs://github/o/r', 'vscode-vfs://github/o/r/a.txt');
		checkInside(true, 'file:///c%3A/x', 'file:///C:/x/a');
	});

	test('is no other', () => {
		checkInside(
			false,
			'file:///c',
			'file:///cd',
			'file:///',
			'file:///C/a',
			'file:///c/..',
			'file:///c/%2E%2E/a',
			'file:///c?',
			'x:/c',
		);
	});
});
