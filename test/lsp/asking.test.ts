/** What the server asks before it changes much, and what it does with the answer. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, suite, test } from 'node:test';
import { ShowMessageRequest } from 'vscode-languageserver-protocol/node';
import { ProtocolClient } from '../support/protocolClient.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { until } from '../support/until.ts';

const text = `${'زار الوفد بغداد أمس. '.repeat(30)}\n`;
const open: { client: ProtocolClient; folder: string }[] = [];

afterEach(async () => {
	for (const { client, folder } of open.splice(0)) {
		assert.equal(await client.stop(), 0, 'the server ends well');
		rmSync(folder, { recursive: true, force: true });
	}
});

interface Scene {
	readonly client: ProtocolClient;
	readonly folder: string;
	readonly uri: string;
	/** What was asked so far. */
	readonly asked: string[];
	read(name: string): string;
}

/** A corpus of one article in a server whose user answers every question with the n-th button; none: the client cannot ask. */
async function scene(button: number | 'none', files: Readonly<Record<string, string>> = {}): Promise<Scene> {
	const folder = await temporaryCorpus({
		files: { 'annotations/corpus.yaml': 'isnad: 1\n', 'news/a.txt': text, ...files },
	});
	const client = await ProtocolClient.start({ folder });
	open.push({ client, folder });
	const asked: string[] = [];
	if (button !== 'none') {
		client.connection.onRequest(ShowMessageRequest.type, ({ message, actions }) => {
			asked.push(message);
			return actions?.[button] ?? null;
		});
	}
	const uri = await client.open(path.join(folder, 'news/a.txt'));
	const read = (name: string): string => {
		const file = path.join(folder, name);
		return existsSync(file) ? readFileSync(file, 'utf8') : '';
	};
	return { client, folder, uri, asked, read };
}

const sidecar = 'annotations/news/a.txt.yaml';

function count(source: string): number {
	return source.match(/^ {2}- id:/gm)?.length ?? 0;
}

/** Accepts 30 names, removes them one by one while the text has unsaved edits, and saves it; answers the backups kept. */
async function acceptAndRemove({ client, uri, folder, read }: Scene): Promise<readonly string[]> {
	const { ids = [] } = await client.run('isnad.acceptAll', { uri, kind: 'entity', label: 'LOC' });
	assert.equal(count(read(sidecar)), 30);
	const end = { line: 1, character: 0 };
	await client.change(uri, { start: end, end }, 'x');
	for (const id of ids) await client.run('isnad.remove', { uri, id });
	assert.equal(count(read(sidecar)), 30);
	await client.change(uri, { start: end, end: { line: 1, character: 1 } }, '');
	await client.saved(uri);
	return backupsOf(folder);
}

function backupsOf(folder: string): Promise<readonly string[]> {
	const backups = path.join(folder, 'annotations/.isnad/backup/news');
	return until('a backup is kept', () => {
		const names = readdirSync(backups).filter(name => !name.startsWith('.'));
		return names.length > 0 && names.map(name => readFileSync(path.join(backups, name), 'utf8'));
	});
}

suite('a save that takes much away', () => {
	test('asks first, leaves a backup, and is done when the user says so', async () => {
		const here = await scene(0);
		const backups = await acceptAndRemove(here);
		await until('the sidecar is saved', () => count(here.read(sidecar)) === 0);
		assert.deepEqual(backups.map(count), [30]);
		assert.match(here.asked.join(), /^This would take 30 of 30 decisions/);
		assert.equal(here.read('annotations/.isnad/.gitignore'), '*\n');
		await until('nothing waits', () => here.read('annotations/.isnad/news/a.txt.yaml.journal') === '');
	});

	test('brings everything back when the user says so', async () => {
		const here = await scene(1);
		await acceptAndRemove(here);
		await until('the names are back', async () => {
			const document = await here.client.document(here.uri);
			return document?.entities.filter(({ status }) => status === 'confirmed').length === 30;
		});
		assert.equal(count(here.read(sidecar)), 30);
	});

	test('waits in the journal while the user does not answer', async () => {
		const here = await scene(7);
		await acceptAndRemove(here);
		await until('it was asked', () => here.asked.length === 1);
		assert.equal(count(here.read(sidecar)), 30);
		assert.match(here.read('annotations/.isnad/news/a.txt.yaml.journal'), /"mine"/);
	});

	test('is not asked about where it takes a step back, but leaves a backup', async () => {
		const here = await scene(7);
		await here.client.run('isnad.acceptAll', { uri: here.uri, kind: 'entity', label: 'LOC' });
		assert.deepEqual((await here.client.run('isnad.undo', { uri: here.uri })).problems, []);
		assert.equal(count(here.read(sidecar)), 0);
		assert.deepEqual((await backupsOf(here.folder)).map(count), [30]);
		assert.deepEqual(here.asked, []);
	});

	test('is done with a backup where the client cannot ask', async () => {
		const here = await scene('none');
		const backups = await acceptAndRemove(here);
		await until('the sidecar is saved', () => count(here.read(sidecar)) === 0);
		assert.deepEqual(backups.map(count), [30]);
	});
});

function entity(id: string, label: string): string {
	return `  - id: ${id}\n    kind: entity\n    state: confirmed\n    label: ${label}\n    span: [10, 15]\n    exact: بغداد\n`;
}

