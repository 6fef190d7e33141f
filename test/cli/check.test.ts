import assert from 'node:assert/strict';
import { rm, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { after, suite, test } from 'node:test';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { runHere } from './runHere.ts';

const text = 'وصل سامي حداد إلى المرفأ.\nقال حداد إن الطريق مفتوح.\n';

function sidecar(...records: readonly string[]): string {
	return `isnad: 1\ntext: a.txt\nstatus: { entities: draft, statements: new }\nrecords:\n${records.join('')}`;
}

function entity(id: string, label: string, start: number, exact: string): string {
	const span = `[${start}, ${start + [...exact].length}]`;
	return `  - id: ${id}\n    kind: entity\n    state: confirmed\n    label: ${label}\n    span: ${span}\n    exact: ${exact}\n`;
}

const good = sidecar(entity('e00001', 'PER', 4, 'سامي حداد'));
const folders: string[] = [];
after(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

async function corpusOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
	const folder = await temporaryCorpus({ files });
	folders.push(folder);
	return folder;
}

/** The lines printed, without the words behind the code; paths from the corpus root. */
async function lines(folder: string, ...args: readonly string[]) {
	const { code, stdout, stderr } = await runHere(['check', ...(args.length === 0 ? [folder] : args)]);
	const prefix = relative('', folder).startsWith('..') ? folder : relative('', folder);
	const shown = stdout.split('\n').slice(0, -1);
	return {
		code,
		summary: stderr.trim(),
		lines: shown.map(line => line.replace(`${prefix}/`, '').split(' ').slice(0, 3).join(' ')),
		words: shown.map(line => line.split(' ').slice(3).join(' ')),
	};
}

async function check(
	files: Readonly<Record<string, string | Uint8Array>>,
	...expected: readonly string[]
): Promise<void> {
	const found = await lines(await corpusOf(files));
	assert.deepEqual(found.lines, expected);
	assert.equal(found.code, expected.some(line => !line.includes(' info ')) ? 1 : 0);
	for (const words of found.words) {
		assert.match(words, /^[^{}]{10,}$/);
	}
}

suite('check', () => {
	test('has nothing against a good corpus', async () => {
		const folder = await corpusOf({ 'a.txt': text, 'b.txt': text, 'annotations/a.txt.yaml': good });
		assert.deepEqual(await lines(folder), { code: 0, summary: '2 articles, no problems', lines: [], words: [] });
	});

	test('has nothing against any line ends and byte order marks', () =>
		check({
			'a.txt': `\ufeff${text.replaceAll('\n', '\r\n')}`,
			'annotations/a.txt.yaml': `\ufeff${good.replaceAll('\n', '\r\n')}`,
		}));

	test('finds labels that the scheme does not have', () =>
		check(
			{ 'a.txt': text, 'annotations/a.txt.yaml': good.replace('PER', 'PERSON') },
			'annotations/a.txt.yaml:8:12 warning sidecar-label-unknown',
		));

	test('finds decisions with two versions', () =>
		check(
			{
				'a.txt': text,
				'annotations/a.txt.yaml': sidecar(
					`${entity('e00001', 'PER', 4, 'سامي حداد')}    alternatives:\n${entity('e00001', 'ORG', 4, 'سامي حداد').replace(/^/gm, '    ').trimEnd()}\n`,
				),
			},
			'annotations/a.txt.yaml:5:5 warning two-versions',
		));

	test('goes by the scheme of the corpus', async () => {
		const files = { 'a.txt': text, 'annotations/a.txt.yaml': good.replace('PER', 'PERS') };
		await check({ ...files, 'annotations/corpus.yaml': 'isnad: 1\nscheme: wojood\n' });
		await check({ ...files, 'annotations/scheme.yaml': 'entities:\n  - label: PERS\n' });
	});

	test('finds decisions whose words are gone, in the files of all annotators', () => {
		const lost = sidecar(entity('e00001', 'PER', 4, 'كريم منصور الجبلي'));
		return check(
			{ 'a.txt': text, 'annotations/a.txt.yaml': good, 'annotations/by/rana/a.txt.yaml': lost },
			'annotations/by/rana/a.txt.yaml:5:5 warning orphan',
		);
	});

	test('finds what is wrong in YAML, at its place', () =>
		check(
			{ 'a.txt': text, 'annotations/a.txt.yaml': good.replace('[4, 13]', '[4, x]').replaceAll('\n', '\r\n') },
			'annotations/a.txt.yaml:9:11 error sidecar-span-invalid',
		));

	test('finds sidecars without a text', () =>
		check(
			{ 'a.txt': text, 'annotations/news/b.txt.yaml': good },
			'annotations/news/b.txt.yaml:1:1 warning sidecar-without-text',
		));

	test('finds what is wrong in the files of the corpus', () =>
		check(
			{
				'annotations/corpus.yaml': 'isnad: 1\nlayout: upside-down\nscheme: nowhere\nencoding: cp-arabic\n',
				'annotations/entities.yaml': 'entities:\n  - key: a\n    name: س\n',
			},
			'annotations/corpus.yaml:2:9 error sidecar-wrong-type',
			'annotations/corpus.yaml:1:1 error corpus-unknown-scheme',
			'annotations/corpus.yaml:1:1 error encoding-unknown',
			'annotations/entities.yaml:2:5 error sidecar-missing-key',
		));

	test('finds texts in another encoding', () =>
		check({ 'a.txt': Buffer.from('dec7e120c7e1e6d2edd1', 'hex') }, 'a.txt:1:1 error encoding-mistaken'));

	test('finds invisible characters that move words', () =>
		check({ 'a.txt': 'قال\n \u2067حداد\u2069' }, 'a.txt:2:2 info bidi-control'));

	test('leaves information out when told to be quiet', async () => {
		const folder = await corpusOf({ 'a.txt': 'قال\n \u2067حداد\u2069' });
		assert.deepEqual((await lines(folder, folder, '--quiet')).lines, []);
	});

	test('looks at what it is pointed to, in the corpus above', async () => {
		const folder = await corpusOf({
			'annotations/corpus.yaml': 'isnad: 1\n',
			'news/a.txt': text,
			'news/b.txt': text,
			'annotations/news/a.txt.yaml': good.replace('PER', 'X1'),
			'annotations/news/b.txt.yaml': good.replace('PER', 'X2'),
		});
		const both = ['annotations/news/a.txt.yaml:8:12', 'annotations/news/b.txt.yaml:8:12'];
		const at = async (...paths: readonly string[]) => {
			const found = await lines(folder, ...paths.map(path => join(folder, path)));
			return found.lines.map(line => line.split(' ')[0]);
		};
		assert.deepEqual(await at('news'), both);
		assert.deepEqual(await at('news/a.txt'), both.slice(0, 1));
		assert.deepEqual(await at('annotations/news/b.txt.yaml'), both.slice(1));
		assert.deepEqual(await at('news/b.txt', 'annotations/news/a.txt.yaml'), both);
	});

	test('does not follow links out of the corpus', async () => {
		const outside = await corpusOf({ 'x.txt': 'قال\n \u2067حداد\u2069' });
		const folder = await corpusOf({ 'a.txt': text });
		await symlink(outside, join(folder, 'more'));
		await symlink(join(outside, 'x.txt'), join(folder, 'x.txt'));
		assert.deepEqual(await lines(folder), { code: 0, summary: '1 article, no problems', lines: [], words: [] });
	});

	test('refuses a place that is not there', async () => {
		const { code, stderr } = await runHere(['check', 'no-such-place']);
		assert.equal(code, 2);
		assert.match(stderr, /no-such-place: there is no such file or folder/);
	});
});
