import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { after, suite, test } from 'node:test';
import { run } from '../../server/src/cli/run.ts';
import { trainCommand } from '../../server/src/cli/train.ts';
import { runHere } from './runHere.ts';

const folder = mkdtempSync(join(tmpdir(), 'isnad-conll-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const lines = ['وصل O', 'الرئيس O', 'محمود B-PERS', 'عباس I-PERS', 'إلى O', 'القاهرة B-LOC', '. O'];
const gold = join(folder, 'gold.conll');
writeFileSync(gold, `${lines.join('\n')}\n\n`);

/** Runs `isnad train` in this process. */
async function train(...args: readonly string[]): Promise<number> {
	const sink = () => new Writable({ write: (_chunk, _encoding, done) => done() });
	const terminal = {
		stdin: Readable.from([]),
		stdout: sink(),
		stderr: sink(),
		watched: false,
		onInterrupt: () => undefined,
	};
	return run(['train', ...args], [trainCommand], '1.2.3', terminal);
}

suite('CoNLL on the command line', () => {
	test('keeps the tokens and gives one tag each', async () => {
		const { code, stdout } = await runHere(['suggest', '--input-format', 'conll', '--format', 'conll', gold]);
		assert.equal(code, 0);
		const columns = stdout
			.trim()
			.split('\n')
			.map(line => line.split(' '));
		assert.deepEqual(
			columns.map(([form]) => form),
			lines.map(line => line.split(' ')[0]),
		);
		assert.deepEqual(
			columns.map(line => line.at(-1)),
			['O', 'O', 'B-PER', 'I-PER', 'O', 'B-LOC', 'O'],
		);
	});

	test('scores exact spans', async () => {
		const { code, stdout } = await runHere(['eval', gold]);
		assert.equal(code, 0);
		assert.match(stdout, /^all +100\.00 +100\.00 +100\.00/m);
	});

	for (const [what, args] of [
		['jsonl for tokens that are given', ['suggest', '--input-format', 'conll', gold]],
		['an input format nobody knows', ['suggest', '--input-format', 'brat', gold]],
		['a model for articles', ['eval', folder, '--model', gold]],
		['a model that is none', ['eval', gold, '--model', gold]],
	] as const) {
		test(`refuses ${what}`, async () => {
			assert.equal((await runHere(args)).code, 2);
		});
	}

	test('trains the same model twice', async () => {
		const files = ['a.tsv', 'b.tsv'].map(name => join(folder, name));
		for (const file of files) {
			assert.equal(await train(gold, gold, '--epochs', '2', '--folds', '2', '--output', file), 0);
		}
		const [first, second] = files.map(file => readFileSync(file, 'utf8'));
		assert.equal(first, second);
		const { code } = await runHere(['eval', gold, '--model', files[0] ?? '']);
		assert.equal(code, 0);
	});

	test('finds labels of its own in articles, beside and around what the rules find', async () => {
		const lessons = [
			'انطلق O|مهرجان B-EVENT|النخيل I-EVENT|في O|بغداد B-LOC|أمس O|. O',
			'شارك O|الوفد O|في O|مهرجان B-EVENT|الياسمين I-EVENT|مساء O|. O',
			'وانطلق O|مهرجان B-EVENT|دمشق I-EVENT|بحضور O|الوفد O|. O',
			'وصل O|الوفد O|إلى O|بغداد B-LOC|مساء O|. O',
		];
		const source = join(folder, 'events.conll');
		writeFileSync(source, `${[...lessons, ...lessons, ...lessons].join('\n\n').replaceAll('|', '\n')}\n`);
		const file = join(folder, 'events.tsv');
		const options = ['--labels', 'LOC,EVENT', '--epochs', '20', '--folds', '2', '--output', file];
		assert.equal(await train(source, ...options), 0);
		const article = join(folder, 'article.txt');
		writeFileSync(article, 'انطلق مهرجان دمشق أمس بحضور الرئيس محمود عباس، وقال الوفد إنه راض عن مهرجان النخيل.\n');
		const { code, stdout } = await runHere(['suggest', article, '--model', file]);
		assert.equal(code, 0);
		const { entities } = JSON.parse(stdout) as { entities: { label: string; text: string; nested: unknown[] }[] };
		assert.deepEqual(
			entities.map(({ label, text, nested }) => `${label} ${text} ${nested.length}`),
			['EVENT مهرجان دمشق 1', 'PER محمود عباس 0', 'EVENT مهرجان النخيل 0'],
		);
		const scored = await runHere(['eval', source, '--model', file, '--tables']);
		assert.match(scored.stdout, /^EVENT +100\.00/m);
		assert.match(scored.stdout, /^scores from/m);
	});

	test('says of a model that was changed what is wrong with it', async () => {
		const file = join(folder, 'changed.tsv');
		writeFileSync(file, readFileSync(join(folder, 'a.tsv'), 'utf8').replace('"scale":32', '"scale":33'));
		const { code, stderr } = await runHere(['suggest', gold, '--model', file]);
		assert.equal(code, 2);
		assert.match(stderr, /changed\.tsv is damaged/);
	});

	test('refuses to train on texts without names', async () => {
		const plain = join(folder, 'plain.conll');
		writeFileSync(plain, 'قال O\n');
		assert.equal(await train(plain, '--output', join(folder, 'c.tsv')), 2);
	});
});
