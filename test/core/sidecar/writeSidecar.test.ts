import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { AnnotationRecord } from '../../../server/src/core/model.ts';
import { emptyHeader, type Header } from '../../../server/src/core/sidecar/header.ts';
import { readSidecar } from '../../../server/src/core/sidecar/readSidecar.ts';
import type { StoredRecord } from '../../../server/src/core/sidecar/stored.ts';
import { newSidecar, writeSidecar } from '../../../server/src/core/sidecar/writeSidecar.ts';

type Change = (
	records: readonly StoredRecord[],
	header: Header,
) => { readonly records?: readonly StoredRecord[]; readonly header?: Header };

/** Reads a sidecar, changes its content, and compares what is written. */
function check(before: string, change: Change, after: string): void {
	const { value: file } = readSidecar(before);
	const records = file.blocks.flatMap(block => (block.record === undefined ? [] : [block.record]));
	const content = { records, header: file.header, ...change(records, file.header) };
	assert.equal(writeSidecar(file, content), after);
}

const plain = `isnad: 1
# Who reads this?
text: news/a.txt   # the text
sha256: ${'0'.repeat(64)}
project: mine
status:
  entities: draft # half
  statements: new
records:
  # The minister.
  - id: e1aaaa
    kind: entity
    state: confirmed
    label: PER   # surely
    span: [3, 8]
    exact: سعاد
    # checked twice
    mood: [good, 7]
    comment: '#1'
  - id: e2aaaa
    kind: entity
    state: rejected
    label: LOC
    span: [13, 18]
    exact: البصرة
`;

const relabel =
	(id: string, label: string): Change =>
	records => ({
		records: records.map(record => (record.id === id && record.kind === 'entity' ? { ...record, label } : record)),
	});

