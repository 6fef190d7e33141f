/** Decisions over a whole corpus: each one step, undone as one. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CommandAnswer } from '../../server/src/protocol/commands.ts';
import { type SearchResult, searchRequest } from '../../server/src/protocol/corpus.ts';
import { scene } from './scene.ts';

const open = 'قالت سلمى الحداد في بغداد إن العمل مستمر.\n';
const files = {
	'news/b.txt': 'وصلت سَلمى الحداد أمس. واستقبل الوزراء لسلمى الحدّاد وفدا.\r\n',
	'news/c.txt': 'شكر الجميع بسلمـى الحداد، وغابت سلمى الحداد الصغيرة.\n',
	'news/d.txt': 'لا أحد هنا.\n',
	'annotations/entities.yaml': `# Ours.
isnad: 1
entities:
  - key: salma
    label: PER
    name: سلمى الحداد # the poet
`,
};

async function corpus(more: Readonly<Record<string, string>> = {}) {
	const { client, folder, uri } = await scene({ text: open, files: { ...files, ...more } });
	const place = (name: string) => path.join(folder, name);
	const at = (name: string) => pathToFileURL(place(name)).href;
	const read = (name: string) => (existsSync(place(name)) ? readFileSync(place(name), 'utf8') : '');
	const sidecar = (name: string) => read(`annotations/news/${name}.txt.yaml`);
	const names = (name: string) => sidecar(name).match(/(?<=exact: ).*/g) ?? [];
	const id = async () => (await client.document(uri))?.entities.find(({ text }) => text === 'سلمى الحداد')?.id ?? '';
	const fine = (answer: CommandAnswer) => {
		assert.deepEqual(answer.problems, []);
		return answer;
	};
	return { client, folder, uri, place, at, read, sidecar, names, id, fine };
}

suite('labelling every mention of the corpus', () => {
	test('lists the places with why they matched', async () => {
		const { client, uri, id } = await corpus();
		const answer = await client.run('isnad.labelAll', { uri, id: await id(), scope: 'corpus', dryRun: true });
		assert.deepEqual(
			answer.mentions?.map(({ path: where, text, why }) => `${where.at(5)} ${text} ${why.join('+')}`),
			[
				'a سلمى الحداد ',
				'b سَلمى الحداد marks',
				'b سلمى الحدّاد clitics+marks',
				'c سلمـى الحداد clitics+tatweel',
				'c سلمى الحداد ',
			],
		);
	});

	test('takes only the ways that are allowed', async () => {
		const { client, uri, id } = await corpus();
		const asked = { uri, id: await id(), scope: 'corpus', dryRun: true, allow: ['marks'] } as const;
		const { mentions } = await client.run('isnad.labelAll', asked);
		assert.deepEqual(
			mentions?.map(({ text }) => text),
			['سلمى الحداد', 'سَلمى الحداد', 'سلمى الحداد'],
		);
	});

	test('labels all in one step, and undoes it as one', async () => {
		const { client, uri, id, names, fine, sidecar, at } = await corpus();
		const answer = fine(await client.run('isnad.labelAll', { uri, id: await id(), scope: 'corpus' }));
		assert.equal(answer.articles, 3);
		assert.deepEqual(
			[names('a'), names('b'), names('c'), names('d')],
			[['سلمى الحداد'], ['سَلمى الحداد', 'سلمى الحدّاد'], ['سلمـى الحداد', 'سلمى الحداد'], []],
		);
		assert.match(sidecar('b'), /review: bulk/);
		assert.match(sidecar('b'), /entities: draft/);
		fine(await client.run('isnad.undo', { uri: at('news/c.txt') }));
		assert.deepEqual([names('a'), names('b'), names('c')], [[], [], []]);
		assert.deepEqual((await client.document(uri))?.entities[0]?.status, 'suggested');
		fine(await client.run('isnad.redo', { uri }));
		assert.deepEqual([names('a').length, names('b').length, names('c').length], [1, 2, 2]);
	});

	test('labels only what was ticked', async () => {
		const { client, uri, id, names, fine } = await corpus();
		const asked = { uri, id: await id(), scope: 'corpus' } as const;
		const { mentions = [] } = await client.run('isnad.labelAll', { ...asked, dryRun: true });
		const places = mentions.slice(1, 2).map(({ uri: where, range }) => ({ uri: where, range }));
		fine(await client.run('isnad.labelAll', { ...asked, places }));
		assert.deepEqual([names('a'), names('b'), names('c')], [['سلمى الحداد'], ['سَلمى الحداد'], []]);
	});

	test('changes nothing where one article cannot be changed', async () => {
		const { client, uri, id, names } = await corpus({ 'annotations/news/c.txt.yaml': 'isnad: 2\n' });
		const answer = await client.run('isnad.labelAll', { uri, id: await id(), scope: 'corpus' });
		assert.equal(answer.problems[0]?.code, 'corpus-change-refused');
		assert.match(answer.problems[0]?.message ?? '', /c\.txt/);
		assert.deepEqual([names('a'), names('b')], [[], []]);
	});
});

