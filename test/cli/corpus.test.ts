/** The commands on a whole corpus, on real files. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { runHere } from './runHere.ts';

const folders: string[] = [];
after(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

const files = {
	'annotations/corpus.yaml': 'isnad: 1\n',
	'annotations/entities.yaml':
		'isnad: 1\nentities:\n  - { key: sami, label: PER, name: سامي حداد, aliases: [سامى الحداد] }\n',
	'news/sada/2021-03-02.txt': 'قال سامي حداد إن المرفأ الجديد سيفتح أبوابه أمام السفن مطلع الصيف.\n',
	'news/nabd/2021-03-01.txt': 'أعلن سامى الحداد أن المرفأ الجديد سيفتح أبوابه للسفن في مطلع الصيف المقبل.\n',
	'=cmd/c.txt': '=المرفأ مغلق\n',
};

async function isnad(given: Readonly<Record<string, string>>, ...args: readonly string[]) {
	const folder = await temporaryCorpus({ files: given });
	folders.push(folder);
	return await runHere([...args, '--corpus', folder, '--jobs', '1']);
}

async function check(args: readonly string[], expected: readonly string[], given = files): Promise<void> {
	const { code, stdout, stderr } = await isnad(given, ...args);
	assert.deepEqual(stdout.split(/\r?\n/).slice(0, -1), expected);
	assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
}

suite('search', () => {
	test('prints lines with their place', () =>
		check(
			['search', 'السفن', '--match', 'clitics'],
			[
				'news/nabd/2021-03-01.txt:1:48: أعلن سامى الحداد أن المرفأ الجديد سيفتح أبوابه [للسفن] في مطلع الصيف المقبل. ',
				'news/sada/2021-03-02.txt:1:50: قال سامي حداد إن المرفأ الجديد سيفتح أبوابه أمام [السفن] مطلع الصيف. ',
			],
		));

	test('writes CSV that no spreadsheet takes for a formula', () =>
		check(
			['search', 'المرفأ', '--outlet', '=cmd', '--format', 'csv'],
			[
				'\uFEFFpath,line,column,left,text,right,kind,label,status,entity,name,speaker,outlet,date,id',
				"'=cmd/c.txt,1,2,'=,المرفأ,\" مغلق \",words,,,,,,'=cmd,,",
			],
		));

	test('writes JSON', async () => {
		const { stdout } = await isnad(files, 'search', '--entity', 'sami', '--format', 'jsonl', '--limit', '1');
		const row = JSON.parse(stdout);
		assert.deepEqual(
			[row.path, row.text, row.entity, row.line],
			['news/nabd/2021-03-01.txt', 'سامى الحداد', 'sami', 1],
		);
	});

	test('shows only what lies below the path', async () => {
		const folder = await temporaryCorpus({ files });
		folders.push(folder);
		const { stdout } = await runHere(['search', 'المرفأ', '--corpus', join(folder, 'news/sada'), '--jobs', '1']);
		assert.equal(stdout.split('\n').length, 2);
	});

	test('finds nothing in a corpus without articles', () => check(['search', 'قال'], [], {} as typeof files));

	test('says what is wrong with its use', async () => {
		for (const [args, words] of [
			[[], /Name words/],
			[['قال', '--match', 'x'], /--match takes written, folded, clitics/],
			[['قال', '--since', '1.2.'], /--since takes a day/],
			[['قال', '--limit', '0'], /--limit takes a number/],
		] as const) {
			const { code, stderr } = await isnad(files, 'search', ...args);
			assert.equal(code, 2);
			assert.match(stderr, words);
		}
	});

	test('names what cannot be read, and goes on', async () => {
		const { code, stdout, stderr } = await isnad({ ...files, 'news/x.txt': '\u0001\u0002\u0003' }, 'search', 'السفن');
		assert.equal(code, 1);
		assert.equal(stdout.split('\n').length, 3);
		assert.match(stderr, /^news\/x\.txt: cannot be read as text/);
	});
});

suite('ledger', () => {
	test('prints a statement once, with its tellings', () =>
		check(
			['ledger', '--speaker', 'sami'],
			[
				'2021-03-01  سامي حداد',
				'  news/nabd/2021-03-01.txt:1:21: سامي حداد · indirect · أعلن',
				'    المرفأ الجديد سيفتح أبوابه للسفن في مطلع الصيف المقبل',
				'  news/sada/2021-03-02.txt:1:18: سامي حداد · indirect · قال',
				'    المرفأ الجديد سيفتح أبوابه أمام السفن مطلع الصيف',
				'',
			],
		));

	test('writes CSV, a line for each telling', async () => {
		const { stdout } = await isnad(files, 'ledger', '--shared', '--format', 'csv');
		const [head, ...lines] = stdout.trimEnd().split('\r\n');
		assert.match(head ?? '', /^\uFEFFgroup,date,outlet,speaker/);
		assert.deepEqual(
			lines.map(line => line.split(',').slice(0, 4).join(',')),
			['1,2021-03-01,nabd,سامي حداد', '1,2021-03-02,sada,سامي حداد'],
		);
	});

	test('writes JSON, a line for each statement', async () => {
		const { stdout } = await isnad(files, 'ledger', '--format', 'jsonl');
		const groups = stdout
			.trimEnd()
			.split('\n')
			.map(line => JSON.parse(line));
		assert.deepEqual(
			groups.map(({ speakerId, tellings }) => [speakerId, tellings.length]),
			[['sami', 2]],
		);
	});

	test('lists who speaks', () => check(['ledger', '--speakers'], ['2\t2\t2\tسامي حداد\tsami']));
});

suite('stats', () => {
	test('count a corpus in words', () =>
		check(
			['stats', '--top', '1'],
			[
				'3 articles',
				'',
				'outlets',
				'  1\t=cmd',
				'  1\tnabd\t2021-03-01 – 2021-03-01',
				'  1\tsada\t2021-03-02 – 2021-03-02',
				'',
				'progress',
				'  common\tnames 0 done, 0 draft, 3 new\tstatements 0 done, 0 draft, 3 new\t0 confirmed, 0 rejected',
				'',
				'names',
				'  PER\t2 suggested, 0 confirmed, 0 rejected',
				'',
				'statements',
				'  indirect\t2 suggested, 0 confirmed, 0 rejected',
				'',
				'named most',
				'  2\t2 articles\tPER\tسامي حداد\tsami',
				'',
				'speaking most',
				'  2\t2 articles\tسامي حداد\tsami',
			],
		));

	test('give everything as JSON', async () => {
		const { stdout } = await isnad(files, 'stats', '--format', 'json');
		const { speakers, months } = JSON.parse(stdout);
		assert.deepEqual(speakers[0].byOutlet, { nabd: 1, sada: 1 });
		assert.deepEqual(speakers[0].byMonth, { '2021-03': 2 });
		assert.deepEqual(months, [
			{ month: '', articles: 1 },
			{ month: '2021-03', articles: 2 },
		]);
	});

	test('count nothing in a corpus without articles', async () => {
		const { stdout, code } = await isnad({}, 'stats');
		assert.equal(code, 0);
		assert.match(stdout, /^0 articles\n/);
	});
});
