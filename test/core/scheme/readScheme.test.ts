import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readScheme } from '../../../server/src/core/scheme/readScheme.ts';
import type { Scheme } from '../../../server/src/core/scheme/scheme.ts';
import { atProblems } from '../../support/atProblems.ts';

const empty: Scheme = {
	name: 'scheme',
	title: { en: 'scheme', ar: 'scheme' },
	entities: [],
	attributes: [],
	relations: [],
	documentLabels: [],
};

/** What a scheme says beyond an empty one, and what is wrong with it. */
function check(source: string, expected: Partial<Scheme> | undefined, ...problems: readonly string[]): void {
	const reading = readScheme(source);
	assert.deepEqual(atProblems(source, reading.problems), problems, source);
	assert.deepEqual(reading.value, expected === undefined ? undefined : { ...empty, ...expected }, source);
}

/** The labels of `entities` as `label name color key`, `-` for no key. */
function checkLabels(entities: string, labels: readonly string[], ...problems: readonly string[]): void {
	const source = `entities:${entities}\n`;
	const reading = readScheme(source);
	const shown = reading.value?.entities.map(({ label, name, color, key }) =>
		[label, name.en, color, key ?? '-'].join(' '),
	);
	assert.deepEqual(shown, labels, source);
	assert.deepEqual(atProblems(source, reading.problems), problems, source);
}

const plain = '#888e96';

suite('schemes', () => {
	test('say everything that can be said', () => {
		const source = `isnad: 1
name: desk
title: { en: Desk, ar: مكتب }
entities:
  - label: PER
    name: { en: Person, ar: شخص }
    description: { en: A person., ar: إنسان. }
    color: blue
    key: P
  - { label: LOC, name: مكان, color: "#539B65" }
statements:
  name: { en: Saying, ar: قول }
  color: gray
  key: q
  types:
    - { type: direct, name: { en: Direct, ar: مباشر }, key: 1 }
    - { type: indirect, color: red }
attributes:
  - name: act
    title: { en: Act, ar: فعل }
    on: statement
    values: [denial, { value: demand, name: { en: Demand, ar: مطالبة } }]
relations:
  - { type: seat, name: { en: Seat, ar: مقر }, from: [PER], to: [LOC, PER] }
documentLabels:
  - { name: topic, values: [sport] }
invented: [1, 2]
`;
		check(source, {
			name: 'desk',
			title: { en: 'Desk', ar: 'مكتب' },
			entities: [
				{
					label: 'PER',
					name: { en: 'Person', ar: 'شخص' },
					description: { en: 'A person.', ar: 'إنسان.' },
					color: '#3b90fe',
					key: 'p',
				},
				{ label: 'LOC', name: { en: 'مكان', ar: 'مكان' }, color: '#539b65' },
			],
			statements: {
				name: { en: 'Saying', ar: 'قول' },
				color: plain,
				key: 'q',
				types: [
					{ label: 'direct', name: { en: 'Direct', ar: 'مباشر' }, color: plain, key: '1' },
					{ label: 'indirect', name: { en: 'indirect', ar: 'indirect' }, color: '#c43c0b' },
				],
			},
			attributes: [
				{
					name: 'act',
					title: { en: 'Act', ar: 'فعل' },
					on: 'statement',
					values: [
						{ value: 'denial', name: { en: 'denial', ar: 'denial' } },
						{ value: 'demand', name: { en: 'Demand', ar: 'مطالبة' } },
					],
				},
			],
			relations: [{ type: 'seat', name: { en: 'Seat', ar: 'مقر' }, from: ['PER'], to: ['LOC', 'PER'] }],
			documentLabels: [
				{
					name: 'topic',
					title: { en: 'topic', ar: 'topic' },
					values: [{ value: 'sport', name: { en: 'sport', ar: 'sport' } }],
				},
			],
		});
	});

	test('may be empty, or no scheme at all', () => {
		check('isnad: 1\n', {});
		check('entities:\nstatements: ~\nattributes: []\n', {});
		check('', undefined);
		check('- PER\n', undefined, 'yaml-not-map: - PER');
		check('entities: [\n', undefined, 'yaml-syntax');
	});

	test('take words in one language for both', () => {
		check('title: مكتب\n', { title: { en: 'مكتب', ar: 'مكتب' } });
		check('title: { ar: مكتب }\n', { title: { en: 'مكتب', ar: 'مكتب' } });
		check('title: { en: Desk }\n', { title: { en: 'Desk', ar: 'Desk' } });
	});

	test('leave out what has the wrong form, and tell where', () => {
		check('name: [desk]\n', {}, 'sidecar-wrong-type: [desk]');
		check('title: [Desk]\n', {}, 'sidecar-wrong-type: [Desk]');
		check('title: { fr: Bureau }\n', {}, 'sidecar-wrong-type: { fr: Bureau }');
		check('entities: { label: PER }\n', {}, 'sidecar-wrong-type: { label: PER }');
		check('statements: [direct]\n', {}, 'sidecar-wrong-type: [direct]');
		check('attributes: act\n', {}, 'sidecar-wrong-type: act');
		check('attributes: [act]\n', {}, 'sidecar-wrong-type: act');
		check('attributes: [{ title: Act }]\n', {}, 'sidecar-missing-key: {');
		check('documentLabels: [{ values: [sport] }]\n', {}, 'sidecar-missing-key: {');
		check('relations: [{ from: [], to: [] }]\n', {}, 'sidecar-missing-key: {');
		check('relations: [[PER, LOC]]\n', {}, 'sidecar-wrong-type: [PER, LOC]');
	});

	test('leave out single values', () => {
		const values = [{ value: 'b', name: { en: 'b', ar: 'b' } }];
		const act = { name: 'act', title: { en: 'act', ar: 'act' }, values };
		check(
			'attributes: [{ name: act, values: [[a], b, { name: c }] }]\n',
			{ attributes: [act] },
			'sidecar-wrong-type: [a]',
			'sidecar-missing-key: {',
		);
		check(
			'documentLabels: [{ name: act, values: { a: b } }]\n',
			{ documentLabels: [{ ...act, values: [] }] },
			'sidecar-wrong-type: { a: b }',
		);
	});
});

