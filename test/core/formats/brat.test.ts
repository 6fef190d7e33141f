import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { formats } from '../../../server/src/core/formats/formats.ts';
import type { AnnotationRecord } from '../../../server/src/core/model.ts';
import { newsScheme } from '../../../server/src/core/scheme/builtIn.ts';
import { at, entityAt, statementAt } from '../sidecar/records.ts';
import { articleOf, exported, imported, shown } from './roundTrip.ts';

const brat = formats.find(({ id }) => id === 'brat') ?? assert.fail();

/** The article's .ann file. */
function check(text: string, records: readonly AnnotationRecord[], ...expected: readonly string[]): void {
	const { files } = exported(brat, articleOf(text, records));
	assert.deepEqual(
		files.map(({ path }) => path),
		['news/a.txt', 'news/a.ann'],
	);
	assert.equal(files[0]?.text, text);
	assert.deepEqual(files[1]?.text.split('\n').slice(0, -1), expected);
}

/** What is read of an .ann file: its records, one a line, and the codes of problems. */
function checkRead(
	text: string,
	lines: readonly string[],
	records: readonly string[],
	problems: readonly string[] = [],
): void {
	const found = imported(brat, [
		{ path: 'a.txt', text },
		{ path: 'a.ann', text: lines.map(line => `${line}\n`).join('') },
	]);
	assert.deepEqual(shown(found.records), records);
	assert.deepEqual(
		found.problems.map(({ code }) => code),
		problems,
	);
}

const text = '🔴 عاجل:\r\nقالت سلمى النجار لمرافئ: «لن نتراجع\r\nأبدا».';

function imports({ review: _none, ...record }: AnnotationRecord): AnnotationRecord {
	return { ...record, from: 'import' } as AnnotationRecord;
}

suite('brat', () => {
	test('counts code points of the text as it is, with emoji and CRLF', () => {
		check(
			text,
			[imports(entityAt(text, 'aaaaaa', at(text, 'سلمى النجار')))],
			'T1	PER 14 25	سلمى النجار',
			'#1	Isnad T1	{"id":"aaaaaa"}',
		);
	});

	test('writes a span over a line end in pieces', () => {
		const content = at(text, 'لن نتراجع\r\nأبدا');
		const statement = imports(statementAt(text, 'aaaaaa', { content, cue: at(text, 'قالت') }, { comment: 'سطران' }));
		check(
			text,
			[statement],
			'T1	Statement 35 44;46 50	لن نتراجع أبدا',
			'T2	Cue 9 13	قالت',
			'R1	cue Arg1:T1 Arg2:T2',
			'A1	type T1 direct',
			'#1	AnnotatorNotes T1	سطران',
			'#2	Isnad T1	{"id":"aaaaaa"}',
		);
		checkRead(
			text,
			[
				'T1	Statement 35 44;46 50	لن نتراجع أبدا',
				'T2	Cue 9 13	قالت',
				'R1	cue Arg1:T1 Arg2:T2',
				'A1	type T1 direct',
			],
			['confirmed direct لن نتراجع\nأبدا'],
		);
	});

	test('says register keys as normalisations', () => {
		const record = {
			...imports(entityAt(text, 'aaaaaa', at(text, 'مرافئ'), { label: 'ORG' })),
			entity: 'marafi',
		} as AnnotationRecord;
		check(
			text,
			[record],
			'T1	ORG 27 32	مرافئ',
			'N1	Reference T1 Isnad:marafi	مرافئ',
			'#1	Isnad T1	{"id":"aaaaaa"}',
		);
	});

	test('reads the statements of other projects by what they call their parts', () => {
		checkRead(
			text,
			[
				...['T1	PERS 14 25	سلمى النجار', 'T2	QUOTE 35 44	لن نتراجع', 'T3	CUE 9 13	قالت'],
				...['R1	Speaker Arg1:T2 Arg2:T1', 'R2	Cue Arg1:T2 Arg2:T3', '#1	AnnotatorNotes T2	checked'],
			],
			['confirmed PERS سلمى النجار', 'confirmed direct لن نتراجع'],
		);
	});

	test('reads events, equivalences and relations as links', () => {
		checkRead(
			text,
			[
				'T1	PER 14 25	سلمى النجار',
				'T2	ORG 27 32	مرافئ',
				'T3	Meet 9 13	قالت',
				'E1	Meet:T3 Who:T1 Where:T2',
				'*	Same T1 T2',
			],
			[
				...['confirmed Meet قالت', 'confirmed PER سلمى النجار', 'confirmed ORG مرافئ'],
				...['Where: قالت > مرافئ', 'Who: قالت > سلمى النجار', 'Same: سلمى النجار > مرافئ'],
			],
		);
	});

	test('takes the unit in which all words stand where the file says', () => {
		checkRead(
			'🔴🔴 سلمى في مصر',
			['T1	PER 5 9	سلمى', 'T2	LOC 13 16	مصر'],
			['confirmed PER سلمى', 'confirmed LOC مصر'],
			['import-other-unit'],
		);
	});

	test('keeps as an orphan what does not stand there', () => {
		checkRead(
			'في مصر',
			['T1	LOC 3 6	مصر', 'T2	LOC 0 2	لبنان', 'T3	LOC 900 905	عمان'],
			['orphan LOC لبنان', 'orphan LOC عمان', 'confirmed LOC مصر'],
			['import-not-there', 'import-not-there'],
		);
	});

	test('names lines that it cannot read, and links that lead nowhere', () => {
		checkRead(
			'في مصر',
			['T1	LOC 3 6	مصر', 'what is this', 'T9	LOC x 3	y', 'R1	near Arg1:T1 Arg2:T7'],
			['confirmed LOC مصر'],
			['import-line', 'import-line', 'import-link-end'],
		);
	});

	test('writes its configuration, and reads it as the same scheme', () => {
		const files = brat.exporter?.setup?.(newsScheme) ?? [];
		assert.deepEqual(
			files.map(({ path }) => path),
			['annotation.conf', 'visual.conf', 'kb_shortcuts.conf'],
		);
		const scheme = brat.importer?.setup?.scheme(new Map(files.map(({ path, text: source }) => [path, source])));
		assert.deepEqual(
			scheme?.entities,
			newsScheme.entities.map(({ description: _, ...label }) => label),
		);
		assert.deepEqual(
			scheme.relations.map(({ type, from, to }) => [type, from, to]),
			newsScheme.relations.map(({ type, from, to }) => [type, from, to]),
		);
		assert.deepEqual(
			scheme.attributes.map(({ name, on }) => [name, on]),
			[
				['act', 'statement'],
				['borderline', 'statement'],
			],
		);
		assert.deepEqual(brat.exporter?.setup?.(scheme), files);
	});
});
