/** Figures equal those of the reference scoring script: kept ones everywhere, fresh ones where the script is at hand. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { readGold } from '../../../server/src/core/agreement/gold.ts';
import { score, scoreJson, scoreTable } from '../../../server/src/core/agreement/score.ts';

const root = join(import.meta.dirname, '../../..');
const fixtures = join(root, 'test/fixtures/score');
const folder = join(fixtures, 'gold');
const predictionsFile = join(fixtures, 'predictions.jsonl');
const script = join(root, '../shared/tools/score.py');

function scored(intervals: boolean) {
	const names = readdirSync(folder).filter(name => name.endsWith('.txt'));
	const articles = names.sort().map(name => {
		const gold = readGold(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
		assert.ok(typeof gold !== 'string', `${name}: ${gold}`);
		return { name, text: readFileSync(join(folder, name), 'utf8'), gold };
	});
	const lines = readFileSync(predictionsFile, 'utf8').trim().split('\n');
	const records = lines.map(line => JSON.parse(line));
	return score(articles, new Map(records.map(record => [record.id.replace('news/', ''), record])), { intervals });
}

suite('score', () => {
	for (const [name, intervals] of [
		['expected.txt', false],
		['expected-ci.txt', true],
	] as const) {
		test(`prints what the reference script printed in ${name}`, () => {
			assert.equal(scoreTable(scored(intervals)), readFileSync(join(fixtures, name), 'utf8'));
		});
	}

	test('prints what the reference script prints now', context => {
		if (!existsSync(script) || spawnSync('python3', ['--version']).status !== 0) {
			context.diagnostic('python3 with ../shared/tools/score.py is not at hand: compared with kept figures only');
			assert.ok(existsSync(join(fixtures, 'expected.txt')));
			return;
		}
		for (const options of [[], ['--ci']]) {
			const printed = spawnSync('python3', [script, folder, predictionsFile, ...options], { encoding: 'utf8' });
			assert.equal(printed.stderr, '');
			assert.equal(scoreTable(scored(options.length > 0)), printed.stdout);
		}
	});

	test('says the same in JSON', () => {
		const table = scoreTable(scored(false)).trim().split('\n');
		const json = JSON.parse(scoreJson(scored(true)));
		assert.deepEqual(json.figures, JSON.parse(table.at(-1) ?? ''));
		assert.deepEqual(
			json.problems,
			table.flatMap(line => (line.startsWith('! ') ? line.slice(2) : [])),
		);
		assert.deepEqual(Object.keys(json['95 %']), Object.keys(json.figures));
	});

	test('lists an article that nothing was predicted for', () => {
		const gold = readGold({ entities: [], quotes: [], boilerplate: [] });
		assert.ok(typeof gold !== 'string');
		const { problems } = score([{ name: 'a.txt', text: '', gold }], new Map(), { intervals: false });
		assert.deepEqual(problems, ['no prediction for a.txt']);
	});

	test('says where a gold annotation is malformed', () => {
		assert.equal(readGold([]), 'the document');
		assert.equal(readGold({ entities: [{ start: 1 }] }), 'entities[0].end');
		assert.equal(
			readGold({ entities: [], quotes: [{ type: 'direct', content: [[1]] }], boilerplate: [] }),
			'quotes[0].content[0][1]',
		);
	});
});
