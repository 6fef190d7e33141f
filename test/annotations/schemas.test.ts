import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { parse } from 'yaml';
import { type CorpusFile, newCorpusSource, readCorpusFile } from '../../server/src/core/corpus/corpusFile.ts';
import { type RegisterEntry, readRegister } from '../../server/src/core/corpus/register.ts';
import type { AnnotationRecord, Problem } from '../../server/src/core/model.ts';
import { namedColors } from '../../server/src/core/scheme/color.ts';
import { readScheme } from '../../server/src/core/scheme/readScheme.ts';
import { emptyHeader, type Header } from '../../server/src/core/sidecar/header.ts';
import { readSidecar } from '../../server/src/core/sidecar/readSidecar.ts';
import { recordKeys } from '../../server/src/core/sidecar/recordLines.ts';
import { newSidecar } from '../../server/src/core/sidecar/writeSidecar.ts';
import { type JsonSchema, mismatches, undescribed } from './jsonSchema.ts';

const readers: Readonly<Record<string, (source: string) => { readonly problems: readonly Problem[] }>> = {
	corpus: readCorpusFile,
	entities: readRegister,
	scheme: readScheme,
	sidecar: readSidecar,
};

const schemas = new Map(
	Object.keys(readers).map(name => [
		name,
		JSON.parse(readFileSync(`annotations/schema/${name}.schema.json`, 'utf8')) as JsonSchema,
	]),
);

function schema(name: string): JsonSchema {
	return schemas.get(name) ?? {};
}

/** Where some YAML does not fit its schema. Our own reader must find a mistake where the schema does, and none where it does not. */
function check(name: string, source: string, ...expected: readonly string[]): void {
	assert.deepEqual(mismatches(schema(name), parse(source)), expected, source);
	const wrong = readers[name]?.(source).problems.filter(({ severity }) => severity === 'error');
	assert.equal((wrong?.length ?? 0) > 0, expected.length > 0, `${source}\n${JSON.stringify(wrong)}`);
}

/** YAML that fits its schema, and in which the schema describes every key. */
function checkDescribed(name: string, source: string): void {
	check(name, source);
	assert.deepEqual(undescribed(schema(name), parse(source)), [], source);
}

const part = { span: { start: 1, end: 4 }, exact: 'قال' };
const whole = { ...part, prefix: 'و', suffix: ' ' };
const base = {
	from: 'model',
	review: 'single',
	score: 0.5,
	moved: true,
	flag: true,
	comment: '2014',
	attributes: { tense: 'past' },
	by: 'mona',
} as const;
/** Each kind with all that it can hold. */
const records: readonly AnnotationRecord[] = [
	{
		...base,
		id: 'e1aaaa',
		kind: 'entity',
		state: 'orphan',
		was: 'rejected',
		label: 'DATE',
		at: whole,
		form: 'ا',
		value: '2020-08-20',
		entity: 'x',
	},
	{
		...base,
		...{
			id: 's1aaaa',
			kind: 'statement',
			state: 'confirmed',
			type: 'mixed',
			content: [whole, part],
			cue: part,
			speaker: part,
			via: part,
			addressee: part,
		},
		...{ speakerEntity: 'unnamed:x', speakerName: 'x', relayOf: 's2aaaa', nestedIn: 's3aaaa' },
		alternatives: [{ id: 's1aaaa', kind: 'statement', state: 'rejected', type: 'direct', content: [part] }],
	},
	{ ...base, id: 'r1aaaa', kind: 'relation', state: 'confirmed', type: 'part', source: 'e1aaaa', target: 'e2aaaa' },
	{ ...base, id: 'g1aaaa', kind: 'region', state: 'confirmed', region: 'boilerplate', what: 'dateline', at: whole },
];
/** All that a header can hold. */
const header: Required<Header> = {
	...emptyHeader,
	text: 'a.txt',
	sha256: 'a'.repeat(64),
	length: 9,
	labels: { topic: 'x' },
	meta: { outlet: 'y' },
};

