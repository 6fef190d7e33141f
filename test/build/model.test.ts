import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const dist = join(import.meta.dirname, '../../dist');

test('the model, which has a licence of its own, ships as a file of its own that says so', () => {
	// Its second line, a checksum, stands nowhere else.
	const source = readFileSync(join(dist, '../server/src/core/lexicon/entities/model.tsv'), 'utf8');
	const checksum = source.split('\n')[1] ?? '';
	assert.match(checksum, /^[0-9a-f]{64}$/);
	for (const program of ['server.node.js', 'cli.js']) {
		assert.equal(readFileSync(join(dist, program), 'utf8').includes(checksum), false, program);
	}
	const model = readFileSync(join(dist, 'model.js'), 'utf8');
	assert.match(model.slice(0, 200), /CC BY-SA 4\.0/);
	assert.ok(model.includes(checksum));
	assert.match(readFileSync(join(dist, 'model.LICENSE.md'), 'utf8'), /ANERcorp/);
});

test('the shipped programs find what only the model knows', () => {
	const text = 'وصل كارلهاينز إلى المدينة مساء، وقال للصحفيين إن العمل مستمر.';
	const { stdout } = spawnSync(process.execPath, [join(dist, 'cli.js'), 'suggest', '--stdin-jsonl'], {
		input: `${JSON.stringify({ id: 'a', text })}\n`,
		encoding: 'utf8',
	});
	const { entities } = JSON.parse(stdout) as { entities: { label: string; text: string }[] };
	assert.deepEqual(
		entities.map(entity => `${entity.label} ${entity.text}`),
		['PER كارلهاينز'],
	);
});
