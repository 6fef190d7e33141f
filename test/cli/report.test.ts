import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { progressWords } from '../../server/src/cli/report.ts';

function check(done: number, skipped: number, expected: number | undefined, seconds: number, words: string): void {
	assert.equal(progressWords(done, skipped, expected, seconds * 1000), words);
}

suite('progress', () => {
	test('counts documents where nobody knows how many there are', () => {
		check(12345, 0, undefined, 60, '12,345 documents');
		check(0, 0, 10, 0, '0 documents');
	});

	test('tells the time left', () => {
		check(10_000, 0, 30_000, 30, '10,000 of 30,000 documents, 33 %, 60 s left');
		check(10_000, 0, 30_000, 300, '10,000 of 30,000 documents, 33 %, 10 min left');
		check(100, 0, 30_000, 60, '100 of 30,000 documents, 0 %, 4 h 59 min left');
		check(30_000, 0, 30_000, 60, '30,000 of 30,000 documents, 100 %, 0 s left');
	});

	test('judges by the documents of this run', () => {
		check(10_000, 10_000, 30_000, 40, '20,000 of 30,000 documents, 66 %, 40 s left');
	});

	test('bears files that came while it counted', () => {
		check(12, 0, 10, 60, '12 of 10 documents, 100 %, 0 s left');
	});
});
