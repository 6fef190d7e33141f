/** A real git with the drivers that `isnad git-setup` gives it. */
import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gitSetupCommand } from '../../server/src/cli/gitSetup.ts';
import { readSidecar } from '../../server/src/core/sidecar/readSidecar.ts';
import { nodeFiles } from '../../server/src/node/nodeFiles.ts';
import { git, gitCorpus, mergePairs } from '../support/gitPairs.ts';
import { silentTerminal } from '../support/silentTerminal.ts';

const root = join(import.meta.dirname, '../..');
const hooks = pathToFileURL(join(root, 'build/hooks.ts')).href;
const program = [process.execPath, '--import', hooks, join(root, 'server/src/cli.ts')];
const folders: string[] = [];
after(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

async function corpus(files: Readonly<Record<string, string>> = {}): Promise<string> {
	const folder = await gitCorpus(files);
	folders.push(folder);
	return folder;
}

async function setUp(folder: string, language: 'en' | 'ar' = 'en', isnad = program): Promise<void> {
	const command = gitSetupCommand({ files: nodeFiles, program: isnad });
	assert.equal(await command.run([folder, '--language', language], silentTerminal()), 0);
}

function entity(id: string, label: string, more = ''): string {
	return `  - id: ${id}\n    kind: entity\n    state: confirmed\n    label: ${label}\n    span: [4, 13]\n    exact: سامي حداد\n${more}`;
}

function sidecar(...records: readonly string[]): string {
	return `isnad: 1\ntext: a.txt\nstatus: { entities: draft, statements: new }\nrecords:\n${records.join('')}`;
}

const path = 'annotations/a.txt.yaml';
const base = sidecar(entity('e00001', 'PER'));

suite('git', () => {
	test('is set up once, beside what was there', async () => {
		const folder = await corpus({ '.gitattributes': '*.png binary\n*.txt   -text' });
		await setUp(folder);
		const first = await readFile(join(folder, '.gitattributes'), 'utf8');
		const config = await readFile(join(folder, '.git/config'), 'utf8');
		assert.match(first, /^\*\.png binary\n\*\.txt {3}-text\n# Isnad/);
		assert.equal(first.match(/-text/g)?.length, 1);
		await setUp(folder);
		assert.equal(await readFile(join(folder, '.gitattributes'), 'utf8'), first);
		assert.equal(await readFile(join(folder, '.git/config'), 'utf8'), config);
		for (const [file, driver] of [
			[path, 'isnad'],
			['annotations/by/هالة/news/a.txt.yaml', 'isnad'],
			['annotations/entities.yaml', 'isnad'],
			['annotations/scheme.yaml', 'unspecified'],
			['annotations/corpus.yaml', 'unspecified'],
		] as const) {
			assert.match(
				await git(folder, '-c', 'core.quotePath=off', 'check-attr', 'merge', '--', file),
				RegExp(`: ${driver}$`, 'm'),
			);
		}
	});

	test('is set up only in a corpus that is in a repository', async () => {
		const folder = await corpus();
		await rm(join(folder, '.git'), { recursive: true });
		await assert.rejects(setUp(folder), /git init/);
		await rm(join(folder, 'annotations'), { recursive: true });
		await assert.rejects(setUp(folder), /in no corpus/);
	});

	test('keeps both versions of a decision that two people changed', async () => {
		const pair = { path, base, mine: base.replace('PER', 'ORG'), theirs: base.replace('PER', 'LOC') };
		const [merged] = await mergePairs([pair], setUp);
		const { value, problems } = readSidecar(merged?.source ?? '');
		const [record] = value.blocks.map(block => block.record);
		const versions = [record, ...(record?.alternatives ?? [])].map(one => one?.kind === 'entity' && one.label);
		assert.deepEqual([merged?.conflict, versions, problems], [false, ['ORG', 'LOC'], []]);
	});

	test('merges lines, with its own markers, where a version cannot be read or the program is gone', async () => {
		const broken = { path, base, mine: base.replace('PER', '[PER'), theirs: base.replace('PER', 'LOC') };
		const [unread] = await mergePairs([broken], setUp);
		const clash = { ...broken, mine: base.replace('PER', 'ORG') };
		const [gone] = await mergePairs([clash], folder =>
			setUp(folder, 'en', [process.execPath, join(root, 'no/cli.js')]),
		);
		for (const merged of [unread, gone]) {
			assert.equal(merged?.conflict, true);
			assert.match(merged?.source ?? '', /^<<<<<<< ours\n[\s\S]*^=======\n[\s\S]*label: LOC\n>>>>>>> theirs$/m);
		}
	});

	test('merges the register, and stops where one entry was changed in two ways', async () => {
		const register = (...names: readonly string[]) =>
			`isnad: 1\nentities:\n${names.map(name => `  - key: ${name}\n    label: PER\n    name: ${name}\n`).join('')}`;
		const place = 'annotations/entities.yaml';
		const one = { path: place, base: register('b'), mine: register('a', 'b'), theirs: register('b', 'c') };
		const [both] = await mergePairs([one], setUp);
		assert.deepEqual(both, { path: place, conflict: false, source: register('a', 'b', 'c') });
		const renamed = (name: string) => register('b').replace('name: b', `name: ${name}`);
		const [clash] = await mergePairs([{ ...one, mine: renamed('x'), theirs: renamed('z') }], setUp);
		assert.equal(clash?.conflict, true);
		assert.match(clash?.source ?? '', /^ {2}# name: z\n {2}- key: b\n {4}label: PER\n {4}name: x$/m);
	});

	test('shows in words what changed', async () => {
		const folder = await corpus({ [path]: base });
		await setUp(folder);
		await git(folder, 'add', '-A');
		await git(folder, 'commit', '-q', '-m', 'base');
		await writeFile(
			join(folder, path),
			sidecar(entity('e00001', 'ORG'), entity('e00002', 'PER', '    comment: "a\\e[31mb"\n')),
		);
		assert.equal(await git(folder, 'diff'), `${path}\n  ~ ORG “سامي حداد”: label: PER → ORG\n  + PER “سامي حداد”\n`);
		await setUp(folder, 'ar');
		assert.match(await git(folder, 'diff'), /الوسم: من PER إلى ORG/);
		await git(folder, 'commit', '-q', '-a', '-m', 'more');
		assert.match(await git(folder, 'show', '--format='), /^\+\+ ORG «سامي حداد»/m);
	});
});
