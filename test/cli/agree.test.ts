import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, suite, test } from 'node:test';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { runHere } from './runHere.ts';

const text = 'زار كريم الحداد فاس.\nوقال: «سنعود 🙂 غدا».\n';

function sidecar(status: string, records: readonly string[]): string {
	return `isnad: 1\ntext: a.txt\nstatus: ${status}\nrecords:\n${records.join('')}`;
}

function name(label: string, words: string): string {
	const start = text.indexOf(words);
	const place = `    span: [${start}, ${start + words.length}]\n    exact: ${words}\n`;
	return `  - id: n${start}abc\n    kind: entity\n    state: confirmed\n    label: ${label}\n${place}`;
}

const done = '{ entities: done, statements: draft }';
const root = await temporaryCorpus({
	files: {
		'a.txt': text,
		'b.txt': text,
		'annotations/corpus.yaml': 'isnad: 1\n',
		'annotations/by/sara/a.txt.yaml': sidecar(done, [name('PER', 'كريم الحداد'), name('LOC', 'فاس')]),
		'annotations/by/omar/a.txt.yaml': sidecar(done, [name('PER', 'كريم'), name('ORG', 'فاس')]),
		'annotations/gold/a.txt.yaml': sidecar('{ entities: draft, statements: draft }', []),
		'annotations/by/sara/b.txt.yaml': sidecar(done, []),
	},
});
after(() => rm(root, { recursive: true, force: true }));

suite('agree', () => {
	test('compares the layers named, in articles that both have done', async () => {
		assert.deepEqual(await runHere(['agree', root, '--layers', 'sara,omar', '--differences']), {
			code: 0,
			stderr: '',
			stdout: [
				'sara and omar, 1 article done by both',
				'role   P      R      F1     units  same   chance  kappa  chance  alpha',
				'name   0.500  0.500  0.500  7      0.857  0.531   0.696  0.505   0.711',
				'label  0.000  0.000  0.000  1      0.000  0.000   0.000  0.000   0.000',
				'',
				'a.txt:1:5 name',
				'  PER زار [كريم الحداد] فاس.',
				'  PER زار [كريم] الحداد فاس.',
				'a.txt:1:17 label',
				'  LOC زار كريم الحداد [فاس].',
				'  ORG زار كريم الحداد [فاس].',
				'',
				'',
			].join('\n'),
		});
	});

	test('compares all layers two by two where none is named', async () => {
		const { stdout } = await runHere(['agree', root, '--json']);
		const pairs = stdout
			.trim()
			.split('\n')
			.map(line => JSON.parse(line));
		assert.deepEqual(
			pairs.map(({ layers, articles, roles }) => [...layers, articles, roles.length]),
			[
				['omar', 'sara', 1, 2],
				['omar', 'gold', 0, 0],
				['sara', 'gold', 0, 0],
			],
		);
	});

	for (const [what, args, complaint] of [
		['a layer nobody has', ['--layers', 'sara,huda'], "No layer is called 'huda'; there are: omar, sara, gold"],
		['a single layer', ['--layers', 'sara'], 'It takes two layers to agree; there are: omar, sara, gold'],
		['a second corpus', ['other'], 'Name one corpus'],
		['a difference that JSON has no place for', ['--json', '--differences'], '--json goes without --differences'],
	] as const) {
		test(`refuses ${what}`, async () => {
			const { code, stderr } = await runHere(['agree', root, ...args]);
			assert.deepEqual([code, stderr], [2, `isnad: ${complaint}; see: isnad agree --help\n`]);
		});
	}
});
