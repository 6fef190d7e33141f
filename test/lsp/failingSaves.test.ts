/** What becomes of decisions that the disk refuses. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, suite, test } from 'node:test';
import { FileProblem } from '../../server/src/core/fileProblem.ts';
import type { FileProblemCode, Files } from '../../server/src/core/ports.ts';
import { noAnnotations } from '../../server/src/core/sidecar/session.ts';
import { nodeFiles } from '../../server/src/node/nodeFiles.ts';
import { openStore } from '../support/openStore.ts';
import { seeded } from '../support/random.ts';
import { randomArticle } from '../support/randomArticle.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';

const { text, sidecar } = randomArticle(seeded(7), 6);
const article = 'news/a.txt';
const place = `annotations/${article}.yaml`;
const corpusFiles = { 'annotations/corpus.yaml': 'isnad: 1\n', [article]: text, [place]: sidecar };

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
	for (const action of cleanUp.splice(0).reverse()) await action();
});

async function corpus(): Promise<string> {
	const folder = await temporaryCorpus({ files: corpusFiles });
	cleanUp.push(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** Saves while something is wrong, then when it is right again. The second time nothing is decided anew. */
async function check(
	folder: string,
	files: Files,
	wrong: { readonly begin: () => unknown; readonly end: () => unknown },
	code: string,
): Promise<void> {
	const store = await openStore(folder, article, files);
	const { annotations } = await store.load(text);
	const records = annotations.records.map(record => ({ ...record, comment: 'ملاحظة طويلة '.repeat(20) }));
	const decided = { ...annotations, records };
	await wrong.begin();
	const failed = await store.save(text, decided);
	assert.deepEqual([failed.state, failed.problems.map(problem => problem.code)], ['failed', [code]]);
	assert.ok(store.unsaved?.mine.includes('ملاحظة طويلة'));
	await wrong.end();
	assert.equal(await readFile(join(folder, place), 'utf8'), sidecar);
	assert.deepEqual(
		(await readdir(dirname(join(folder, place)))).filter(name => name.startsWith('.isnad-')),
		[],
	);
	const another = await openStore(folder, article, files);
	const reopened = await another.load(text, store.unsaved);
	assert.ok(reopened.kept);
	const { state } = await another.save(text, reopened.annotations);
	assert.equal(state, 'saved');
	assert.ok((await readFile(join(folder, place), 'utf8')).includes('ملاحظة طويلة'));
}

/** A disk of 128 KB with the corpus on it; undefined where this process may mount none. */
async function smallDisk(): Promise<string | undefined> {
	const folder = await mkdtemp(join(tmpdir(), 'isnad-disk-'));
	cleanUp.push(() => rm(folder, { recursive: true }));
	if (
		process.platform !== 'linux' ||
		spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', folder]).status !== 0
	) {
		return undefined;
	}
	cleanUp.push(() => spawnSync('umount', ['-l', folder]));
	for (const [name, content] of Object.entries(corpusFiles)) {
		await mkdir(dirname(join(folder, name)), { recursive: true });
		await writeFile(join(folder, name), content);
	}
	return folder;
}

/** The real files, but that writing fails while `broken` says so: for failures that a test may not bring about. */
function failing(broken: () => FileProblemCode | undefined): Files {
	const attempt = async <T>(uri: string, action: () => Promise<T>): Promise<T> => {
		const code = broken();
		if (code !== undefined) throw new FileProblem(code, uri);
		return action();
	};
	return {
		...nodeFiles,
		write: (uri, content) => attempt(uri, () => nodeFiles.write(uri, content)),
		replace: (uri, expected, content) => attempt(uri, () => nodeFiles.replace(uri, expected, content)),
	};
}

const noOne = { annotations: noAnnotations };

test('decisions of two windows on an article with unsaved edits wait side by side, and outlive both', async () => {
	const folder = await corpus();
	const edited = `عاجل\n${text}`;
	const stores = await Promise.all([openStore(folder, article), openStore(folder, article)]);
	const opened = await Promise.all(stores.map(store => store.load(edited)));
	for (const [index, store] of stores.entries()) {
		const { annotations } = opened[index] ?? noOne;
		const records = annotations.records.map((record, at) =>
			at === index ? { ...record, comment: `نافذة ${index}` } : record,
		);
		assert.equal((await store.save(edited, { ...annotations, records })).state, 'waiting');
	}
	await writeFile(join(folder, article), edited);
	const later = await openStore(folder, article);
	const { annotations, kept } = await later.load(edited);
	assert.ok(kept);
	assert.deepEqual(
		annotations.records.slice(0, 3).map(({ comment }) => comment),
		['نافذة 0', 'نافذة 1', undefined],
	);
	assert.equal((await later.save(edited, annotations)).state, 'saved');
	assert.deepEqual(await readdir(join(folder, 'annotations/.isnad/news')), []);
	assert.match(await readFile(join(folder, place), 'utf8'), /نافذة 0[\s\S]*نافذة 1/);
});

suite('decisions are kept and saved later', () => {
	test('when the disk is full', async () => {
		const disk = await smallDisk();
		if (disk === undefined) return;
		const filler = join(disk, 'filler');
		const begin = () => writeFile(filler, Buffer.alloc(200_000)).catch(() => undefined);
		await check(disk, nodeFiles, { begin, end: () => rm(filler) }, 'save-no-space');
	});

	for (const [code, problem] of [
		['no-space', 'save-no-space'],
		['read-only', 'save-read-only'],
		['no-permission', 'save-no-permission'],
		['failed', 'save-failed'],
	] as const) {
		test(`when the system answers ${code}`, async () => {
			let broken: FileProblemCode | undefined;
			const set = (now?: FileProblemCode) => () => {
				broken = now;
			};
			await check(
				await corpus(),
				failing(() => broken),
				{ begin: set(code), end: set() },
				problem,
			);
		});
	}

	test('when the folder is only for reading', async () => {
		const folder = await corpus();
		const sidecars = dirname(join(folder, place));
		await chmod(folder, 0o755);
		const isRoot = process.geteuid?.() === 0;
		const begin = async () => {
			await chmod(sidecars, 0o555);
			// Root may write everywhere, so for this while the process is nobody in particular.
			if (isRoot) process.seteuid?.(65_534);
		};
		const end = async () => {
			if (isRoot) process.seteuid?.(0);
			await chmod(sidecars, 0o755);
		};
		await check(folder, nodeFiles, { begin, end }, 'save-no-permission');
	});

	test('when the folder is gone for a while', async () => {
		const folder = await corpus();
		const away = `${folder}-away`;
		await check(
			folder,
			nodeFiles,
			{ begin: () => rename(folder, away), end: () => rename(away, folder) },
			'save-vanished',
		);
	});
});