suite('writeSidecar', () => {
	test('gives back the very bytes where nothing changed', () => {
		const odd = plain.replaceAll('\n', '\r\n').replace('  - id: e2aaaa', '\r\n  -   id: e2aaaa').replace(/\s*$/, '');
		for (const source of [
			plain,
			odd,
			'',
			'\n',
			'isnad: 1\nrecords: []',
			'isnad: 1\nrecords:\n - {id: x, kind: what}\n',
			`\uFEFF${plain}`,
		]) {
			if (source.trim() !== '') {
				check(source, () => ({}), source);
			}
		}
	});

	test('keeps comments and unknown keys of a changed record', () => {
		check(plain, relabel('e1aaaa', 'ORG'), plain.replace('label: PER   # surely', '# surely\n    label: ORG'));
	});

	test('leaves the other records as they are', () => {
		check(plain, relabel('e2aaaa', 'ORG'), plain.replace('label: LOC', 'label: ORG'));
	});

	test('adds and takes away keys in their canonical place', () => {
		check(
			plain,
			records => ({
				records: records.map(record =>
					record.id === 'e2aaaa' ? { ...record, review: 'bulk', moved: true, comment: 'a: b' } : record,
				),
			}),
			plain.replace('exact: البصرة\n', 'exact: البصرة\n    review: bulk\n    moved: true\n    comment: "a: b"\n'),
		);
		check(
			plain,
			records => ({ records: records.map(record => (record.id === 'e1aaaa' ? without(record, 'comment') : record)) }),
			plain.replace("    comment: '#1'\n", ''),
		);
	});

	test('removes a record with its comments', () => {
		const cut = plain.slice(0, plain.indexOf('  # The minister')) + plain.slice(plain.indexOf('  - id: e2aaaa'));
		check(plain, records => ({ records: records.filter(record => record.id !== 'e1aaaa') }), cut);
	});

	test('puts a new record where it begins in the text', () => {
		const fresh: AnnotationRecord = {
			id: 'e9aaaa',
			kind: 'entity',
			state: 'confirmed',
			label: 'DATE',
			at: { span: { start: 9, end: 11 }, exact: '2014' },
		};
		const block =
			'  - id: e9aaaa\n    kind: entity\n    state: confirmed\n    label: DATE\n    span: [9, 11]\n    exact: "2014"\n';
		check(
			plain,
			records => ({ records: [...records, fresh] }),
			plain.replace('  - id: e2aaaa', `${block}  - id: e2aaaa`),
		);
		check('isnad: 1\nrecords: []\n', () => ({ records: [fresh] }), `isnad: 1\nrecords:\n${block}`);
		check('isnad: 1 # one', () => ({ records: [fresh] }), `isnad: 1 # one\nrecords:\n${block}`);
		check(
			'isnad: 1\nrecords:\n# none\n\nend: 1',
			() => ({ records: [fresh] }),
			`isnad: 1\nrecords:\n${block}# none\n\nend: 1\n`,
		);
	});

	test('keeps to the margin that the file has', () => {
		const flat = plain.replace(/records:\n[\s\S]*$/, list => list.replaceAll(/^ {2}/gm, ''));
		const fresh: AnnotationRecord = {
			id: 'e9aaaa',
			kind: 'relation',
			state: 'confirmed',
			type: 'part-of',
			source: 'e1aaaa',
			target: 'e2aaaa',
		};
		check(
			flat,
			records => ({ records: [...(relabel('e2aaaa', 'ORG')(records, emptyHeader).records ?? []), fresh] }),
			`${flat.replace('label: LOC', 'label: ORG')}- id: e9aaaa\n  kind: relation\n  state: confirmed\n  type: part-of\n  from: e1aaaa\n  to: e2aaaa\n`,
		);
	});

	test('keeps records that it cannot read, where they stand', () => {
		const bad = '  - id: e3aaaa # ?\n    kind: dream\n';
		const source = plain.replace('  - id: e2aaaa', `${bad}  - id: e2aaaa`);
		check(source, relabel('e2aaaa', 'ORG'), source.replace('label: LOC', 'label: ORG'));
		check(
			source,
			records => ({ records: records.slice(1) }),
			plain.replace(/ {2}# The minister[\s\S]*$/, '') + source.slice(source.indexOf('  - id: e2')) + bad,
		);
	});

	test('writes a record of one line anew, with its unknown keys', () => {
		check(
			'isnad: 1\nrecords:\n  - { id: e1aaaa, kind: entity, state: confirmed, label: PER, span: [3, 8], exact: سعاد, mood: { a: [1, "2"] } } # hm\n',
			relabel('e1aaaa', 'ORG'),
			'isnad: 1\nrecords:\n  # hm\n  - id: e1aaaa\n    kind: entity\n    state: confirmed\n    label: ORG\n    span: [3, 8]\n    exact: سعاد\n    mood:\n      a:\n        - 1\n        - "2"\n',
		);
	});

	test('keeps unknown keys inside the parts of a statement', () => {
		const source = `isnad: 1
records:
  - id: s1aaaa
    kind: statement
    state: confirmed
    type: direct
    content:
      - span: [10, 20]
        exact: نرفض القرار
        heat: 3
    cue: { span: [3, 6], exact: قال, tense: past }
`;
		check(
			source,
			records => ({
				records: records.map(record =>
					record.kind === 'statement'
						? {
								...record,
								cue: { span: { start: 4, end: 7 }, exact: 'قال' },
								content: record.content.map(part => ({ ...part, span: { start: 11, end: 21 } })),
							}
						: record,
				),
			}),
			source
				.replace('[10, 20]', '[11, 21]')
				.replace(
					'    cue: { span: [3, 6], exact: قال, tense: past }',
					'    cue:\n      span: [4, 7]\n      exact: قال\n      tense: past',
				),
		);
	});

	test('changes the header in place', () => {
		const header = {
			status: { entities: 'done', statements: 'new' },
			labels: { topic: 'economy' },
			length: 40,
			sha256: '1'.repeat(64),
		} as const;
		check(
			plain,
			(_records, old) => ({ header: { ...old, ...header } }),
			plain
				.replace('0'.repeat(64), `${'1'.repeat(64)}`)
				.replace('project:', 'length: 40\nproject:')
				.replace('entities: draft', 'entities: done')
				.replace('statements: new\n', 'statements: new\nlabels:\n  topic: economy\n')
				.replace('1'.repeat(64), `"${'1'.repeat(64)}"`),
		);
		const labelled = 'isnad: 1\nstatus: { entities: done, statements: new }\nlabels:\n  topic: a # old\n  tone: b\n';
		check(
			labelled,
			(_records, old) => ({
				header: { ...old, status: { entities: 'done', statements: 'draft' }, labels: { tone: 'c', place: 'd' } },
			}),
			'isnad: 1\nstatus:\n  entities: done\n  statements: draft\nlabels:\n# old\n  tone: c\n  place: d\n',
		);
		check(
			labelled,
			(_records, old) => ({ header: { ...old, labels: {} } }),
			'isnad: 1\nstatus: { entities: done, statements: new }\n',
		);
	});

	test('writes a new file in canonical form', () => {
		assert.equal(
			newSidecar({ header: { ...emptyHeader, text: 'news/a b.txt', length: 3 }, records: [] }),
			'isnad: 1\ntext: news/a b.txt\nlength: 3\nstatus:\n  entities: new\n  statements: new\nrecords:\n',
		);
	});

	test('reads back whatever it wrote, and writes it again byte for byte', () => {
		fc.assert(
			fc.property(fc.array(anyRecord, { maxLength: 6 }), records => {
				const distinct = [...new Map(records.map(record => [record.id, record])).values()];
				const source = newSidecar({ header: emptyHeader, records: distinct });
				const { value, problems } = readSidecar(source);
				assert.deepEqual(problems, []);
				const back = value.blocks.map(block => block.record);
				assert.deepEqual(
					new Set(back.map(record => JSON.stringify(sorted(record)))),
					new Set(distinct.map(record => JSON.stringify(sorted(record)))),
				);
				assert.equal(
					newSidecar({ header: value.header, records: back.filter(record => record !== undefined) }),
					source,
				);
			}),
			{ seed: 1, numRuns: 300 },
		);
	});
});

function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> & T {
	const { [key]: _gone, ...rest } = value;
	return rest as Omit<T, K> & T;
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) {
		return value.map(sorted);
	}
	if (typeof value !== 'object' || value === null) {
		return value;
	}
	return Object.entries(value)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, inner]) => [key, sorted(inner)]);
}