suite('the schema of sidecars', () => {
	test('describes whatever Isnad writes', () => {
		checkDescribed('sidecar', newSidecar({ header, records }));
		checkDescribed('sidecar', newSidecar({ header: emptyHeader, records: [] }));
	});

	test('describes every key of a record', () => {
		const { definitions } = schema('sidecar');
		const kinds = ['record', 'entity', 'statement', 'relation', 'region'];
		const described = kinds.flatMap(kind => Object.keys(definitions?.[kind]?.properties ?? {}));
		assert.deepEqual(new Set(described), new Set(recordKeys));
	});

	test('points at what the reader refuses too', () => {
		const source = newSidecar({ header, records });
		const changes: readonly (readonly [from: string, to: string, at: string])[] = [
			['kind: region', 'kind: dream', '/records/1/kind'],
			['kind: region', 'genre: region', '/records/1'],
			['id: e1aaaa', 'id: e1 aaaa', '/records/0/id'],
			['id: e1aaaa', 'name: e1aaaa', '/records/0'],
			['state: orphan', 'state: sure', '/records/0/state'],
			['was: rejected', 'was: orphan', '/records/0/was'],
			['span: [1, 4]', 'span: [1]', '/records/0/span'],
			['span: [1, 4]', 'span: [1, 4, 9]', '/records/0/span'],
			['span: [1, 4]', 'span: [1, -4]', '/records/0/span/1'],
			['span: [1, 4]', 'span: [1, 1000000000]', '/records/0/span/1'],
			['span: [1, 4]', 'span: 1-4', '/records/0/span'],
			['exact: قال', 'exact: [قال]', '/records/0/exact'],
			['label: DATE', 'label: [x]', '/records/0/label'],
			['label: DATE', 'labels: DATE', '/records/0'],
			['score: 0.5', 'score: 7', '/records/0/score'],
			['score: 0.5', 'score: high', '/records/0/score'],
			['flag: true', 'flag: maybe', '/records/0/flag'],
			['from: model', 'from: dream', '/records/0/from'],
			['review: single', 'review: double', '/records/0/review'],
			['type: mixed', 'type: loud', '/records/2/type'],
			['cue:', 'cue: قال #', '/records/2/cue'],
			['region: boilerplate', 'region: nice', '/records/1/region'],
			['from: e1aaaa', 'form: e1aaaa', '/records/3'],
			['origin: model', 'origin: dream', '/records/3/origin'],
			['length: 9', 'length: many', '/length'],
			['entities: new', 'entities: finished', '/status/entities'],
			['  topic: x', '  topic: [x]', '/labels/topic'],
			['isnad: 1', 'isnad: 2', '/isnad'],
		];
		for (const [from, to, at] of changes) {
			assert.ok(source.includes(from), from);
			// The keys of a part that became a scalar would be no YAML.
			const lines = source.replace(from, to).split('\n');
			const cut = lines.findIndex(line => line.includes('قال #'));
			check('sidecar', lines.filter((_, index) => cut < 0 || index <= cut || index > cut + 2).join('\n'), at);
		}
	});

	test('takes words for words, whatever type YAML gives them', () => {
		check(
			'sidecar',
			'isnad: 1\nrecords:\n  - { id: a, kind: entity, label: DATE, span: [0, 4], exact: 2014, comment: true }\n',
		);
	});

	test('leaves unknown keys alone, which survive a rewrite', () => {
		check(
			'sidecar',
			'isnad: 1\nours: [1]\nrecords:\n  - { id: a, kind: region, region: scare, span: [0, 4], ours: { a: b } }\n',
		);
	});
});

