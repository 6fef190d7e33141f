import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readRegister } from '../../../server/src/core/corpus/register.ts';
import { atProblems } from '../../support/atProblems.ts';

/** Each entry as `key label name | alias | alias Qid (note)`, and what is wrong. */
function check(source: string, entries: readonly string[], ...problems: readonly string[]): void {
	const reading = readRegister(source);
	const shown = reading.value.map(({ key, label, name, aliases, wikidata, note }) =>
		[[`${key} ${label} ${name}`, ...aliases].join(' | '), wikidata, note && `(${note})`].filter(Boolean).join(' '),
	);
	assert.deepEqual(shown, entries, source);
	assert.deepEqual(atProblems(source, reading.problems), problems, source);
}

/** One entry among two that are well: only it may suffer. */
function checkEntry(entry: string, expected: string | undefined, ...problems: readonly string[]): void {
	const source = `entities:\n  - { key: a, label: LOC, name: بغداد }\n  - ${entry}\n  - { key: z, label: LOC, name: مسقط }\n`;
	check(source, ['a LOC بغداد', ...(expected === undefined ? [] : [expected]), 'z LOC مسقط'], ...problems);
}

suite('register', () => {
	test('holds entries with all they may have, in their order', () => {
		const source = `isnad: 1
entities:
  - key: muscat
    label: LOC
    name: مسقط
    wikidata: Q3826
    note: "Capital."
    colour: blue
  - key: al-shiraa
    label: ORG
    name: الشراع
    aliases:
      - نادي الشراع
      - 2014
`;
		check(source, ['muscat LOC مسقط Q3826 (Capital.)', 'al-shiraa ORG الشراع | نادي الشراع | 2014']);
	});

	test('may be empty', () => {
		for (const source of ['', 'isnad: 1\n', 'entities:\n', 'entities: ~\n', 'entities: []\n', '# nobody yet\n']) {
			check(source, []);
		}
	});

	test('is a list', () => {
		check('entities: { a: b }\n', [], 'register-not-list: { a: b }');
		check('entities: ""\n', [], 'register-not-list: ""');
		check('- key: a\n', [], 'yaml-not-map: - key: a');
		check('entities: [\n', [], 'yaml-syntax');
	});

	test('leaves out an entry without key, label or name', () => {
		checkEntry('{ label: LOC, name: صنعاء }', undefined, 'sidecar-missing-key: {');
		checkEntry('{ key: b, name: صنعاء }', undefined, 'sidecar-missing-key: {');
		checkEntry('{ key: b, label: LOC, name: }', undefined, 'sidecar-missing-key: {');
		checkEntry('{ key: "", label: " ", name: صنعاء }', undefined, 'sidecar-wrong-type: ""', 'sidecar-wrong-type: " "');
		checkEntry('{ key: [b], label: LOC, name: صنعاء }', undefined, 'sidecar-wrong-type: [b]');
		checkEntry('{ key: b, label: { l: LOC }, name: صنعاء }', undefined, 'sidecar-wrong-type: { l: LOC }');
		checkEntry('صنعاء', undefined, 'register-entry-form: صنعاء');
		checkEntry('[صنعاء]', undefined, 'register-entry-form: [صنعاء]');
		checkEntry('~', undefined, 'register-entry-form: ~');
	});

	test('leaves out what is wrong with an entry otherwise', () => {
		checkEntry('{ key: b, label: LOC, name: صنعاء, aliases: أزال }', 'b LOC صنعاء', 'sidecar-wrong-type: أزال');
		checkEntry(
			'{ key: b, label: LOC, name: صنعاء, aliases: [أزال, [x], "", ~] }',
			'b LOC صنعاء | أزال',
			'sidecar-wrong-type: [x]',
			'sidecar-wrong-type: ""',
			'sidecar-wrong-type: ~',
		);
		checkEntry('{ key: b, label: LOC, name: صنعاء, wikidata: [Q2471] }', 'b LOC صنعاء', 'sidecar-wrong-type: [Q2471]');
		checkEntry('{ key: b, label: LOC, name: صنعاء, note: { en: x } }', 'b LOC صنعاء', 'sidecar-wrong-type: { en: x }');
	});

	test('takes nothing for a Wikidata id that is none', () => {
		checkEntry('{ key: b, label: LOC, name: صنعاء, wikidata: Q2471 }', 'b LOC صنعاء Q2471');
		for (const id of ['q2471', 'Q', 'Q01', '2471', 'https://www.wikidata.org/wiki/Q2471', '"Q1](command:x)"']) {
			checkEntry(`{ key: b, label: LOC, name: صنعاء, wikidata: ${id} }`, 'b LOC صنعاء', `sidecar-wrong-type: ${id}`);
		}
	});

	test('keeps the first of two entries with one key', () => {
		checkEntry(
			'{ key: a, label: LOC, name: صنعاء }',
			undefined,
			'register-duplicate-key: { key: a, label: LOC, name: صنعاء }',
		);
		checkEntry('{ key: __proto__, label: LOC, name: صنعاء }', '__proto__ LOC صنعاء');
	});
});
