import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readTable } from '../../../server/src/core/corpus/readTable.ts';
import type { YamlNode } from '../../../server/src/core/sidecar/yamlNode.ts';
import { atProblems } from '../../support/atProblems.ts';

/** What a source holds, in short, and what is wrong with it. */
function check(source: string, expected: string | undefined, ...problems: readonly string[]): void {
	const reading = readTable(source);
	const what = source.length > 200 ? `${source.slice(0, 40)}… (${source.length})` : source;
	assert.deepEqual(atProblems(source, reading.problems), problems, what);
	assert.equal(reading.value && shown(reading.value), expected, what);
}

function shown(node: YamlNode): string {
	switch (node.kind) {
		case 'scalar':
			return node.value;
		case 'seq':
			return `[${node.items.map(shown).join(', ')}]`;
		case 'map':
			return `{${node.entries.map(({ key, value }) => `${key}: ${shown(value)}`).join(', ')}}`;
	}
}

suite('tables', () => {
	test('are maps of text, whatever type YAML would give it', () => {
		check('isnad: 1\nname: أخبار\n', '{isnad: 1, name: أخبار}');
		check(
			'on: yes\nnumber: 007\ndate: 2020-08-20\nnothing: ~\n',
			'{on: yes, number: 007, date: 2020-08-20, nothing: ~}',
		);
		check('a: {b: [c, "d"]}\n', '{a: {b: [c, d]}}');
		check('a: >\n  words\n  of a text\n', '{a: words of a text\n}');
		check("\"a b\": 'it''s'\n", "{a b: it's}");
		check('? a\n: b\n', '{a: b}');
	});

	test('with any line ends, with a byte order mark, without a final newline', () => {
		for (const source of [
			'a: b\r\nc: d\r\n',
			'\ufeffa: b\nc: d\n',
			'a: b\nc: d',
			'%YAML 1.2\n---\na: b\nc: d\n...\n',
		]) {
			check(source, '{a: b, c: d}');
		}
	});

	test('or nothing at all', () => {
		for (const source of ['', '\n\n', '# not yet\n', '---\n', '\ufeff']) {
			check(source, undefined);
		}
	});

	test('of a key that stands twice the first counts, at any depth', () => {
		check('a: b\na: c\n', '{a: b}', 'yaml-duplicate-key: a');
		check(
			'l:\n  - { a: b, a: c }\nm: { a: d, a: e, f: g }\n',
			'{l: [{a: b}], m: {a: d, f: g}}',
			'yaml-duplicate-key: a',
		);
		check(
			'__proto__: a\nconstructor: b\n__proto__: c\n',
			'{__proto__: a, constructor: b}',
			'yaml-duplicate-key: __proto__',
		);
	});

	test('are not lists and not words', () => {
		check('- a\n- b\n', undefined, 'yaml-not-map: - a\n- b');
		check('خبر\n', undefined, 'yaml-not-map: خبر');
		check('"a: b"\n', undefined, 'yaml-not-map: "a: b"');
	});

	test('are refused with the place of the first mistake', () => {
		check('a: b\nc: [d\n', undefined, 'yaml-syntax');
		check('a: "b\n', undefined, 'yaml-syntax');
		check('a: b: c\n', undefined, 'yaml-syntax: b');
		check('a: b\n  c: d\n', undefined, 'yaml-syntax: b');
		check('a: b\n}\n', undefined, 'yaml-syntax: }');
		check('a:\n\tb: c\n', undefined, 'yaml-syntax: \t');
	});

	test('hold no anchors, aliases or tags', () => {
		check('a: &x b\nc: d\n', undefined, 'yaml-alias: b');
		check('a: *x\n', undefined, 'yaml-alias: *x');
		check('a: !js/function b\n', undefined, 'yaml-alias: b');
		const laughs = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [*l${i}, *l${i}, *l${i}]`).join('\n');
		check(`l0: &l0 [ha]\n${laughs}\n`, undefined, 'yaml-alias: [ha]');
	});

	test('nest only so deeply', () => {
		const nested = (depth: number): string => Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
		check(`${nested(10)} b\n`, `${'{a: '.repeat(10)}b${'}'.repeat(10)}`);
		check(`${nested(40)} b\n`, undefined, 'yaml-too-deep: a');
		check(`a: ${'['.repeat(100_000)}`, undefined, 'yaml-too-deep: [');
		check(`a: ${'{b: '.repeat(1000)}`, undefined, 'yaml-too-deep: {');
		check('- '.repeat(100_000), undefined, 'yaml-too-deep: -');
		check('? '.repeat(100_000), undefined, 'yaml-too-deep: ?');
	});

	test('are only so large, and larger in the plain form that we write', () => {
		const lines = 'k: v\n'.repeat(500_000);
		check(`# ${'x'.repeat(9_000_000)}\na: b\n`, undefined, 'yaml-too-large: #');
		check(`a: b\n# ${'x'.repeat(7_000_000)}\n`, '{a: b}');
		check(`a: b\n? c\n# ${lines}`, undefined, 'yaml-too-large: a');
	});
});
