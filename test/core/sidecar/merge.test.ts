import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { AnnotationRecord, EntityRecord } from '../../../server/src/core/model.ts';
import { emptyHeader, type Header } from '../../../server/src/core/sidecar/header.ts';
import { mergeSidecars, resolveMarkers } from '../../../server/src/core/sidecar/merge.ts';
import { readSidecar } from '../../../server/src/core/sidecar/readSidecar.ts';
import { newSidecar } from '../../../server/src/core/sidecar/writeSidecar.ts';
import { told } from './records.ts';

function name(id: string, start: number, more: Partial<EntityRecord> = {}): EntityRecord {
	return {
		id,
		kind: 'entity',
		state: 'confirmed',
		label: 'PER',
		at: { span: { start, end: start + 4 }, exact: `ا${start}` },
		from: 'manual',
		review: 'single',
		...more,
	};
}

function sidecar(records: readonly AnnotationRecord[], header: Partial<Header> = {}): string {
	return newSidecar({
		header: { ...emptyHeader, text: 'a.txt', sha256: 'a'.repeat(64), length: 99, ...header },
		records,
	});
}

interface Expected {
	/** One line a record; after `/` its alternatives. */
	readonly records: readonly string[];
	readonly problems?: readonly string[];
}

/** Merges three lists of records. */
function check(
	base: readonly AnnotationRecord[],
	mine: readonly AnnotationRecord[],
	theirs: readonly AnnotationRecord[],
	expected: Expected,
): void {
	const merge = mergeSidecars(base.length === 0 ? '' : sidecar(base), sidecar(mine), sidecar(theirs));
	const { value, problems } = readSidecar(merge.source);
	const records = value.blocks.map(({ record }) =>
		record === undefined ? 'kept' : [told(record), ...(record.alternatives ?? []).map(told)].join(' / '),
	);
	assert.deepEqual(
		[records, merge.problems.map(problem => problem.code), problems],
		[expected.records, expected.problems ?? [], []],
	);
}

const a = name('a1aaaa', 10);
const b = name('b1aaaa', 20);
const c = name('c1aaaa', 30);