suite('the schema of corpus files', () => {
	test('describes what the first save writes, and all else that is read', () => {
		checkDescribed('corpus', newCorpusSource);
		const keys: Readonly<Record<keyof CorpusFile, string>> = {
			include: 'include: ["*.txt", "!a.txt"]',
			encoding: 'encoding: windows-1256',
			layout: 'layout: adjacent',
			scheme: 'scheme: wojood',
			guideline: 'guideline: 1.2',
			newer: 'isnad: 1',
		};
		checkDescribed('corpus', Object.values(keys).join('\n'));
		check('corpus', 'isnad: 1\ninclude: "*.txt"\nteam: [mona]\n');
	});

	test('points at what the reader refuses too', () => {
		check('corpus', 'isnad: 2\n', '/isnad');
		check('corpus', 'isnad: first\n', '/isnad');
		check('corpus', 'isnad: 1\nlayout: beside\n', '/layout');
		check('corpus', 'isnad: 1\nencoding: [utf-8]\n', '/encoding');
		check('corpus', 'isnad: 1\nscheme: { name: news }\n', '/scheme');
		check('corpus', 'isnad: 1\nguideline: [1]\n', '/guideline');
		for (const include of ['[]', '[[a]]', '[""]', '{ a: b }', '""', `"${'a'.repeat(1001)}"`]) {
			check('corpus', `isnad: 1\ninclude: ${include}\n`, '/include');
		}
	});
});

suite('the schema of entity registers', () => {
	test('describes all that is read', () => {
		const values: Readonly<Record<keyof RegisterEntry, string>> = {
			key: 'a',
			label: 'PER',
			name: '2014',
			aliases: '[x, 2014]',
			wikidata: 'Q1',
			note: 'y',
		};
		const entry = Object.entries(values).map(([key, value]) => `${key}: ${value}`);
		checkDescribed('entities', `isnad: 1\nentities:\n  - { ${entry.join(', ')} }\n`);
		for (const nobody of ['entities:\n', 'entities: []\n', 'isnad: 1\n']) {
			check('entities', nobody);
		}
		check('entities', 'ours: 1\nentities:\n  - { key: a, label: PER, name: b, ours: [1] }\n');
	});

	test('points at what the reader refuses too', () => {
		const entry = (text: string): string => `entities:\n  - { ${text} }\n`;
		check('entities', 'entities: { a: b }\n', '/entities');
		check('entities', 'entities: [a]\n', '/entities/0');
		check('entities', entry('key: a, label: PER'), '/entities/0');
		check('entities', entry('key: a, name: b'), '/entities/0');
		check('entities', entry('label: PER, name: b'), '/entities/0');
		check('entities', entry('key: a, label: PER, name: " "'), '/entities/0/name');
		check('entities', entry('key: "", label: PER, name: b'), '/entities/0/key');
		check('entities', entry('key: a, label: [PER], name: b'), '/entities/0/label');
		check('entities', entry('key: a, label: PER, name: b, aliases: c'), '/entities/0/aliases');
		check('entities', entry('key: a, label: PER, name: b, aliases: [[c]]'), '/entities/0/aliases/0');
		check('entities', entry('key: a, label: PER, name: b, aliases: [c, ""]'), '/entities/0/aliases/1');
		check('entities', entry('key: a, label: PER, name: b, wikidata: 1530'), '/entities/0/wikidata');
		check('entities', entry('key: a, label: PER, name: b, wikidata: Q0'), '/entities/0/wikidata');
		check('entities', entry('key: a, label: PER, name: b, note: [c]'), '/entities/0/note');
	});
});