const words = fc.oneof(
	fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
	fc.string({
		unit: fc.constantFrom(...'ابت ٣«»:#-?"\'\\\n\t{}[],&*!|>%@`~=<.\u200f\u202e'),
		minLength: 1,
		maxLength: 12,
	}),
	fc.constantFrom(
		'null',
		'true',
		'no',
		'2014',
		'1e3',
		'---',
		'- a',
		'a: b',
		'a #b',
		' a',
		'a ',
		':',
		'?',
		'-',
		'0x1F',
		'12:30',
		'2020-08-20',
		'__proto__',
	),
);
const span = fc.tuple(fc.nat(9999), fc.nat(99)).map(([start, length]) => ({ start, end: start + length }));
const anchor = fc.record({ span, exact: words, prefix: words, suffix: words }, { requiredKeys: ['span', 'exact'] });
const base = {
	id: fc.stringMatching(/^[a-z][a-z0-9]{5}$/),
	state: fc.constantFrom('confirmed', 'rejected', 'orphan' as const),
	from: fc.constantFrom('manual', 'model' as const),
	score: fc.integer({ min: 0, max: 100 }).map(score => score / 100),
	comment: words,
	flag: fc.constant(true),
	attributes: fc
		.array(fc.tuple(words, words), { minLength: 1, maxLength: 3 })
		.map(entries => Object.fromEntries(entries)),
};
const anyEntity = fc.record(
	{ ...base, kind: fc.constant('entity' as const), label: words, at: anchor, form: words },
	{ requiredKeys: ['id', 'state', 'kind', 'label', 'at'] },
);
const anyStatement = fc.record(
	{
		...base,
		kind: fc.constant('statement' as const),
		type: fc.constant('direct' as const),
		content: fc.array(anchor, { minLength: 1, maxLength: 3 }),
		cue: anchor,
		speaker: anchor,
		speakerName: words,
		alternatives: fc.array(anyEntity, { minLength: 1, maxLength: 2 }),
	},
	{ requiredKeys: ['id', 'state', 'kind', 'type', 'content'] },
);
const anyRelation = fc.record(
	{ ...base, kind: fc.constant('relation' as const), type: words, source: words, target: words },
	{ requiredKeys: ['id', 'state', 'kind', 'type', 'source', 'target'] },
);
const anyRecord: fc.Arbitrary<AnnotationRecord> = fc.oneof(
	anyEntity,
	anyStatement,
	anyRelation,
) as fc.Arbitrary<AnnotationRecord>;
