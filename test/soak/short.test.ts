/** Every soak at a small scale, so that none rots between long runs. Times and sizes are not judged here. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Soak } from './support/soak.ts';

const files = globSync('*.ts', { cwd: import.meta.dirname })
	.filter(file => file !== 'run.ts' && !file.endsWith('.test.ts'))
	.sort();

/** Where a five-hundredth would be next to nothing. */
const scales: Readonly<Record<string, number>> = {
	'killedSaves.ts': 0.016,
	'twoWriters.ts': 0.04,
	'gitMerges.ts': 0.04,
};

suite('soak, in short', () => {
	test('there are programs to run', () => assert.ok(files.length > 0));

	for (const file of files) {
		test(file, async () => {
			const soak: Soak = await import(pathToFileURL(join(import.meta.dirname, file)).href);
			const rows = await soak.run({ scale: scales[file] ?? 0.002, seed: 6, say: () => undefined });
			assert.ok(rows.length > 0 && rows.every(({ ok }) => typeof ok === 'boolean'));
			assert.deepEqual(
				rows.filter(row => !row.ok && row.measured === undefined),
				[],
			);
		});
	}
});
