import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { temporaryCorpus } from '../support/temporaryCorpus.ts';
import { runHere } from './runHere.ts';

const fixtures = join(import.meta.dirname, '../fixtures/score');
const gold = join(fixtures, 'gold');
const predictions = join(fixtures, 'predictions.jsonl');
const broken = await temporaryCorpus({
	files: {
		'a.txt': 'قال',
		'a.txt.json': '{"entities": 3}',
		'b/b.txt.json': '{',
		'c.jsonl': '{"id": "a.txt"}\n{\n',
		'd.jsonl': '{}',
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

	for (const [what, args, message] of [
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
