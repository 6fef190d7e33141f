import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { mergeSidecars } from '../../../server/src/core/sidecar/merge.ts';
import { readSidecar } from '../../../server/src/core/sidecar/readSidecar.ts';
import { openSidecar, sidecarSource } from '../../../server/src/core/sidecar/session.ts';
import { writeSidecar } from '../../../server/src/core/sidecar/writeSidecar.ts';

const good = `isnad: 1
text: a.txt
sha256: ${'ab'.repeat(32)}
length: 40
status:
  entities: draft
  statements: new
labels:
  topic: x
meta:
  outlet: y
records:
  - id: e1aaaa
    kind: entity
    state: confirmed
    was: rejected
    label: PER
    span: [3, 8]
    exact: سعاد
    prefix: "قال "
    suffix: " أن"
    form: سعاد
    value: x
    entity: suad
    from: model
    review: single
    score: 0.5
    moved: true
    flag: true
    comment: x
    attributes:
      tense: past
    by: mona
    alternatives:
      - id: e1aaaa
        kind: entity
        state: rejected
        label: LOC
        span: [3, 8]
        exact: سعاد
  - id: g1aaaa
    kind: region
    state: confirmed
    region: boilerplate
    what: dateline
    span: [3, 9]
    exact: سعاد أ
  - id: s1aaaa
    kind: statement
    state: confirmed
    type: mixed
    content:
      - span: [10, 20]
        exact: نرفض القرار
    cue:
      span: [3, 6]
      exact: قال
    speakerEntity: suad
    speakerName: سعاد
    nestedIn: s2aaaa
  - id: r1aaaa
    kind: relation
    state: confirmed
    type: part
    from: e1aaaa
    to: s1aaaa
  - id: z1aaaa
    kind: relation
    state: confirmed
    type: part
    from: e1aaaa
    to: s1aaaa
`;

const values = [
	'[a, [b]]',
	'{ a: b }',
	'-1',
	'1.5',
	'.nan',
	'.inf',
	'99999999999999999999',
	'[8, 3]',
	'[1, "x"]',
	'"\\0\\ud800"',
	'&a x',
	'*a',
	'!x y',
	'__proto__',
	'"constructor"',
	'"<script>"',
	'[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]',
	'""',
];

/** Every value of the file replaced by something strange. */
function mutants(): readonly string[] {
	const lines = good.split('\n');
	const last = lines.findIndex(line => line.includes('z1aaaa'));
	return lines.flatMap((line, index) => {
		const at = line.indexOf(': ');
		const key = at === -1 ? (line.endsWith(':') && line !== 'records:' ? line.length - 1 : -1) : at;
		return key === -1 || index >= last
			? []
			: values.map(value =>
					[...lines.slice(0, index), `${line.slice(0, key)}: ${value}`, ...below(lines, index)].join('\n'),
				);
	});
}

/** The lines behind one, without those that belong to it. */
function below(lines: readonly string[], index: number): readonly string[] {
	const indent = (line: string): number => line.search(/\S|$/);
	const own = indent(lines[index] ?? '') + (lines[index]?.trimStart().startsWith('- ') ? 2 : 0);
	let next = index + 1;
	while (next < lines.length && lines[index]?.endsWith(':') && indent(lines[next] ?? '') > own && lines[next] !== '') {
		next += 1;
	}
	return lines.slice(next);
}

suite('strange sidecars', () => {
	test('are good to begin with', () => {
		assert.deepEqual(readSidecar(good).problems, []);
	});

	test('have at most one problem for one strange value, and keep it when another record is changed', () => {
		const all = mutants();
		assert.ok(all.length >= 500, String(all.length));
		for (const source of all) {
			const { value: file, problems } = readSidecar(source);
			assert.ok(problems.length <= 1, `${JSON.stringify(problems)}\n${source}`);
			const span = problems[0]?.span;
			assert.ok(
				problems.length === 0 ||
					(span !== undefined && span.start >= 0 && span.start < span.end && span.end <= source.length),
				JSON.stringify(problems),
			);
			if (file.readOnly !== undefined) {
				continue;
			}
			const records = file.blocks.flatMap(block => (block.record === undefined ? [] : [block.record]));
			const changed = records.map(record =>
				record.id === 'z1aaaa' && record.kind === 'relation' ? { ...record, type: 'whole' } : record,
			);
			const written = writeSidecar(file, { header: file.header, records: changed });
			const expected = source.replace(/part(?!.*\n[\s\S]*part)/, 'whole');
			assert.deepEqual(new Set(written.split('\n')), new Set(expected.split('\n')));
		}
	});

	test('break nothing when they are opened, saved or merged', () => {
		const text = 'قال سعاد أن نرفض القرار كله';
		for (const source of mutants().filter((_source, index) => index % 4 === 0)) {
			const opened = openSidecar(text, source);
			sidecarSource(text, opened.annotations, opened.file, 'a.txt');
			mergeSidecars(good, source, good.replace('PER', 'ORG'));
			mergeSidecars(source, good, source.replace('PER', 'ORG'));
		}
		assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
		assert.deepEqual(Object.keys(Object.prototype), []);
	});

	test('may be any text', () => {
		for (const source of [
			'\0',
			'\uFEFF',
			'records:',
			'records:\n-',
			'records:\n- -',
			'\ud800',
			'<<<<<<<\n=======\n>>>>>>>\n',
			'- '.repeat(1000),
			'{'.repeat(1000),
			'a: '.repeat(1000),
			'\t\n'.repeat(1000),
			'"',
			'%YAML 9\n---\n',
			'--- a\n--- b\n',
			'\r\r\n\n',
		]) {
			const { problems } = readSidecar(source);
			assert.ok(problems.length <= 2, JSON.stringify([source.slice(0, 20), problems]));
			mergeSidecars(good, source, good);
			mergeSidecars('', good, source);
		}
	});
});
