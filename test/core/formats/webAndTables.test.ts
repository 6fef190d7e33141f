/** Prodigy, W3C Web Annotation and CSV. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { csvRow, readCsv } from '../../../server/src/core/formats/csv/csvText.ts';
import { formats } from '../../../server/src/core/formats/formats.ts';
import { at, entityAt, statementAt } from '../sidecar/records.ts';
import { articleOf, exported, imported, shown } from './roundTrip.ts';

const text = '🔴 قالت سلمى لرويترز:\r\n«لا».';
const plain = { from: 'import' as const };
const records = [
	entityAt(text, 'aaaaaa', at(text, 'رويترز'), { ...plain, label: 'ORG' }),
	statementAt(text, 'bbbbbb', { content: at(text, 'لا'), cue: at(text, 'قالت') }, { ...plain, comment: '=SUM(1)' }),
];

function format(id: string) {
	return formats.find(candidate => candidate.id === id) ?? assert.fail(id);
}

function written(id: string): string {
	const { files, losses } = exported(format(id), articleOf(text, records));
	assert.deepEqual(losses, []);
	return files.at(-1)?.text ?? '';
}

function checkRead(
	id: string,
	path: string,
	source: string,
	expected: readonly string[],
	problems: readonly string[] = [],
): void {
	const found = imported(format(id), [
		{ path: 'a.txt', text },
		{ path, text: source },
	]);
	assert.deepEqual(shown(found.records), expected);
	assert.deepEqual(
		found.problems.map(({ code }) => code),
		problems,
	);
}

suite('Prodigy', () => {
	test('counts code points, and tokens with the last one included', () => {
		const task = JSON.parse(written('prodigy'));
		const [org, statement, cue] = task.spans;
		assert.deepEqual([org.start, org.end, org.token_start, org.token_end, org.label], [13, 19, 4, 4, 'ORG']);
		assert.deepEqual([statement.start, statement.end, cue.start, cue.end], [23, 25, 2, 6]);
		assert.deepEqual(
			task.tokens
				.slice(2, 6)
				.map((token: { text: string; start: number; ws: boolean }) => [token.text, token.start, token.ws]),
			[
				...[
					['سلمى', 7, true],
					['ل', 12, false],
					['رويترز', 13, false],
					[':', 19, false],
				],
			],
		);
		assert.deepEqual(
			[task.relations[0].label, task.relations[0].head, task.relations[0].child, task.answer],
			['cue', 7, 1, 'accept'],
		);
	});

	test('is read as spaCy has it, and only where it was accepted', () => {
		const lines = [
			{ text, spans: [{ start: 7, end: 11, label: 'PERSON' }], answer: 'accept' },
			{
				text,
				entities: [
					[7, 11, 'PER'],
					[13, 99, 'ORG'],
				],
			},
			{ text, spans: [{ start: 2, end: 6, label: 'PERSON' }], answer: 'reject' },
		];
		checkRead(
			'prodigy',
			'a.jsonl',
			lines.map(line => JSON.stringify(line)).join('\n'),
			['confirmed PERSON سلمى', 'confirmed PER سلمى', 'orphan ORG '],
			['import-not-there'],
		);
	});
});

suite('W3C Web Annotation', () => {
	test('has a quote with its context and a position in code points', () => {
		const { items } = JSON.parse(written('w3c'));
		assert.deepEqual(items[0], {
			id: 'urn:isnad:news%2Fa.txt%23aaaaaa',
			type: 'Annotation',
			motivation: 'tagging',
			body: [
				{ type: 'TextualBody', purpose: 'tagging', value: 'ORG' },
				{ type: 'TextualBody', purpose: 'describing', 'isnad:field': 'from', value: 'import' },
				{ type: 'TextualBody', purpose: 'describing', 'isnad:field': 'review', value: 'single' },
			],
			target: {
				source: 'a.txt',
				selector: [
					{ type: 'TextQuoteSelector', exact: 'رويترز', prefix: '🔴 قالت سلمى ل', suffix: ':\r\n«لا».' },
					{ type: 'TextPositionSelector', start: 13, end: 19 },
				],
			},
		});
		const link = items[3];
		assert.deepEqual(
			[link.motivation, link.body[0].value, link.body[1].id, link.target],
			['linking', 'cue', 'urn:isnad:news%2Fa.txt%23bbbbbb.cue', 'urn:isnad:news%2Fa.txt%23bbbbbb'],
		);
	});

	test('is read line by line, in UTF-16 units where others write them, and with quotes alone as orphans', () => {
		const annotation = (exact: string, more: readonly object[]) =>
			JSON.stringify({
				type: 'Annotation',
				body: { type: 'TextualBody', purpose: 'tagging', value: 'PER' },
				target: { source: 'http://x.org/a.txt', selector: [{ type: 'TextQuoteSelector', exact }, ...more] },
			});
		const position = (start: number, end: number) => [{ type: 'TextPositionSelector', start, end }];
		checkRead(
			'w3c',
			'x.jsonld',
			[annotation('سلمى', position(8, 12)), annotation('رويترز', position(14, 20))].join('\n'),
			['confirmed PER سلمى', 'confirmed PER رويترز'],
			['import-other-unit'],
		);
		checkRead('w3c', 'x.jsonld', annotation('سلمى', []), ['orphan PER سلمى'], ['import-not-there']);
	});
});

suite('CSV', () => {
	test('has a row a record, with places in code points, and no formulas', () => {
		assert.deepEqual(
			written('csv')
				.split('\r\n')
				.slice(0, 3)
				.map(line => line.replace('\ufeff', '')),
			[
				'path,id,kind,label,span,text,cue_span,cue,speaker_span,speaker,via_span,via,addressee_span,addressee,relay_of,nested_in,from_id,to_id,comment,details',
				'news/a.txt,aaaaaa,entity,ORG,13-19,رويترز,,,,,,,,,,,,,,"{""review"":""single""}"',
				`news/a.txt,bbbbbb,statement,Statement,23-25,لا,2-6,قالت,,,,,,,,,,,'=SUM(1),"{""type"":""direct""}"`,
			],
		);
	});

	test('is read with few columns, quotes and any line ends', () => {
		checkRead(
			'csv',
			't.csv',
			'path,label,span\n"a.txt","PER",7-11\na.txt,ORG,99-100',
			['orphan ORG ', 'confirmed PER سلمى'],
			['import-not-there'],
		);
		checkRead('csv', 't.csv', 'a,b\n1,2', [], ['import-no-table']);
		checkRead('csv', 't.csv', 'path,label,span\nb.txt,PER,7-11', [], ['import-no-text']);
	});

	test('gives back every cell', () => {
		const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-'=+@\t\r\n", a]{0,6}$/));
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), rows => {
				assert.deepEqual(readCsv(`\ufeff${rows.map(csvRow).join('')}`), rows);
			}),
			{ seed: 23, numRuns: 300 },
		);
	});

	test('never begins a cell as a formula', () => {
		for (const cell of ['=1', '+1', '-1', '@x', '\tx', '\rx', ' =1', '＝1']) {
			assert.match(csvRow([cell]), /^"?'/, JSON.stringify(cell));
		}
	});
});
