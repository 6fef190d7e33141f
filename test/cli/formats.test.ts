import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { runHere } from './runHere.ts';

const sample = join(import.meta.dirname, '../../annotations/sample');
const folders: string[] = [];
after(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

async function folderOf(files: Readonly<Record<string, string>> = {}): Promise<string> {
	const folder = await temporaryCorpus({ files });
	folders.push(folder);
	return folder;
}

/** The files below a folder, by path. */
function contents(folder: string): Readonly<Record<string, string>> {
	const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
	const paths = names.map(({ parentPath, name }) => join(parentPath, name)).sort();
	return Object.fromEntries(
		paths.map(path => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
	);
}

async function fine(...args: readonly string[]): Promise<string> {
	const { code, stdout, stderr } = await runHere(args);
	assert.equal(code, 0, stdout + stderr);
	return stdout + stderr;
}

const text = 'قال سامي حداد إن الطريق مفتوح.\n';

suite('export and import', () => {
	test('take a corpus to brat and back, and write the same project again', async () => {
		const [first, corpus, second] = [await folderOf(), await folderOf(), await folderOf()];
		await fine('export', '--format', 'brat', '--output', first, sample);
		assert.match(
			await fine('import', '--format', 'brat', first, '--output', corpus),
			/^10 articles in .*: 59 records are new, 0 were there$/m,
		);
		await fine('export', '--format', 'brat', '--output', second, corpus);
		assert.deepEqual(contents(second), contents(first));
		await fine('check', corpus);
	});

	test('make a corpus of a brat project where it stands', async () => {
		const folder = await folderOf({ 'a.txt': text, 'a.ann': 'T1\tPERS 4 13\tسامي حداد\n' });
		await fine('import', '--format', 'brat', folder);
		const found = contents(folder);
		assert.deepEqual(Object.keys(found), [
			'a.ann',
			'a.txt',
			'annotations/a.txt.yaml',
			'annotations/corpus.yaml',
			'annotations/scheme.yaml',
		]);
		assert.match(found['annotations/a.txt.yaml'] ?? '', /label: PERS\n {4}span: \[4, 13\]\n {4}exact: سامي حداد/);
		await fine('check', folder);
	});

	test('call labels as they are told, and then need no scheme', async () => {
		const folder = await folderOf({ 'a.txt': text, 'a.ann': 'T1\tPERS 4 13\tسامي حداد\n' });
		await fine('import', '--format', 'brat', folder, '--label', 'PERS=PER');
		assert.deepEqual(Object.keys(contents(folder)), [
			'a.ann',
			'a.txt',
			'annotations/a.txt.yaml',
			'annotations/corpus.yaml',
		]);
	});

	test('add to what is there, and change nothing of it', async () => {
		const source = await folderOf({ 'a.txt': text, 'a.ann': 'T1\tORG 4 13\tسامي حداد\nT2\tLOC 17 23\tالطريق\n' });
		const corpus = await folderOf({ 'a.txt': text, 'a.ann': 'T1\tPER 4 13\tسامي حداد\n' });
		await fine('import', '--format', 'brat', corpus);
		assert.match(
			await fine('import', '--format', 'brat', source, '--output', corpus),
			/import-kept .*\n.*1 records are new, 1 were there/,
		);
		const once = contents(corpus);
		assert.match(once['annotations/a.txt.yaml'] ?? '', /label: PER\n[\s\S]*label: LOC\n/);
		assert.match(
			await fine('import', '--format', 'brat', source, '--output', corpus),
			/0 records are new, 2 were there/,
		);
		assert.deepEqual(contents(corpus), once);
	});

	test('write nothing for an article that has another text', async () => {
		const source = await folderOf({ 'a.txt': text, 'a.ann': 'T1\tPER 4 13\tسامي حداد\n' });
		const corpus = await folderOf({ 'a.txt': 'نص آخر' });
		const { code, stdout } = await runHere(['import', '--format', 'brat', source, '--output', corpus]);
		assert.equal(code, 1);
		assert.match(stdout, /^a\.txt: error import-text-differs /);
		assert.deepEqual(contents(corpus), { 'a.txt': 'نص آخر' });
	});

	test('make a corpus of an unpacked INCEpTION project, a layer for each annotator, the curation as gold', async () => {
		const tsv = (label: string) =>
			`#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Name|value\n\n\n#Text=قال سامي حداد\n1-1\t0-3\tقال\t_\t\n1-2\t4-8\tسامي\t${label}[1]\t\n1-3\t9-13\tحداد\t${label}[1]\t\n`;
		const project = {
			'source/a.txt': text,
			'exportedproject.json': '{}',
			'annotation/a.txt/INITIAL_CAS.tsv': tsv('NO'),
			'annotation/a.txt/mona.tsv': tsv('PER'),
		};
		const alone = await folderOf();
		await fine('import', '--format', 'webanno-tsv', await folderOf(project), '--output', alone);
		assert.deepEqual(Object.keys(contents(alone)), ['a.txt', 'annotations/a.txt.yaml', 'annotations/corpus.yaml']);
		assert.equal(contents(alone)['a.txt'], text);

		const team = await folderOf();
		const more = {
			...project,
			'annotation/a.txt/hasan.tsv': tsv('ORG'),
			'curation/a.txt/CURATION_USER.tsv': tsv('PER'),
		};
		await fine('import', '--format', 'webanno-tsv', await folderOf(more), '--output', team);
		assert.deepEqual(Object.keys(contents(team)), [
			...[
				'a.txt',
				'annotations/by/hasan/a.txt.yaml',
				'annotations/by/mona/a.txt.yaml',
				'annotations/corpus.yaml',
				'annotations/gold/a.txt.yaml',
			],
		]);
		await fine('check', team);
	});

	test('never write through a link that leads out of the corpus', async () => {
		const [source, elsewhere, corpus] = [
			await folderOf({ 'news/a.txt': text, 'news/a.ann': 'T1\tPER 4 13\tسامي حداد\n' }),
			await folderOf(),
			await folderOf(),
		];
		await symlink(elsewhere, join(corpus, 'news'));
		const { code, stdout } = await runHere(['import', '--format', 'brat', source, '--output', corpus]);
		assert.equal(code, 1);
		assert.match(stdout, /^news\/a\.txt: error import-path /);
		assert.deepEqual(contents(elsewhere), {});
	});

	test('say what a format cannot hold, in a file too', async () => {
		const [folder, out] = [await folderOf(), await folderOf()];
		const losses = join(out, 'losses.jsonl');
		const said = await fine('export', '--format', 'brat', '--output', folder, sample, '--losses', losses);
		assert.match(
			said,
			/^Rejected suggestions left out: 1\n {4}news\/shurfa\/green-ink-prize\.txt sfwt0j لجنة التحكيم$/m,
		);
		assert.deepEqual(JSON.parse(readFileSync(losses, 'utf8')), {
			path: 'news/shurfa/green-ink-prize.txt',
			id: 'sfwt0j',
			loss: 'lost-rejected',
			text: 'لجنة التحكيم',
		});
	});

	test('write suggestions only where they are wanted, and leave them out on import', async () => {
		const [corpus, out, back] = [await folderOf({ 'a.txt': text }), await folderOf(), await folderOf()];
		await fine('export', '--format', 'brat', '--output', out, corpus);
		assert.equal(contents(out)['a.ann'], '');
		await fine('export', '--format', 'brat', '--output', out, corpus, '--suggestions');
		assert.match(contents(out)['a.ann'] ?? '', /"state":"suggested"/);
		assert.match(
			await fine('import', '--format', 'brat', out, '--output', back),
			/import-suggestions .*\n.*: 0 records are new/,
		);
	});

	test('refuse wrong use', async () => {
		const folder = await folderOf();
		await writeFile(join(folder, 'file'), '');
		for (const args of [
			['export', folder],
			['export', '--format', 'nothing', folder],
			['export', '--format', 'brat', folder],
			['export', '--format', 'brat', '--output', folder],
			['import', folder],
			['import', '--format', 'brat'],
			['import', '--format', 'brat', folder],
			['import', '--format', 'brat', join(folder, 'nothing')],
			['import', '--format', 'brat', folder, '--output', join(folder, 'file')],
			['import', '--format', 'brat', folder, '--label', 'PERS'],
		]) {
			assert.equal((await runHere(args)).code, 2, args.join(' '));
		}
	});
});
