import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { formats } from '../../../server/src/core/formats/formats.ts';
import { newsScheme } from '../../../server/src/core/scheme/builtIn.ts';
import { at, entityAt, statementAt } from '../sidecar/records.ts';
import { articleOf, exported, imported, shown } from './roundTrip.ts';

const doccano = formats.find(({ id }) => id === 'doccano') ?? assert.fail();
const text = '🔴 قالت سلمى:\r\n«لا».';

function checkRead(
	lines: readonly unknown[],
	records: readonly string[],
	texts: readonly string[],
	problems: readonly string[] = [],
): void {
	const source = lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
	const found = imported(doccano, [{ path: 'export/all.jsonl', text: source }]);
	assert.deepEqual(shown(found.records), records);
	assert.deepEqual(
		found.imported.map(({ path }) => path),
		texts,
	);
	assert.deepEqual(
		found.problems.map(({ code }) => code),
		problems,
	);
}

suite('doccano', () => {
	test('counts UTF-16 units, and links a statement to its parts', () => {
		const records = [
			statementAt(text, 'bbbbbb', { content: at(text, 'لا'), cue: at(text, 'قالت') }),
			entityAt(text, 'aaaaaa', at(text, 'سلمى')),
		];
		const [file] = exported(doccano, articleOf(text, records)).files;
		assert.deepEqual(JSON.parse(file?.text ?? ''), {
			text,
			path: 'news/a.txt',
			entities: [
				{ id: 1, label: 'PER', start_offset: 8, end_offset: 12 },
				{ id: 2, label: 'Statement.direct', start_offset: 16, end_offset: 18 },
				{ id: 3, label: 'Cue', start_offset: 3, end_offset: 7 },
			],
			relations: [{ id: 1, from_id: 2, to_id: 3, type: 'cue' }],
		});
	});

	test('is read in every shape it has had', () => {
		checkRead(
			[
				{ id: 7, text, label: [[8, 12, 'PERS']] },
				{ id: 8, text, labels: [[3, 7, 'CUE']] },
				{
					text,
					entities: [
						{ id: 1, label: 'PERS', start_offset: 8, end_offset: 12 },
						{ id: 2, label: 'QUOTE', start_offset: 16, end_offset: 18 },
					],
					relations: [{ from_id: 2, to_id: 1, type: 'speaker' }],
					meta: { path: 'b/c.txt' },
				},
				{ text, annotations: [{ label: 4, start_offset: 8, end_offset: 12, user: 1 }] },
			],
			[
				'confirmed PERS سلمى',
				'confirmed CUE قالت',
				'confirmed PERS سلمى',
				'confirmed direct لا',
				'confirmed label-4 سلمى',
			],
			['export/all-0007.txt', 'export/all-0008.txt', 'b/c.txt', 'export/all-0004.txt'],
		);
	});

	test('keeps what is outside the text, or inside a letter, as an orphan', () => {
		checkRead(
			[
				{
					text: '🔴',
					label: [
						[1, 2, 'A'],
						[0, 9, 'B'],
						[1, 1, 'C'],
					],
					path: '../../etc/passwd',
				},
			],
			['orphan B ', 'orphan A ', 'orphan C '],
			['etc/passwd.txt'],
			['import-not-there', 'import-not-there', 'import-not-there'],
		);
	});

	test('leaves out lines that are no JSON, that have no text, that are too deep', () => {
		checkRead(
			['{', { label: [] }, `${'['.repeat(70)}${']'.repeat(70)}`, '{"__proto__": {"text": "x"}}'],
			[],
			[],
			['import-json-line', 'import-json-line', 'import-no-text-key', 'import-no-text-key'],
		);
	});

	test('writes its labels, and reads them as a scheme', () => {
		const files = doccano.exporter?.setup?.(newsScheme) ?? [];
		const scheme = doccano.importer?.setup?.scheme(new Map(files.map(file => [file.path, file.text])));
		assert.deepEqual(
			scheme?.entities.map(({ label, color, key }) => [label, color, key]),
			newsScheme.entities.map(({ label, color, key }) => [label, color, key]),
		);
	});
});
