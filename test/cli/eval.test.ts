import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { expectFile } from '../support/expectFile.ts';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { runHere } from './runHere.ts';

const fixtures = join(import.meta.dirname, '../fixtures/score');
const gold = join(fixtures, 'gold');
const predictions = join(fixtures, 'predictions.jsonl');
const root = join(import.meta.dirname, '../..');
const broken = await temporaryCorpus({
	files: {
		'a.txt': 'قال',
		'a.txt.json': '{"entities": 3}',
		'b/b.txt.json': '{',
		'c.jsonl': '{"id": "a.txt"}\n{\n',
		'd.jsonl': '{}',
		'lost/a.txt': 'قال فلان',
		'lost/a.yaml':
			'text: a.txt\nentities: []\nstatements:\n  - { type: indirect, content: [{ text: فلان, n: 2 }], cue: null, speaker: null }\n',
	},
});
after(() => rm(broken, { recursive: true, force: true }));

suite('eval', () => {
	test('scores predictions', async () => {
		const { code, stdout, stderr } = await runHere(['eval', gold, predictions]);
		assert.deepEqual([code, stderr], [1, '']);
		assert.equal(stdout, await readFile(join(fixtures, 'expected.txt'), 'utf8'));
	});

	test('adds intervals', async () => {
		const { stdout } = await runHere(['eval', gold, predictions, '--ci']);
		assert.equal(stdout, await readFile(join(fixtures, 'expected-ci.txt'), 'utf8'));
	});

	test('prints JSON only', async () => {
		const { stdout } = await runHere(['eval', gold, predictions, '--json', '--ci']);
		assert.deepEqual(Object.keys(JSON.parse(stdout)), ['figures', 'problems', '95 %']);
	});

	test('suggests by itself what isnad suggest prints', async () => {
		const lines = await runHere(['suggest', gold]);
		const kept = await temporaryCorpus({ files: { 'p.jsonl': lines.stdout } });
		const own = await runHere(['eval', gold]);
		const read = await runHere(['eval', gold, join(kept, 'p.jsonl')]);
		await rm(kept, { recursive: true });
		assert.equal(own.code, 0);
		assert.deepEqual(own, read);
	});

	test('shows errors and tables, then what it prints without', async () => {
		const { stdout } = await runHere(['eval', gold, predictions, '--errors', '--ci']);
		const plain = await readFile(join(fixtures, 'expected-ci.txt'), 'utf8');
		assert.ok(stdout.endsWith(`\n${plain}`));
		expectFile(join(root, 'test/snapshots/eval/errors.txt'), stdout);
	});

	for (const [what, args, article] of [
		['YAML beside articles', ['test/fixtures/phenomena'], 'relay/dam-talks.txt'],
		['YAML with articles elsewhere', ['test/fixtures/sample-gold', '--texts', 'annotations/sample'], 'news/shurfa/'],
		['the articles of a corpus that are done', ['annotations/sample'], 'news/sada-almina/muscat-talks.txt'],
	] as const) {
		test(`reads ${what}`, async () => {
			const [folder, ...rest] = args;
			const { code, stdout, stderr } = await runHere(['eval', '--tables', join(root, folder), ...rest]);
			assert.deepEqual([code, stderr], [0, '']);
			assert.ok(stdout.slice(stdout.indexOf('by article')).includes(`\n${article}`));
		});
	}

	test('finds predictions by the paths in their ids', async () => {
		const lines = await runHere(['suggest', join(root, 'annotations/sample')]);
		const kept = await temporaryCorpus({ files: { 'p.jsonl': lines.stdout } });
		const own = await runHere(['eval', join(root, 'annotations/sample')]);
		const read = await runHere(['eval', join(root, 'annotations/sample'), join(kept, 'p.jsonl')]);
		await rm(kept, { recursive: true });
		assert.deepEqual(own, read);
	});

	for (const [what, args, message] of [
		['errors as JSON', [gold, '--json', '--errors'], /--json goes without --errors/],
		['gold whose words are not in the text', [join(broken, 'lost')], /a\.yaml is no gold annotation: «فلان» 2/],
		['a malformed annotation', [broken], /a\.txt\.json is no gold annotation: entities is missing or malformed/],
		['an annotation that is not JSON', [join(broken, 'b')], /b\.txt\.json is not JSON/],
		['a folder without annotation', [fixtures], /There is no gold annotation/],
		['a prediction that is not JSON', [gold, join(broken, 'c.jsonl')], /c\.jsonl, line 2, is not JSON/],
		['a prediction without id', [gold, join(broken, 'd.jsonl')], /d\.jsonl, line 1, has no "id"/],
	] as const) {
		test(`refuses ${what}`, async () => {
			const { code, stdout, stderr } = await runHere(['eval', ...args]);
			assert.deepEqual([code, stdout], [2, '']);
			assert.match(stderr, message);
		});
	}
});