suite('a sidecar that vanished under an open article', () => {
	/** Accepts 30 names, loses the file, and decides once more. */
	async function lose({ client, uri, folder, read }: Scene): Promise<void> {
		await client.run('isnad.acceptAll', { uri, kind: 'entity', label: 'LOC' });
		assert.equal(count(read(sidecar)), 30);
		rmSync(path.join(folder, sidecar));
		await client.run('isnad.label', { uri, range: client.range(uri, 'الوفد'), label: 'ORG' });
	}

	test('is written whole again when the user says so', async () => {
		const here = await scene(1);
		await lose(here);
		await until('all is back', () => count(here.read(sidecar)) === 31);
		assert.equal(here.asked.length, 1);
	});

	test('is begun anew when the user says so, with a backup', async () => {
		const here = await scene(0);
		await lose(here);
		await until('the new decision is saved', () => count(here.read(sidecar)) === 1);
		const backups = path.join(here.folder, 'annotations/.isnad/backup/news');
		assert.deepEqual(
			readdirSync(backups).map((name): number => count(readFileSync(path.join(backups, name), 'utf8'))),
			[30],
		);
	});
});

suite('a sidecar with conflict markers', () => {
	const marked = `isnad: 1\ntext: news/a.txt\nrecords:\n<<<<<<< ours\n${entity('b12345', 'LOC')}=======\n${entity('b12345', 'ORG')}>>>>>>> theirs\n`;

	test('is merged decision by decision when the user says so', async () => {
		const { client, uri, asked, read } = await scene(0, { [sidecar]: marked });
		await until('the markers are gone', () => read(sidecar) !== '' && !read(sidecar).includes('<<<<'));
		assert.equal(asked.length, 1);
		assert.match(read(sidecar), /label: LOC[\s\S]*alternatives:[\s\S]*label: ORG/);
		await client.run('isnad.resolve', { uri, id: 'b12345', choice: 1 });
		assert.match(read(sidecar), /label: ORG/);
		assert.doesNotMatch(read(sidecar), /LOC|alternatives/);
	});

	test('stays as it is otherwise', async () => {
		const { client, uri, asked, read } = await scene(7, { [sidecar]: marked });
		await until('it was asked', () => asked.length === 1);
		const { problems } = await client.run('isnad.label', { uri, range: client.range(uri, 'الوفد'), label: 'ORG' });
		assert.deepEqual(
			problems.map(problem => problem.code),
			['read-only-conflict'],
		);
		assert.equal(read(sidecar), marked);
	});
});

suite('an article under a new name', () => {
	const named = (sha256: string): string =>
		`isnad: 1\ntext: news/old.txt\nsha256: ${sha256}\nrecords:\n${entity('b12345', 'LOC')}`;
	const sidecarOf = (): string => named(createHash('sha256').update(text).digest('hex'));
	const old = 'annotations/news/old.txt.yaml';

	test('takes its decisions along when the user says so', async () => {
		const { client, uri, asked, read } = await scene(0, { [old]: sidecarOf() });
		await until('the decisions are here', async () => {
			const document = await client.document(uri);
			return document?.entities.some(({ id, status }) => id === 'b12345' && status === 'confirmed');
		});
		assert.match(asked.join(), /news\/old\.txt/);
		assert.equal(read(sidecar), sidecarOf().replace('news/old.txt', 'news/a.txt'));
		assert.equal(read(old), '');
	});

	test('leaves them where they are otherwise, and where the old article or another text is there', async () => {
		const unanswered = await scene(7, { [old]: sidecarOf() });
		await until('it was asked', () => unanswered.asked.length === 1);
		assert.equal(unanswered.read(old), sidecarOf());
		const files: readonly Readonly<Record<string, string>>[] = [
			{ [old]: sidecarOf(), 'news/old.txt': text },
			{ [old]: named('0'.repeat(64)) },
		];
		for (const there of files) {
			const { client, uri, asked, read } = await scene(0, there);
			// A decision waits for everything before it.
			await client.run('isnad.label', { uri, range: client.range(uri, 'الوفد'), label: 'ORG' });
			assert.deepEqual([asked, read(old)], [[], there[old]]);
		}
	});
});

suite('a decision that the disk refuses', () => {
	test('is saved as soon as it can be, without another decision, also when the article is closed meanwhile', async () => {
		for (const closing of ['closed', 'closed and opened', 'left open']) {
			const { client, uri, folder, read } = await scene('none');
			// A file where a folder is needed.
			writeFileSync(path.join(folder, 'annotations/news'), '');
			const { problems } = await client.run('isnad.label', { uri, range: client.range(uri, 'الوفد'), label: 'ORG' });
			assert.deepEqual(
				problems.map(({ code, severity }) => [code, severity]),
				[['save-failed', 'warning']],
			);
			if (closing !== 'left open') await client.close(uri);
			if (closing === 'closed and opened') {
				await client.open(path.join(folder, 'news/a.txt'));
				const document = await client.document(uri);
				assert.ok(document?.entities.some(({ text: words, status }) => words === 'الوفد' && status === 'confirmed'));
			}
			rmSync(path.join(folder, 'annotations/news'));
			await until(`the decision is saved (${closing})`, () => read(sidecar).includes('exact: الوفد'));
		}
	});
});