suite('the schema of label schemes', () => {
	const scheme = (more: string): string => `isnad: 1\nname: x\nentities: [{ label: PER }]\n${more}\n`;
	const label = (text: string): string => `isnad: 1\nname: x\nentities: [{ ${text} }]\n`;

	test('describes all that is read', () => {
		checkDescribed('scheme', scheme('title: { en: X, ar: س }'));
		checkDescribed('scheme', label('label: P.e-r_2, name: شخص, description: { ar: إنسان }, color: teal, key: 7'));
		checkDescribed(
			'scheme',
			scheme(
				'statements: { name: X, color: "#FFFFFF", key: q, types: [{ type: mixed, name: X, color: red, key: 1 }] }',
			),
		);
		checkDescribed(
			'scheme',
			scheme('attributes: [{ name: a, title: A, on: statement, values: [b, 2, { value: c, name: C }] }]'),
		);
		checkDescribed('scheme', scheme('documentLabels: [{ name: topic, values: [] }]'));
		checkDescribed('scheme', scheme('relations: [{ type: kin, name: Kin, from: [PER], to: [PER] }]'));
		check('scheme', scheme('ours: [1]'));
	});

	test('knows the names of colours that the reader knows', () => {
		for (const name of Object.keys(namedColors)) {
			check('scheme', label(`label: PER, color: ${name}`));
		}
	});

	test('points at what the reader refuses too', () => {
		for (const color of ['"red; background-image: url(x)"', '"#fff"', 'Red', 'magenta', '[red]']) {
			check('scheme', label(`label: PER, color: ${color}`), '/entities/0/color');
		}
		for (const key of ['pp', 'ض', '10', '"-"', '[p]']) {
			check('scheme', label(`label: PER, key: ${key}`), '/entities/0/key');
		}
		for (const name of ['شخص', '2P', '"P R"', '[PER]', 'P'.repeat(65)]) {
			check('scheme', label(`label: ${name}`), '/entities/0/label');
		}
		check('scheme', label('name: Person'), '/entities/0');
		check('scheme', label('label: PER, name: [Person]'), '/entities/0/name');
		check('scheme', label('label: PER, name: { fr: Personne }'), '/entities/0/name');
		check('scheme', scheme('title: [X]'), '/title');
		check('scheme', scheme('statements: [direct]'), '/statements');
		check('scheme', scheme('statements: { types: [{ type: rumour }] }'), '/statements/types/0/type');
		check('scheme', scheme('statements: { color: url }'), '/statements/color');
		check('scheme', scheme('attributes: act'), '/attributes');
		check('scheme', scheme('attributes: [{ title: Act }]'), '/attributes/0');
		check('scheme', scheme('attributes: [{ name: act, values: b }]'), '/attributes/0/values');
		check('scheme', scheme('attributes: [{ name: act, values: [{ name: b }] }]'), '/attributes/0/values/0');
		check('scheme', scheme('documentLabels: [{ name: [topic] }]'), '/documentLabels/0/name');
		check('scheme', scheme('relations: [{ from: [PER], to: [PER] }]'), '/relations/0');
	});
});

suite('every schema', () => {
	test('fits the schemes and the sample that ship', () => {
		for (const name of readdirSync('annotations/schemes')) {
			checkDescribed('scheme', readFileSync(`annotations/schemes/${name}`, 'utf8'));
		}
		const sample = 'annotations/sample/annotations';
		const names: Readonly<Record<string, string>> = { 'corpus.yaml': 'corpus', 'entities.yaml': 'entities' };
		const paths = readdirSync(sample, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.yaml'));
		assert.ok(paths.length > 4);
		for (const path of paths) {
			checkDescribed(names[path] ?? 'sidecar', readFileSync(join(sample, path), 'utf8'));
		}
	});

	test('explains every key', () => {
		for (const name of Object.keys(readers)) {
			assert.deepEqual(unexplained(schema(name), name), []);
		}
	});
});

/** Paths of keys without a description, their own or that of what they refer to. */
function unexplained(part: JsonSchema, path: string): readonly string[] {
	const keys = Object.entries(part.properties ?? {}).flatMap(([key, inner]) => [
		...(inner.description === undefined && inner.$ref === undefined ? [`${path}.${key}`] : []),
		...unexplained(inner, `${path}.${key}`),
	]);
	const parts = [part.items, ...(part.anyOf ?? []), ...(part.allOf ?? [])].flatMap(inner => inner ?? []);
	return [
		...keys,
		...parts.flatMap(inner => unexplained(inner, path)),
		...Object.entries(part.definitions ?? {}).flatMap(([key, inner]) => unexplained(inner, `${path} ${key}`)),
	];
}