suite('labels of a scheme', () => {
	test('have a name, a colour and a key of their own', () => {
		checkLabels(' [{ label: PER, name: Person, color: teal, key: p }]', ['PER Person #009e73 p']);
		checkLabels(' [{ label: PER }]', [`PER PER ${plain} -`]);
	});

	test('have a colour that is no more than a colour', () => {
		const evil = '"red; background-image: url(https://example.org/x)"';
		checkLabels(
			` [{ label: PER, color: ${evil} }]`,
			[`PER PER ${plain} -`],
			'scheme-color: "red; background-image: url(https://exa…',
		);
		checkLabels(' [{ label: PER, color: [red] }]', [`PER PER ${plain} -`], 'scheme-color: [red]');
		const types = 'statements: { color: "url(x)", types: [{ type: direct, color: "#12345" }] }\n';
		const type = { label: 'direct', name: { en: 'direct', ar: 'direct' }, color: plain };
		const statements = { name: { en: 'Statement', ar: 'قول' }, color: plain, types: [type] };
		check(types, { statements }, 'scheme-color: "url(x)"', 'scheme-color: "#12345"');
	});

	test('have a key that no other label has', () => {
		checkLabels(
			' [{ label: PER, key: p }, { label: PLC, key: P }]',
			[`PER PER ${plain} p`, `PLC PLC ${plain} -`],
			'scheme-key-taken: P',
		);
		check(
			'entities: [{ label: PER, key: q }]\nstatements: { key: q, types: [{ type: direct, key: q }, { type: mixed, key: q }] }\n',
			{
				entities: [{ label: 'PER', name: { en: 'PER', ar: 'PER' }, color: plain, key: 'q' }],
				statements: {
					name: { en: 'Statement', ar: 'قول' },
					color: plain,
					types: [
						{ label: 'direct', name: { en: 'direct', ar: 'direct' }, color: plain, key: 'q' },
						{ label: 'mixed', name: { en: 'mixed', ar: 'mixed' }, color: plain },
					],
				},
			},
			'scheme-key-taken: q',
			'scheme-key-taken: q',
		);
	});

	test('have a key that every keyboard has', () => {
		for (const key of ['ض', 'pp', '""', '٣', 'F1', '"-"', '[p]', '" "']) {
			checkLabels(` [{ label: PER, key: ${key} }]`, [`PER PER ${plain} -`], `scheme-key-form: ${key}`);
		}
		checkLabels(' [{ label: PER, key: 7 }]', [`PER PER ${plain} 7`]);
	});

	test('are words of Latin letters, digits, dots, dashes and underscores', () => {
		checkLabels(' [{ label: Per.son-2_x }]', [`Per.son-2_x Per.son-2_x ${plain} -`]);
		for (const label of ['شخص', '2PER', '_PER', '"PER SON"', '"PER\\"><b"', '""', 'P'.repeat(65), '__proto__']) {
			checkLabels(
				` [{ label: ${label} }]`,
				[],
				`scheme-label-form: ${label.length > 40 ? `${label.slice(0, 39)}…` : label}`,
			);
		}
		checkLabels(' [{ name: Person }]', [], 'sidecar-missing-key: {');
		checkLabels(' [{ label: [PER] }]', [], 'sidecar-wrong-type: [PER]');
	});

	test('stand once; the first counts, and the second takes no key', () => {
		checkLabels(
			'\n  - { label: PER, name: Person }\n  - { label: PER, name: People, key: p }\n  - { label: ORG, key: p }',
			[`PER Person ${plain} -`, `ORG ORG ${plain} p`],
			'scheme-duplicate-label: PER',
		);
		const statements = { name: { en: 'Statement', ar: 'قول' }, color: plain, types: [] };
		const type = { label: 'direct', name: { en: 'direct', ar: 'direct' }, color: plain };
		check(
			'statements: { types: [{ type: direct }, { type: direct }] }\n',
			{ statements: { ...statements, types: [type] } },
			'scheme-duplicate-label: direct',
		);
	});
});

suite('types of statements', () => {
	test('are those that a sidecar can hold', () => {
		const statements = { name: { en: 'Statement', ar: 'قول' }, color: plain };
		const type = { label: 'reported', name: { en: 'reported', ar: 'reported' }, color: plain };
		check(
			'statements: { types: [{ type: rumour }, { type: reported }, { type: Direct }] }\n',
			{ statements: { ...statements, types: [type] } },
			'sidecar-wrong-type: rumour',
			'sidecar-wrong-type: Direct',
		);
	});
});

suite('relations of a scheme', () => {
	test('join labels that the scheme has', () => {
		const source = 'entities: [{ label: PER }]\nrelations: [{ type: kin, from: [PER, MAN], to: [[PER], PER] }]\n';
		check(
			source,
			{
				entities: [{ label: 'PER', name: { en: 'PER', ar: 'PER' }, color: plain }],
				relations: [{ type: 'kin', name: { en: 'kin', ar: 'kin' }, from: ['PER'], to: ['PER'] }],
			},
			'scheme-relation-label: MAN',
			'scheme-relation-label: [PER]',
		);
	});

	test('may stand above the labels', () => {
		const source = 'relations: [{ type: kin, from: [PER], to: [PER] }]\nentities: [{ label: PER }]\n';
		assert.deepEqual(readScheme(source).problems, []);
	});
});
