import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { parse } from 'yaml';
import { newCorpusSource } from '../../server/src/core/corpus/corpusFile.ts';
import type { AnnotationRecord } from '../../server/src/core/model.ts';
import { emptyHeader } from '../../server/src/core/sidecar/header.ts';
import { readSidecar } from '../../server/src/core/sidecar/readSidecar.ts';
import { recordKeys } from '../../server/src/core/sidecar/recordLines.ts';
import { newSidecar } from '../../server/src/core/sidecar/writeSidecar.ts';
import { type JsonSchema, mismatches, undescribed } from './jsonSchema.ts';

function schema(name: string): JsonSchema {
	return JSON.parse(readFileSync(`annotations/schema/${name}.schema.json`, 'utf8')) as JsonSchema;
}

/** Compares where some YAML does not fit a schema, or says what the schema does not describe. */
function check(name: string, source: string, expected: readonly string[] = []): void {
	const value: unknown = parse(source);
	const root = schema(name);
	assert.deepEqual(
		[...mismatches(root, value), ...undescribed(root, value).map(path => `${path} undescribed`)],
		expected,
		source,
	);
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
const header = {
	...emptyHeader,
	text: 'a.txt',
	sha256: 'a'.repeat(64),
	length: 9,
	labels: { topic: 'x' },
	meta: { outlet: 'y' },
};

suite('JSON Schemas', () => {
	test('describe whatever Isnad writes into a sidecar', () => {
		check('sidecar', newSidecar({ header, records }));
		check('sidecar', newSidecar({ header: emptyHeader, records: [] }));
	});

	test('describe every key of a record', () => {
		const root = schema('sidecar');
		const described = ['record', 'entity', 'statement', 'relation', 'region'].flatMap(kind =>
			Object.keys(root.definitions?.[kind]?.properties ?? {}),
		);
		assert.deepEqual(new Set(described), new Set(recordKeys));
	});

	test('point at what the reader refuses too', () => {
		const wrong: readonly (readonly [from: string, to: string, at: string])[] = [
			['kind: region', 'kind: dream', '/records/1/kind enum'],
			['state: orphan', 'state: sure', '/records/0/state enum'],
			['span: [1, 4]', 'span: [1]', '/records/0/span items'],
			['span: [1, 4]', 'span: [1, -4]', '/records/0/span/1 range'],
			['label: DATE', 'label: [x]', '/records/0/label type'],
			['score: 0.5', 'score: 7', '/records/0/score range'],
			['type: mixed', 'type: loud', '/records/2/type enum'],
			['region: boilerplate', 'region: nice', '/records/1/region enum'],
		];
		const source = newSidecar({ header, records });
		for (const [from, to, at] of wrong) {
			const broken = source.replace(from, to);
			assert.deepEqual(mismatches(schema('sidecar'), parse(broken)), [at], to);
			assert.equal(readSidecar(broken).problems.length, 1, to);
		}
	});

	test('describe the other files of a corpus', () => {
		check('corpus', newCorpusSource);
		check('corpus', 'isnad: 1\nlayout: beside\n', ['/layout enum']);
		check(
			'entities',
			'isnad: 1\nentities:\n  - { key: a, label: PER, name: 2014, wikidata: Q1, aliases: [x], note: y }\n',
		);
		check('entities', 'isnad: 1\nentities:\n  - { key: a, label: PER }\n', ['/entities/0 without name']);
		check('scheme', 'isnad: 1\nname: x\nentities:\n  - { label: PER, color: "url(x)" }\n', ['/entities/0/color anyOf']);
	});

	test('fit the schemes and the sample that ship', () => {
		for (const name of readdirSync('annotations/schemes')) {
			check('scheme', readFileSync(`annotations/schemes/${name}`, 'utf8'));
		}
		const sample = 'annotations/sample/annotations';
		for (const path of readdirSync(sample, { recursive: true, encoding: 'utf8' })) {
			const name =
				path === 'corpus.yaml'
					? 'corpus'
					: path === 'entities.yaml'
						? 'entities'
						: path.endsWith('.txt.yaml')
							? 'sidecar'
							: undefined;
			if (name !== undefined) {
				check(name, readFileSync(`${sample}/${path}`, 'utf8'));
			}
		}
	});

	test('explain every key', () => {
		const bare = (part: JsonSchema, path: string): readonly string[] => [
			...(part.description === undefined &&
			part.$ref === undefined &&
			path.includes('properties/') &&
			!/then|if|items$/.test(path)
				? [path]
				: []),
			...Object.entries({ ...part.properties }).flatMap(([key, inner]) =>
				path.endsWith('if') ? [] : bare(inner, `${path}properties/${key}/`),
			),
			...Object.entries({ ...part.definitions }).flatMap(([key, inner]) =>
				Object.entries({ ...inner.properties }).flatMap(([name, one]) => bare(one, `${key}/properties/${name}/`)),
			),
		];
		for (const name of ['sidecar', 'corpus', 'scheme', 'entities']) {
			assert.deepEqual(bare(schema(name), `${name}/`), []);
		}
	});
});
