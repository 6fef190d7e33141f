import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readSidecar } from '../../../server/src/core/sidecar/readSidecar.ts';

/** Says what was read of a sidecar, a line a record, and each problem as `code @the words it points to`. */
function check(
	source: string,
	expected: { records?: readonly string[]; problems?: readonly string[]; readOnly?: string },
): void {
	const { value, problems } = readSidecar(source);
	const records = value.blocks.map(({ record }) => {
		if (record === undefined) {
			return 'kept';
		}
		const at =
			record.kind === 'entity'
				? `${record.label} ${record.at.span.start}-${record.at.span.end} ${record.at.exact}`
				: record.kind;
		return `${record.id} ${record.state} ${at}`;
	});
	assert.deepEqual(
		{
			records,
			problems: problems.map(({ code, span }) => `${code} @${source.slice(span?.start, span?.end).split('\n')[0]}`),
			readOnly: value.readOnly,
		},
		{ records: expected.records ?? [], problems: expected.problems ?? [], readOnly: expected.readOnly },
		source,
	);
	assert.equal(value.head + value.blocks.map(block => block.text).join('') + value.tail, value.source);
}

const head = 'isnad: 1\nrecords:\n';

/** One entity with some of its lines replaced. */
function entity(change: Readonly<Record<string, string>> = {}): string {
	const lines = {
		id: 'e1aaaa',
		kind: 'entity',
		state: 'confirmed',
		label: 'PER',
		span: '[3, 8]',
		exact: 'سعاد',
		...change,
	};
	const keys = Object.entries(lines).map(([key, value]) => `${key}: ${value}\n`);
	return `  - ${keys.join('    ')}`;
}

