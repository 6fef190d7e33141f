import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Compares a text with a committed file. A difference fails, and leaves the new text in the file where `UPDATE_SNAPSHOTS=1` is set
 * (in the environment of a developer, never in CI), so that the change is read as a diff before it is committed.
 */
export function expectFile(file: string, actual: string): void {
	const expected = existsSync(file) ? readFileSync(file, 'utf8') : '';
	if (expected !== actual && process.env['UPDATE_SNAPSHOTS'] === '1') {
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, actual);
	}
	assert.equal(actual, expected, `${file} (UPDATE_SNAPSHOTS=1 rewrites it; read the diff)`);
}
