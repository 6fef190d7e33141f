import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { runHere } from './runHere.ts';

const text = 'وصل سامي حداد إلى المرفأ.\n';
const record =
	'  # لا تغيّر\n  - id: e00001\n    kind: entity\n    state: confirmed\n    label: PER\n    span: [4, 13]\n    exact: سامي حداد\n';

function sidecar(name: string, of = text): string {
	const sha256 = createHash('sha256').update(of).digest('hex');
	return `isnad: 1\ntext: ${name}\nsha256: ${sha256}\nrecords:\n${record}`;
}

const folders: string[] = [];
after(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

/** Runs `isnad move`; `expected` is what it prints, blanks for tabs. */
async function check(
	files: Readonly<Record<string, string>>,
	expected: readonly string[],
	...options: readonly string[]
): Promise<string> {
	const folder = await temporaryCorpus({ files: { 'annotations/corpus.yaml': 'isnad: 1\n', ...files } });
	folders.push(folder);
	const { code, stdout } = await runHere(['move', folder, ...options]);
	assert.deepEqual([code, stdout.replaceAll('\t', ' ').split('\n').slice(0, -1)], [0, expected]);
	return folder;
}

suite('move', () => {
	const moved = 'annotations/old.txt.yaml annotations/news/new.txt.yaml';

	test('gives sidecars of all annotators to the renamed article, with new line ends too', async () => {
		const folder = await check(
			{
				'news/new.txt': text.replaceAll('\n', '\r\n'),
				'annotations/old.txt.yaml': sidecar('old.txt'),
				'annotations/by/هالة/old.txt.yaml': sidecar('old.txt'),
			},
			['annotations/by/هالة/old.txt.yaml annotations/by/هالة/news/new.txt.yaml', moved],
		);
		const source = readFileSync(join(folder, 'annotations/news/new.txt.yaml'), 'utf8');
		assert.equal(source, sidecar('news/new.txt'));
		assert.equal(existsSync(join(folder, 'annotations/old.txt.yaml')), false);
		assert.match((await runHere(['check', folder])).stderr, /no problems/);
	});

	test('moves nothing in a dry run', async () => {
		const files = { 'news/new.txt': text, 'annotations/old.txt.yaml': sidecar('old.txt') };
		const folder = await check(files, [moved], '--dry-run');
		assert.ok(existsSync(join(folder, 'annotations/old.txt.yaml')));
		assert.match((await runHere(['check', folder])).stdout, /sidecar-text-renamed .*news\/new\.txt.*isnad move/);
	});

	test('leaves alone what is not sure', async () => {
		const old = { 'annotations/old.txt.yaml': sidecar('old.txt') };
		// Two such texts, two such sidecars, a sidecar that is there, another text, a sidecar with conflict markers.
		await check({ ...old, 'a.txt': text, 'b.txt': text }, []);
		await check({ ...old, 'annotations/older.txt.yaml': sidecar('older.txt'), 'a.txt': text }, []);
		await check({ ...old, 'a.txt': text, 'annotations/a.txt.yaml': sidecar('a.txt', 'x') }, []);
		await check({ ...old, 'a.txt': `${text}.` }, []);
		const marked = `${sidecar('old.txt')}<<<<<<< ours\n=======\n>>>>>>> theirs\n`;
		await check({ 'annotations/old.txt.yaml': marked, 'a.txt': text }, []);
	});
});

test('merge --markers merges what git left, in place', async () => {
	const marked = `isnad: 1\nrecords:\n<<<<<<< ours\n${record}=======\n${record.replace('PER', 'ORG')}>>>>>>> theirs\n`;
	const folder = await temporaryCorpus({ files: { 'a.txt.yaml': marked, 'b.txt.yaml': sidecar('b.txt') } });
	folders.push(folder);
	const [a, b] = ['a.txt.yaml', 'b.txt.yaml'].map(name => join(folder, name));
	const first = await runHere(['merge', '--markers', a ?? '', '--language', 'ar']);
	assert.equal(first.code, 0);
	assert.match(first.stderr, /عُدّل السجل e00001/);
	assert.match(readFileSync(a ?? '', 'utf8'), /label: PER\n[\s\S]*alternatives:\n[\s\S]*label: ORG/);
	assert.equal((await runHere(['merge', '--markers', b ?? ''])).code, 1);
	assert.equal(readFileSync(b ?? '', 'utf8'), sidecar('b.txt'));
});