suite('readSidecar', () => {
	test('reads records as we write them', () => {
		check(head + entity(), { records: ['e1aaaa confirmed PER 3-8 سعاد'] });
		check(head + entity({ state: 'rejected' }), { records: ['e1aaaa rejected PER 3-8 سعاد'] });
	});

	test('reads nothing as nothing', () => {
		check('', {});
		check('\n\n', {});
		check('isnad: 1\n', {});
		check('isnad: 1\nrecords: []\n', {});
		check('isnad: 1\nrecords:\n# nothing yet\n', {});
	});

	test('reads scalars as words, whatever type YAML would give them', () => {
		for (const word of ['2014', 'no', '1e3', 'null-', '2020-08-20', '0x1F', "'2014'", '"2014"', '"\\u0663"']) {
			const plain = word.startsWith('"\\') ? '٣' : word.replaceAll(/['"]/g, '');
			check(head + entity({ exact: word }), { records: [`e1aaaa confirmed PER 3-8 ${plain}`] });
		}
	});

	test('reads records written by hand in any YAML', () => {
		check(`${head}- {id: e1aaaa, kind: entity, label: PER, span: [3, 8], exact: "سعاد"}\n`, {
			records: ['e1aaaa confirmed PER 3-8 سعاد'],
		});
		check(
			`${head}  - id: e1aaaa\n    kind: entity\n    label: PER\n    span:\n      - 3\n      - 8\n    exact: >-\n      سعاد\n`,
			{
				records: ['e1aaaa confirmed PER 3-8 سعاد'],
			},
		);
		check(
			`${head}-   kind: entity\n    "id": e1aaaa\n    label: PER # who\n    span: [3,\n      8]\n    exact: سعاد\n`,
			{
				records: ['e1aaaa confirmed PER 3-8 سعاد'],
			},
		);
	});

	test('keeps what cannot be used, with one problem each', () => {
		const wrong: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
			[{ label: '[a]' }, 'sidecar-wrong-type @[a]'],
			[{ label: '' }, 'sidecar-missing-key @i'],
			[{ kind: 'thing' }, 'sidecar-wrong-type @thing'],
			[{ state: 'sure' }, 'sidecar-wrong-type @sure'],
			[{ span: '[3, -8]' }, 'sidecar-span-invalid @[3, -8]'],
			[{ span: '[8, 3]' }, 'sidecar-span-invalid @[8, 3]'],
			[{ span: '[3, 8.5]' }, 'sidecar-span-invalid @[3, 8.5]'],
			[{ span: '[3, .nan]' }, 'sidecar-span-invalid @[3, .nan]'],
			[{ span: '[3, 99999999999999999999]' }, 'sidecar-span-invalid @[3, 99999999999999999999]'],
			[{ span: '[1, 2, 3]' }, 'sidecar-span-invalid @[1, 2, 3]'],
			[{ span: '3' }, 'sidecar-span-invalid @3'],
			[{ id: 'a b' }, 'sidecar-wrong-type @a b'],
			[{ exact: '{a: b}' }, 'sidecar-wrong-type @{a: b}'],
			[{ exact: '*secret' }, 'sidecar-yaml-alias @*secret'],
			[{ exact: '"open' }, 'sidecar-yaml-syntax @'],
		];
		for (const [change, problem] of wrong) {
			const readOnly = problem.includes('syntax') ? { readOnly: 'syntax' } : {};
			check(head + entity(change), { records: ['kept'], problems: [problem], ...readOnly });
		}
	});

	test('reads a record whose optional values are wrong, without them', () => {
		const record = 'e1aaaa confirmed PER 3-8 سعاد';
		check(head + entity({ score: '7' }), { records: [record], problems: ['sidecar-wrong-type @7'] });
		check(head + entity({ flag: 'maybe' }), { records: [record], problems: ['sidecar-wrong-type @maybe'] });
		check(head + entity({ attributes: '[x]' }), { records: [record], problems: ['sidecar-wrong-type @[x]'] });
		check(head + entity({ from: 'nowhere' }), { records: [record], problems: ['sidecar-wrong-type @nowhere'] });
	});

	test('refuses double keys, in the record alone or in the whole file', () => {
		check(`${head}${entity()}    label: LOC\n`, { records: ['kept'], problems: ['sidecar-duplicate-key @label'] });
		check('isnad: 1\nlength: 3\nlength: 4\n', { problems: ['sidecar-duplicate-key @length'], readOnly: 'form' });
		check(`${head}${entity()}records:\n`, {
			records: ['e1aaaa confirmed PER 3-8 سعاد'],
			problems: ['sidecar-duplicate-key @records'],
			readOnly: 'form',
		});
	});

	test('never overwrites a file with a syntax error, and shows what it can', () => {
		check(`${head}${entity()}  - id: "open\n`, {
			records: ['e1aaaa confirmed PER 3-8 سعاد', 'kept'],
			problems: ['sidecar-yaml-syntax @'],
			readOnly: 'syntax',
		});
		check('isnad: 1\n  records: oops\n', { problems: ['sidecar-yaml-syntax @1'], readOnly: 'syntax' });
		check('- a\n- b\n', { problems: ['sidecar-not-map @- a'], readOnly: 'syntax' });
		check('records: [{id: a}]\nisnad: 1\n', { problems: ['sidecar-records-form @records'], readOnly: 'form' });
	});

	test('leaves a newer version alone', () => {
		check(`isnad: 2\nrecords:\n${entity()}`.replace('records:', 'notes: x\nrecords:').replace(entity(), ''), {
			problems: ['sidecar-newer @isnad'],
			readOnly: 'newer',
		});
		check('isnad: one\n', { problems: ['sidecar-version-unknown @isnad'], readOnly: 'form' });
		check('length: 3\n', { problems: ['sidecar-version-missing @l'] });
	});

	test('reports git conflict markers once', () => {
		const source = `${head}<<<<<<< HEAD\n${entity()}=======\n${entity({ label: 'LOC' })}>>>>>>> theirs\n`;
		const { value, problems } = readSidecar(source);
		assert.deepEqual(
			problems.map(problem => problem.code),
			['sidecar-conflict-markers'],
		);
		assert.equal(value.readOnly, 'conflict');
		assert.equal(value.blocks.length, 1);
	});

	test('tells records apart that came under one id', () => {
		check(head + entity() + entity(), {
			records: ['e1aaaa confirmed PER 3-8 سعاد', 'kept'],
			problems: ['sidecar-record-twice @  - id: e1aaaa'],
		});
		const { value } = readSidecar(head + entity() + entity({ label: 'LOC' }));
		assert.match(value.blocks[1]?.record?.id ?? '', /^e1aaaa./);
	});

	test('points into the file as it is, with CRLF and BOM', () => {
		const source = `\uFEFF${(head + entity({ span: '[8, 3]' })).replaceAll('\n', '\r\n')}`;
		const { problems } = readSidecar(source);
		assert.deepEqual(
			problems.map(({ span }) => source.slice(span?.start, span?.end)),
			['[8, 3]'],
		);
	});

	test('refuses bombs, depth, tags and size, one record at a time', () => {
		const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
		check(head + entity({ odd: deep }), { records: ['kept'], problems: [`sidecar-yaml-too-deep @[`] });
		check(head + entity({ odd: '&a [x, *a]' }), { records: ['kept'], problems: ['sidecar-yaml-alias @[x, *a]'] });
		check(head + entity({ odd: '!function "x"' }), { records: ['kept'], problems: ['sidecar-yaml-alias @"x"'] });
		check(head + entity({ comment: 'x'.repeat(70_000) }), {
			records: ['kept'],
			problems: ['sidecar-record-too-large @ '],
		});
	});

	test('does not read more foreign YAML than it can in good time, nor write such a file', () => {
		const { value, problems } = readSidecar(head + '  - { "id": a }\n'.repeat(30_000));
		assert.equal(value.readOnly, 'too-large');
		assert.deepEqual([problems[0]?.code, problems.length], ['sidecar-too-large', 200]);
		assert.equal(value.blocks.length, 30_000);
	});

	test('takes strange keys for keys', () => {
		const { value, problems } = readSidecar(
			`${head}${entity()}    __proto__: x\n    constructor: y\n    attributes:\n      __proto__: z\n`,
		);
		const record = value.blocks[0]?.record;
		assert.deepEqual(problems, []);
		assert.deepEqual(Object.keys(record?.attributes ?? {}), ['__proto__']);
		assert.equal(Object.getPrototypeOf(record?.attributes), Object.prototype);
		assert.equal(({} as Record<string, unknown>)['x'], undefined);
	});
});
