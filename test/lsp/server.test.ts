import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ApplyWorkspaceEditRequest } from 'vscode-languageserver-protocol/node';
import { ProtocolClient } from '../support/protocolClient.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { until } from '../support/until.ts';
import { article, corpusFile, known, names, openServers, scene } from './scene.ts';

suite('the server', () => {
	test('suggests names, and keeps one that is accepted', async () => {
		const { client, uri, sidecar } = await scene();
		const person = (await known(client, uri)).entities.find(entity => entity.text === 'سلمى الحداد');
		assert.equal(person?.status, 'suggested');
		const answer = await client.run('isnad.accept', { uri, id: person.id });
		assert.deepEqual(answer, { id: person.id, ids: [person.id], problems: [] });
		assert.match(
			sidecar(),
			new RegExp(`- id: ${person.id}\n    kind: entity\n    state: confirmed\n    label: PER\n    span: \\[5, 16\\]`),
		);
		assert.match(sidecar(), /entities: draft\n {2}statements: new/);
		assert.ok(names(await known(client, uri)).includes('PER سلمى الحداد confirmed'));
	});

	test('finds a decision again after the article is closed and opened', async () => {
		const { client, uri, folder } = await scene();
		await client.run('isnad.label', { uri, range: client.range(uri, 'العمل'), label: 'MISC' });
		await client.close(uri);
		await client.open(path.join(folder, 'news/a.txt'));
		assert.ok(names(await known(client, uri)).includes('MISC العمل confirmed'));
	});

	test('undoes and redoes, back to no sidecar records', async () => {
		const { client, uri, sidecar } = await scene();
		const { id } = await client.run('isnad.label', { uri, range: client.range(uri, 'العمل'), label: 'MISC' });
		const labelled = sidecar();
		assert.deepEqual(await client.run('isnad.undo', { uri }), { id, ids: [id], problems: [] });
		assert.doesNotMatch(sidecar(), /- id:/);
		await client.run('isnad.redo', { uri });
		assert.equal(sidecar(), labelled);
		await client.run('isnad.undo', { uri });
		const { problems } = await client.run('isnad.undo', { uri });
		assert.deepEqual(
			problems.map(problem => problem.code),
			['undo-nothing'],
		);
	});

	test('keeps a statement with cue and speaker, and undoes it as one', async () => {
		const { client, uri, sidecar } = await scene();
		const content = [client.range(uri, 'النتائج جيدة')];
		const guess = await client.connection.sendRequest('isnad/guess', { uri, content });
		assert.equal((guess as { type: string }).type, 'direct');
		const cue = client.range(uri, 'أضافت');
		const speaker = client.range(uri, 'سلمى الحداد');
		await client.run('isnad.statement', { uri, content, cue, speaker });
		assert.match(sidecar(), /kind: statement\n {4}state: confirmed\n {4}type: direct/);
		assert.match(sidecar(), /cue:\n {6}span: \[43, 48\]\n {6}exact: أضافت/);
		assert.match(sidecar(), /speaker:\n {6}span: \[5, 16\]\n {6}exact: سلمى الحداد/);
		await client.run('isnad.undo', { uri });
		assert.doesNotMatch(sidecar(), /statement\n/);
	});

	test('writes the same sidecar for LF, CRLF, lone CR and a BOM', async () => {
		const sources: string[] = [];
		for (const text of [
			article,
			article.replaceAll('\n', '\r\n'),
			article.replaceAll('\n', '\r'),
			`\ufeff${article}`,
		]) {
			const { client, uri, sidecar } = await scene({ text, shown: text.replace('\ufeff', '') });
			await client.run('isnad.label', { uri, range: client.range(uri, 'لبنان'), label: 'LOC' });
			sources.push(sidecar());
		}
		assert.match(sources[0] ?? '', /span: \[70, 75\]/);
		assert.deepEqual(new Set(sources).size, 1, sources.join('\n---\n'));
	});

	test('refuses ranges of an older text, and takes ids', async () => {
		const { client, uri } = await scene();
		const range = client.range(uri, 'بغداد');
		const [entity] = (await known(client, uri)).entities;
		await client.change(uri, { start: range.end, end: range.end }, ' ');
		const stale = await client.run('isnad.label', { uri, version: 1, range, label: 'LOC' });
		assert.deepEqual(
			stale.problems.map(problem => problem.code),
			['command-stale'],
		);
		const answer = await client.run('isnad.accept', { uri, version: 1, id: entity?.id ?? '' });
		assert.deepEqual(answer.problems, []);
	});

	test('lets decisions wait while the article has unsaved edits, and saves them with it', async () => {
		const { client, uri, folder, sidecar } = await scene();
		const start = { line: 0, character: 0 };
		await client.change(uri, { start, end: start }, 'عاجل: ');
		const { problems } = await client.run('isnad.label', {
			uri,
			range: shifted(client.range(uri, 'بغداد'), 6),
			label: 'LOC',
		});
		assert.deepEqual(problems, []);
		assert.equal(sidecar(), '');
		assert.ok(names(await known(client, uri)).includes('LOC بغداد confirmed'));
		writeFileSync(path.join(folder, 'news/a.txt'), `عاجل: ${article}`);
		await client.saved(uri);
		await until('the sidecar is there', () => sidecar().includes('span: [26, 31]'));
		const journals = path.join(folder, 'annotations/.isnad/news/a.txt.yaml.journal');
		await until('nothing waits', () => !existsSync(journals));
		assert.equal(readFileSync(path.join(folder, 'annotations/.isnad/.gitignore'), 'utf8'), '*\n');
	});

	test('takes up a journal that a killed editor left', async () => {
		const first = await scene({ shown: `عاجل: ${article}` });
		await first.client.run('isnad.label', {
			uri: first.uri,
			range: first.client.range(first.uri, 'بغداد'),
			label: 'LOC',
		});
		const kept = readFileSync(path.join(first.folder, 'annotations/.isnad/news/a.txt.yaml.journal'), 'utf8');
		const files = { 'annotations/.isnad/news/a.txt.yaml.journal': kept };
		const second = await scene({ files, text: `عاجل: ${article}` });
		assert.ok(names(await known(second.client, second.uri)).includes('LOC بغداد confirmed'));
		assert.match(second.sidecar(), /span: \[26, 31\]/);
	});

	test('merges what another program wrote into the sidecar meanwhile', async () => {
		const { client, uri, folder, sidecar } = await scene();
		await client.run('isnad.label', { uri, range: client.range(uri, 'بغداد'), label: 'LOC' });
		const record =
			'  - id: zzz234\n    kind: entity\n    state: confirmed\n    label: LOC\n    span: [70, 75]\n    exact: لبنان\n';
		writeFileSync(path.join(folder, 'annotations/news/a.txt.yaml'), `${sidecar()}${record}`);
		await client.run('isnad.label', { uri, range: client.range(uri, 'العمل'), label: 'MISC' });
		const shown = names(await known(client, uri));
		for (const name of ['LOC بغداد confirmed', 'MISC العمل confirmed', 'LOC لبنان confirmed']) {
			assert.ok(shown.includes(name), `${name} in ${shown.join(', ')}`);
		}
		assert.match(sidecar(), /zzz234/);
	});

	test('changes a sidecar through the editor where it has unsaved edits there', async () => {
		const { client, uri, folder, sidecar } = await scene();
		await client.run('isnad.label', { uri, range: client.range(uri, 'بغداد'), label: 'LOC' });
		const before = sidecar();
		const edits: string[] = [];
		client.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
			edits.push(...Object.values(edit.changes ?? {}).flatMap(list => list.map(item => item.newText)));
			return { applied: true };
		});
		await client.open(
			path.join(folder, 'annotations/news/a.txt.yaml'),
			'yaml',
			before.replace('isnad: 1', 'isnad: 1 # mine'),
		);
		await client.run('isnad.label', { uri, range: client.range(uri, 'العمل'), label: 'MISC' });
		assert.equal(sidecar(), before);
		assert.equal(edits.length, 1);
		assert.match(edits[0] ?? '', /isnad: 1 # mine[\s\S]*exact: العمل/);
	});

	test('never overwrites a sidecar with a syntax error, and says so', async () => {
		const broken = 'isnad: 1\nrecords:\n  - id: "abc\n';
		const { client, uri, sidecar } = await scene({ files: { 'annotations/news/a.txt.yaml': broken } });
		const { problems } = await client.run('isnad.label', { uri, range: client.range(uri, 'بغداد'), label: 'LOC' });
		assert.deepEqual(
			problems.map(problem => problem.code),
			['read-only-syntax'],
		);
		assert.equal(sidecar(), broken);
	});

	test('suggests and saves nothing for a text of another encoding', async () => {
		const { client, uri, sidecar } = await scene({ text: '\ufffd\ufffd\ufffd \ufffd\ufffd قال\n' });
		const document = await known(client, uri);
		assert.deepEqual(document.entities, []);
		assert.ok(document.readOnly);
		await client.run('isnad.label', { uri, range: client.range(uri, 'قال'), label: 'LOC' });
		assert.equal(sidecar(), '');
	});

	test('makes a folder a corpus with the first decision', async () => {
		const folder = await temporaryCorpus({ files: { 'a.txt': article } });
		const client = await ProtocolClient.start({ folder });
		openServers.push({ client, folder });
		const uri = await client.open(path.join(folder, 'a.txt'));
		await client.run('isnad.label', { uri, range: client.range(uri, 'بغداد'), label: 'LOC' });
		assert.match(readFileSync(path.join(folder, 'annotations/corpus.yaml'), 'utf8'), /isnad: 1/);
		assert.match(readFileSync(path.join(folder, 'annotations/a.txt.yaml'), 'utf8'), /exact: بغداد/);
	});

	test('shows a corpus that begins above the opened folder, and writes nothing', async () => {
		const folder = await temporaryCorpus({ files: { 'annotations/corpus.yaml': corpusFile, 'news/a.txt': article } });
		const client = await ProtocolClient.start({ folder: path.join(folder, 'news') });
		openServers.push({ client, folder });
		const uri = await client.open(path.join(folder, 'news/a.txt'));
		const { problems } = await client.run('isnad.label', { uri, range: client.range(uri, 'بغداد'), label: 'LOC' });
		assert.deepEqual(
			problems.map(problem => problem.code),
			['read-only-above'],
		);
		assert.deepEqual(await client.connection.sendRequest('isnad/article', { uri }), {
			article: true,
			root: pathToFileURL(folder).href,
			sidecar: pathToFileURL(path.join(folder, 'annotations/news/a.txt.yaml')).href,
			offer: 'open-corpus',
		});
	});

	test('does not follow a link out of the corpus', async () => {
		const outside = await temporaryCorpus({ files: { 'keep.txt': 'x' } });
		const { client, uri, folder } = await scene();
		symlinkSync(outside, path.join(folder, 'annotations/news'));
		const { problems } = await client.run('isnad.label', { uri, range: client.range(uri, 'بغداد'), label: 'LOC' });
		assert.deepEqual(
			problems.map(problem => problem.code),
			['sidecar-unreadable'],
		);
		assert.equal(existsSync(path.join(outside, 'a.txt.yaml')), false);
		rmSync(outside, { recursive: true });
	});

	test("keeps each annotator's decisions apart, and shows another layer on request", async () => {
		const initializationOptions = { options: { annotator: 'salma' } };
		const { client, uri, folder } = await scene({ client: { initializationOptions } });
		await client.run('isnad.label', { uri, range: client.range(uri, 'بغداد'), label: 'LOC' });
		assert.match(readFileSync(path.join(folder, 'annotations/by/salma/news/a.txt.yaml'), 'utf8'), /exact: بغداد/);
		assert.deepEqual(names(await known(client, uri, 'gold')), []);
	});

	test('shows no suggestions before a first pass, where that is wanted', async () => {
		const initializationOptions = { options: { suggestions: 'afterFirstPass' as const } };
		const { client, uri } = await scene({ client: { initializationOptions } });
		assert.deepEqual(names(await known(client, uri)), []);
		await client.run('isnad.label', { uri, range: client.range(uri, 'العمل'), label: 'MISC' });
		assert.deepEqual(names(await known(client, uri)), ['MISC العمل confirmed']);
		await client.run('isnad.status', { uri, kind: 'entities', status: 'draft' });
		assert.ok((await known(client, uri)).entities.length > 1);
	});

	test('answers in Arabic where that is wanted', async () => {
		const initializationOptions = { options: { uiLanguage: 'ar' as const } };
		const { client, uri } = await scene({ client: { initializationOptions } });
		const { problems } = await client.run('isnad.undo', { uri });
		assert.match(problems[0]?.message ?? '', /[\u0600-\u06ff]/);
	});

	test('tells the client what to draw, whole at first, then what changed', async () => {
		const { client, uri } = await scene();
		await known(client, uri);
		const first = await until('the first message', () => client.annotations[0]);
		assert.equal(first.whole, true);
		assert.equal(first.uri, uri);
		const [highlight] = first.upserted;
		assert.ok(highlight);
		await client.run('isnad.reject', { uri, id: highlight.id });
		const last = client.annotations.at(-1);
		assert.ok(last && last.revision > first.revision);
		assert.deepEqual([last.whole, last.removed], [false, [highlight.id]]);
	});

	test('pushes diagnostics to a client that cannot pull them', async () => {
		const text = 'قال \u202Eالوزير\u202C في بغداد.\n';
		const { client, uri } = await scene({ text, client: { capabilities: {} } });
		const pushed = await until('diagnostics come', () => client.diagnostics.find(params => params.uri === uri));
		assert.ok(pushed.diagnostics.length > 0);
		assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
	});

	test('labels the mentions that were ticked, as one step', async () => {
		const text = 'قال الوزير. زار الوزير بغداد. عاد الوزير.\n';
		const { client, uri, sidecar } = await scene({ text });
		const { id = '' } = await client.run('isnad.label', { uri, range: client.range(uri, 'الوزير'), label: 'MISC' });
		const dry = await client.run('isnad.labelAll', { uri, id, scope: 'document', dryRun: true });
		assert.deepEqual(
			dry.places?.map(({ range }) => range),
			[client.range(uri, 'الوزير', 2), client.range(uri, 'الوزير', 3)],
		);
		await client.run('isnad.labelAll', { uri, id, scope: 'document', ranges: [client.range(uri, 'الوزير', 3)] });
		assert.equal(sidecar().match(/exact: الوزير/g)?.length, 2);
		await client.run('isnad.undo', { uri });
		assert.equal(sidecar().match(/exact: الوزير/g)?.length, 1);
	});

	test('lists the entity register', async () => {
		const register =
			'isnad: 1\nentities:\n  - key: baghdad\n    label: LOC\n    name: بغداد\n    aliases: [دار السلام]\n';
		const { client, uri } = await scene({ files: { 'annotations/entities.yaml': register } });
		assert.deepEqual(await client.connection.sendRequest('isnad/register', { uri }), {
			entries: [{ key: 'baghdad', label: 'LOC', name: 'بغداد', aliases: ['دار السلام'] }],
		});
	});

	test('shows both versions of a decision that a merge kept, and takes the one chosen', async () => {
		const { client, uri, folder, sidecar } = await scene();
		const { id = '' } = await client.run('isnad.label', { uri, range: client.range(uri, 'بغداد'), label: 'LOC' });
		const place = path.join(folder, 'annotations/news/a.txt.yaml');
		writeFileSync(place, sidecar().replace('label: LOC', 'label: ORG'));
		await client.run('isnad.relabel', { uri, id, label: 'MISC' });
		const entity = (await known(client, uri)).entities.find(item => item.id === id);
		assert.equal(entity?.label, 'MISC');
		assert.match(entity?.alternatives?.[0] ?? '', /ORG/);
		await client.run('isnad.resolve', { uri, id, choice: 1 });
		const settled = (await known(client, uri)).entities.find(item => item.id === id);
		assert.deepEqual([settled?.label, settled?.alternatives], ['ORG', undefined]);
		assert.doesNotMatch(sidecar(), /alternatives/);
	});

	test('says what is wrong with a command, and goes on', async () => {
		const { client, uri } = await scene();
		const codes: (string | undefined)[] = [];
		for (const [command, argument] of [
			['isnad.label', { uri }],
			['isnad.accept', { uri, id: 'nobody' }],
			['isnad.label', { uri, range: client.range(uri, 'بغداد'), label: 'TREE' }],
			['isnad.accept', { uri: 'file:///nowhere.txt', id: 'x' }],
		] as const) {
			const { problems } = await client.run(command, argument as never);
			codes.push(problems[0]?.code);
		}
		assert.deepEqual(codes, ['command-argument', 'unknown-id', 'label-unknown', 'command-not-open']);
		assert.ok((await known(client, uri)).entities.length > 0);
	});
});

function shifted(range: ReturnType<ProtocolClient['range']>, by: number): typeof range {
	const move = ({ line, character }: typeof range.start): typeof range.start => ({ line, character: character + by });
	return { start: move(range.start), end: move(range.end) };
}
