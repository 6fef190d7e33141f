import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem } from '../../../server/src/core/model.ts';
import { diagnostics, handleDiagnostic } from '../../../server/src/lsp/handlers/diagnostic.ts';
import { openFixture, place, requestContext } from '../../support/openFixture.ts';

/** Each as `severity place code: message (uri of related information)`. */
function check(marked: string, problems: readonly Problem[], language: 'en' | 'ar', expected: readonly string[]): void {
	const { document } = openFixture(marked, problems);
	const told = diagnostics(document, { language }).map(
		({ severity, range, code, message, relatedInformation = [] }) =>
			`${severity} ${place(range)} ${code}: ${message}${relatedInformation.map(({ location }) => ` (${location.uri})`).join('')}`,
	);
	assert.deepEqual(told, expected, marked);
}

suite('diagnostics of an article', () => {
	test('tell what the checks find, where it is', () => {
		check('نعم\nزار {LOC#a confirmed moved:حلب}', [], 'en', [
			'3 1:4-1:7 moved: “حلب” was found again in a changed text. Accept it if the place is right, or correct it.',
		]);
		check('{LOC#a orphan:حلب}', [], 'ar', [
			'2 0:0-0:3 orphan: لم يعد في النص «حلب»، وكان موسومًا قرب هذا الموضع. حدّد له موضعًا جديدًا أو احذفه.',
		]);
	});

	test('tell of its sidecar at the beginning, with the way there', () => {
		const problem: Problem = {
			code: 'sidecar-missing-key',
			severity: 'error',
			span: { start: 90, end: 91 },
			values: { key: 'label' },
		};
		check('نعم', [problem], 'en', [
			'1 0:0-0:0 sidecar-missing-key: Missing here: label (file:///corpus/annotations/a.txt.yaml)',
		]);
	});

	test('leave notes about other files to those files', () => {
		check('نعم', [{ code: 'sidecar-record-twice', severity: 'info', values: { id: 'a' } }], 'en', []);
	});

	test('are never so many of one sidecar that they bury the article', () => {
		const problems = Array.from({ length: 500 }, (): Problem => ({ code: 'sidecar-missing-key', severity: 'error' }));
		const { document } = openFixture('نعم', problems);
		assert.equal(diagnostics(document, { language: 'en' }).length, 20);
	});

	test('carry no tags: those scramble Arabic lines', () => {
		const { document } = openFixture('قال \u202eخبير\u202c {LOC orphan:حلب} {LOC confirmed moved:حمص}');
		const found = diagnostics(document, { language: 'en' });
		assert.equal(found.length, 3);
		assert.ok(found.every(diagnostic => diagnostic.tags === undefined && diagnostic.source === 'isnad'));
	});
});

suite('diagnostics of a sidecar', () => {
	test('stand where the problem is', () => {
		const text = TextDocument.create('file:///a.txt.yaml', 'yaml', 2, 'isnad: 1\nrecords: 2\n');
		const problems: Problem[] = [{ code: 'sidecar-records-form', severity: 'error', span: { start: 9, end: 16 } }];
		const report = handleDiagnostic(
			{ uri: text.uri, version: 2, text, problems },
			{ textDocument: text },
			{ language: 'en' },
		);
		assert.ok(report.kind === 'full');
		assert.deepEqual(
			report.items.map(({ range, code }) => `${place(range)} ${code}`),
			['1:0-1:7 sidecar-records-form'],
		);
	});

	test('tell of labels that the scheme does not have', () => {
		const source = 'records:\n  - id: a\n    label: VEHICLE\n';
		const text = TextDocument.create('file:///a.txt.yaml', 'yaml', 2, source);
		const [found] = diagnostics({ uri: text.uri, version: 2, text, problems: [] }, requestContext());
		assert.equal(found && place(found.range), '2:11-2:18');
		assert.equal(found?.message, 'The scheme has no label “VEHICLE”. It has: PER, ORG, LOC, DATE, MISC');
	});
});