suite('deciding on hits', () => {
	test('rejects, labels and links in articles that are not open', async () => {
		const { client, uri, sidecar, fine } = await corpus();
		const search = () =>
			client.connection.sendRequest<SearchResult>(searchRequest, { uri, query: { entity: 'salma' } });
		for (let rows = 0; rows < 3; ) rows = (await search()).total;
		const { rows } = await search();
		const hits = rows
			.filter(row => row.path === 'news/b.txt')
			.map(({ uri: where, range, id }) => ({ uri: where, range, ...(id === undefined ? {} : { id }) }));
		fine(await client.run('isnad.hits', { uri, action: 'link', entity: 'salma', hits }));
		assert.equal(sidecar('b').match(/entity: salma/g)?.length, hits.length);
		fine(await client.run('isnad.hits', { uri, action: 'reject', hits }));
		assert.equal(sidecar('b').match(/state: rejected/g)?.length, hits.length);
		fine(await client.run('isnad.hits', { uri, action: 'label', label: 'ORG', hits }));
		assert.equal(sidecar('b').match(/label: ORG/g)?.length, hits.length);
		const unknown = await client.run('isnad.hits', { uri, action: 'label', label: 'XYZ', hits });
		assert.equal(unknown.problems[0]?.code, 'label-unknown');
	});
});

suite('the entity register', () => {
	const linked = (key: string) =>
		`isnad: 1\ntext: news/b.txt\nrecords:\n  - id: e00001\n    kind: entity\n    state: confirmed\n    label: PER\n    span: [5, 17]\n    exact: سَلمى الحداد # here\n    entity: ${key}\n`;

	test('renames a key in every link of every layer, and undoes it', async () => {
		const mine = 'annotations/news/b.txt.yaml';
		const lina = 'annotations/by/lina/news/b.txt.yaml';
		const { client, uri, read, fine } = await corpus({ [mine]: linked('salma'), [lina]: linked('salma') });
		const before = [mine, lina, 'annotations/entities.yaml'].map(read);
		fine(await client.run('isnad.entry.rename', { uri, key: 'salma', newKey: 'salma-al-haddad' }));
		assert.match(read('annotations/entities.yaml'), /^# Ours\.[\s\S]*key: salma-al-haddad\n[\s\S]*# the poet/);
		for (const file of [mine, lina]) assert.match(read(file), /# here\n {4}entity: salma-al-haddad/);
		fine(await client.run('isnad.undo', { uri }));
		const after = [mine, lina, 'annotations/entities.yaml'].map(read);
		assert.deepEqual(after[2], before[2]);
		for (const index of [0, 1]) assert.match(after[index] ?? '', /entity: salma\n/);
	});

	test('takes a name as a new entry, and links it', async () => {
		const { client, uri, read, sidecar, fine } = await corpus();
		const city = (await client.document(uri))?.entities.find(({ text }) => text === 'بغداد')?.id ?? '';
		const { key } = fine(await client.run('isnad.entry.make', { uri, id: city, wikidata: 'Q1530' }));
		assert.equal(key, 'bghdad');
		assert.match(
			read('annotations/entities.yaml'),
			/key: bghdad\n {4}label: LOC\n {4}name: بغداد\n {4}wikidata: Q1530\n$/,
		);
		assert.match(sidecar('a'), /entity: bghdad/);
		fine(await client.run('isnad.undo', { uri }));
		assert.doesNotMatch(read('annotations/entities.yaml') + sidecar('a'), /bghdad/);
	});

	test('merges two entries with their links', async () => {
		const more = `${files['annotations/entities.yaml']}  - key: sulma\n    label: PER\n    name: سُلمى\n`;
		const mine = 'annotations/news/b.txt.yaml';
		const { client, uri, read, fine } = await corpus({ 'annotations/entities.yaml': more, [mine]: linked('sulma') });
		fine(await client.run('isnad.entry.merge', { uri, key: 'sulma', into: 'salma' }));
		assert.match(read(mine), /entity: salma\n/);
		assert.match(read('annotations/entities.yaml'), /aliases:\n {6}- سُلمى\n/);
	});

	test('keeps what somebody else wrote into the register meanwhile', async () => {
		const { client, uri, read, place, fine } = await corpus();
		fine(await client.run('isnad.entry.change', { uri, key: 'salma', note: 'Poet.' }));
		writeFileSync(
			place('annotations/entities.yaml'),
			`${read('annotations/entities.yaml')}  - key: new\n    label: LOC\n    name: جديد\n`,
		);
		fine(await client.run('isnad.undo', { uri }));
		assert.match(read('annotations/entities.yaml'), /key: new/);
		assert.doesNotMatch(read('annotations/entities.yaml'), /Poet/);
	});

	test('says what cannot be', async () => {
		const { client, uri } = await corpus();
		const { problems } = await client.run('isnad.entry.rename', { uri, key: 'nobody', newKey: 'x' });
		assert.deepEqual(
			problems.map(({ code }) => code),
			['register-key-unknown'],
		);
	});
});