suite('mergeSidecars', () => {
	test('takes what either side did', () => {
		check([a], [a, b], [a, c], {
			records: ['a1aaaa confirmed PER ا10', 'b1aaaa confirmed PER ا20', 'c1aaaa confirmed PER ا30'],
		});
		check([a, b], [a], [a, b, c], { records: ['a1aaaa confirmed PER ا10', 'c1aaaa confirmed PER ا30'] });
		check([a, b], [{ ...a, label: 'ORG' }, b], [a, { ...b, state: 'rejected' }], {
			records: ['a1aaaa confirmed ORG ا10', 'b1aaaa rejected PER ا20'],
		});
		check([], [a], [b], { records: ['a1aaaa confirmed PER ا10', 'b1aaaa confirmed PER ا20'] });
	});

	test('merges different things said of one record', () => {
		check([a], [{ ...a, label: 'ORG' }], [{ ...a, entity: 'x', comment: 'hm' }], {
			records: ['a1aaaa confirmed ORG ا10'],
		});
		const merged = readSidecar(
			mergeSidecars(sidecar([a]), sidecar([{ ...a, comment: 'one' }]), sidecar([{ ...a, comment: 'two' }])).source,
		);
		assert.equal(merged.value.blocks[0]?.record?.comment, 'one | two');
	});

	test('counts one decision of two people once', () => {
		check([], [a], [a], { records: ['a1aaaa confirmed PER ا10'] });
		check([], [a], [{ ...a, review: 'bulk', from: 'model' }], { records: ['a1aaaa confirmed PER ا10'] });
		check([], [a], [{ ...a, id: 'z1aaaa', entity: 'x' }], { records: ['a1aaaa confirmed PER ا10'] });
	});

	test('keeps both sides of a conflict', () => {
		const conflict = { problems: ['merge-conflict'] };
		check([a], [{ ...a, label: 'ORG' }], [{ ...a, label: 'LOC' }], {
			records: ['a1aaaa confirmed ORG ا10 / a1aaaa confirmed LOC ا10'],
			...conflict,
		});
		check([a], [{ ...a, state: 'rejected' }], [{ ...a, entity: 'x', state: 'orphan' }], {
			records: ['a1aaaa rejected PER ا10 / a1aaaa orphan PER ا10'],
			...conflict,
		});
		check([], [a], [name('z1aaaa', 10, { label: 'ORG' })], {
			records: ['a1aaaa confirmed PER ا10 / z1aaaa confirmed ORG ا10'],
			...conflict,
		});
	});

	test('lets two labels of one stretch stand that stood before, and a rejection beside a label', () => {
		const other = name('z1aaaa', 10, { label: 'ORG' });
		check([a, other], [a, other, b], [a, other, c], {
			records: [
				'a1aaaa confirmed PER ا10',
				'z1aaaa confirmed ORG ا10',
				'b1aaaa confirmed PER ا20',
				'c1aaaa confirmed PER ا30',
			],
		});
		check([], [a], [{ ...other, state: 'rejected' }], {
			records: ['a1aaaa confirmed PER ا10', 'z1aaaa rejected ORG ا10'],
		});
	});

	test('keeps what one side took out and the other changed', () => {
		check([a, b], [b], [{ ...a, label: 'ORG' }, b], {
			records: ['a1aaaa confirmed ORG ا10', 'b1aaaa confirmed PER ا20'],
			problems: ['merge-kept-removed'],
		});
		check([a, b], [b], [{ ...a, at: { ...a.at, span: { start: 11, end: 15 } } }, b], {
			records: ['b1aaaa confirmed PER ا20'],
		});
	});

	test('lets relations follow a record that went up in another', () => {
		const relation: AnnotationRecord = {
			id: 'r1aaaa',
			kind: 'relation',
			state: 'confirmed',
			type: 'part',
			source: 'z1aaaa',
			target: 'b1aaaa',
		};
		check([b], [a, b], [{ ...a, id: 'z1aaaa' }, b, relation], {
			records: ['a1aaaa confirmed PER ا10', 'b1aaaa confirmed PER ا20', 'r1aaaa confirmed part a1aaaa b1aaaa'],
		});
	});

	test('merges progress and labels of the document', () => {
		const merge = (mine: Partial<Header>, theirs: Partial<Header>): Header =>
			readSidecar(mergeSidecars(sidecar([a]), sidecar([a], mine), sidecar([a], theirs)).source).value.header;
		assert.deepEqual(
			merge({ status: { entities: 'done', statements: 'new' } }, { status: { entities: 'draft', statements: 'draft' } })
				.status,
			{
				entities: 'draft',
				statements: 'draft',
			},
		);
		assert.deepEqual(merge({ status: { entities: 'done', statements: 'new' } }, {}).status, {
			entities: 'done',
			statements: 'new',
		});
		assert.deepEqual(merge({ labels: { topic: 'x' } }, { labels: { topic: 'y', tone: 'z' } }).labels, {
			topic: 'x',
			tone: 'z',
		});
	});

	test('leaves the hash out where places of two texts are mixed', () => {
		const [one, two] = ['b', 'c'].map(digit => ({ sha256: digit.repeat(64) }));
		const moved = (record: EntityRecord): EntityRecord => ({
			...record,
			at: { ...record.at, span: { start: record.at.span.start + 1, end: record.at.span.end + 1 } },
		});
		const hash = (mine: string, theirs: string): string | undefined =>
			readSidecar(mergeSidecars(sidecar([a]), mine, theirs).source).value.header.sha256;
		assert.equal(hash(sidecar([a, b]), sidecar([moved(a), c], one)), undefined);
		assert.equal(hash(sidecar([a]), sidecar([moved(a), c], one)), one?.sha256);
		assert.equal(
			hash(sidecar([a], { status: { entities: 'done', statements: 'new' } }), sidecar([moved(a), c], two)),
			two?.sha256,
		);
	});

	test('keeps comments and unknown keys of both sides', () => {
		const base = sidecar([a, b]);
		const mine = base
			.replace('    label: PER\n', '    label: ORG # mine\n')
			.replace('text: a.txt\n', 'text: a.txt\nproject: x\nmeta:\n  outlet: o\n');
		const theirs = base
			.replace('  - id: a1aaaa\n', '  # look\n  - id: a1aaaa\n    mood:\n      - good\n')
			.replace('  - id: b1', '  # second\n  - id: b1')
			.replace('text: a.txt\n', 'text: a.txt\nsource: web\nmeta:\n  outlet: p\n');
		const { source } = mergeSidecars(base, mine, theirs);
		for (const piece of [
			'label: ORG # mine',
			'  # look\n  - id: a1aaaa',
			'    mood:\n      - good\n',
			'  # second\n  - id: b1',
			'project: x',
			'source: web',
			'outlet: o',
			'#   outlet: p',
		]) {
			assert.ok(source.includes(piece), `${piece}\n${source}`);
		}
		assert.deepEqual(readSidecar(source).problems, []);
	});

	test('keeps what it cannot read, and refuses what it must not rewrite', () => {
		const bad = '  - id: x1aaaa\n    kind: dream\n';
		const withBad = sidecar([a]) + bad;
		assert.ok(mergeSidecars(sidecar([a]), sidecar([a, b]), withBad).source.includes(bad));
		assert.ok(!mergeSidecars(withBad, withBad.replace('PER', 'ORG'), sidecar([a])).source.includes(bad));
		const broken = mergeSidecars(sidecar([a]), sidecar([a, b]), 'isnad: 1\nrecords: "oops\n');
		assert.deepEqual(
			[broken.source, broken.problems.map(problem => problem.code)],
			[sidecar([a, b]), ['merge-unreadable']],
		);
	});

	test('settles a file with conflict markers', () => {
		const [head = '', ...blocks] = sidecar([a, b, c]).split(/(?= {2}- id)/);
		const marked = `${head}<<<<<<< HEAD\n${blocks[0]}=======\n${blocks[1]}>>>>>>> topic\n${blocks[2]}`;
		assert.equal(resolveMarkers(marked)?.source, sidecar([a, b, c]));
		assert.equal(resolveMarkers(marked.replaceAll('\n', '\r\n'))?.source, sidecar([a, b, c]));
		assert.equal(resolveMarkers(sidecar([a])), undefined);
	});

	test('has no conflict where two people work on different records, and loses nothing', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({
						side: fc.constantFrom('mine', 'theirs'),
						what: fc.constantFrom('add', 'remove', 'change', 'reject'),
					}),
					{ maxLength: 12 },
				),
				actions => {
					const start = actions.map((_action, index) => name(`n${index}aaaa`, index * 10));
					const apply = (side: string | undefined): AnnotationRecord[] =>
						actions.flatMap((action, index): AnnotationRecord[] => {
							const record = start[index] as EntityRecord;
							const done = side === undefined || action.side === side;
							switch (action.what) {
								case 'add':
									return done && side !== undefined ? [record] : [];
								case 'remove':
									return done && side !== undefined ? [] : [record];
								case 'change':
									return [done && side !== undefined ? { ...record, label: 'ORG' } : record];
								default:
									return [done && side !== undefined ? { ...record, state: 'rejected' } : record];
							}
						});
					const both = actions.flatMap((action, index): AnnotationRecord[] => {
						const record = start[index] as EntityRecord;
						return action.what === 'remove'
							? []
							: [
									action.what === 'change'
										? { ...record, label: 'ORG' }
										: action.what === 'reject'
											? { ...record, state: 'rejected' }
											: record,
								];
					});
					const merge = mergeSidecars(sidecar(apply(undefined)), sidecar(apply('mine')), sidecar(apply('theirs')));
					assert.deepEqual(merge.problems, []);
					assert.equal(merge.source, sidecar(both));
				},
			),
			{ seed: 7, numRuns: 300 },
		);
	});
});
