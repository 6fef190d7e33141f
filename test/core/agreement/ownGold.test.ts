/** Gold in our own forms: YAML with words and their places, and confirmed records. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readPlacedGold, textOfPlacedGold } from '../../../server/src/core/agreement/placedGold.ts';
import { recordGold } from '../../../server/src/core/agreement/recordGold.ts';
import type { AnnotationRecord, Annotations } from '../../../server/src/core/model.ts';

const text = '🌧️ قالت رنا الحلو إن رنا بخير.';
const source = `text: a.txt
entities:
  - { label: PER, text: رنا الحلو, n: 1, entity: rana }
statements:
  - type: indirect
    content: [{ text: رنا بخير, n: 1 }]
    cue: { text: قالت, n: 1 }
    speaker: { text: رنا الحلو, n: 1 }
    speakerEntity: rana
  - { type: reported, content: [{ text: رنا, n: 2 }], cue: null, speaker: null, antecedent: { text: رنا, n: 1 } }
`;

suite('gold as YAML', () => {
	test('places count code points', () => {
		assert.deepEqual(readPlacedGold(source, text), {
			entities: [{ start: 8, end: 17, label: 'PER', text: 'رنا الحلو', entity: 'rana' }],
			nested: [],
			quotes: [
				{
					type: 'indirect',
					content: [{ start: 21, end: 29 }],
					cue: { start: 3, end: 7 },
					speaker: { start: 8, end: 17 },
					speakerText: 'رنا الحلو',
					speakerEntity: 'rana',
					soft: false,
				},
				{ type: 'reported', content: [{ start: 21, end: 24 }], antecedentText: 'رنا', soft: true },
			],
			boilerplate: [],
		});
	});

	for (const [what, broken, expected] of [
		['words that are not there', source.replace('n: 2', 'n: 3'), '«رنا» 3'],
		['no place', source.replace('text: رنا بخير, n: 1', 'text: رنا بخير'), 'quotes[0].content[0][0]'],
		['no YAML', 'a: [', 'the document'],
		['no statements', 'text: a.txt\nentities: []\n', 'quotes'],
	] as const) {
		test(`refuses ${what}`, () => assert.equal(readPlacedGold(broken, text), expected));
	}

	test('knows its own files', () => {
		assert.equal(textOfPlacedGold(source), 'a.txt');
		assert.equal(textOfPlacedGold('isnad: 1\ntext: a.txt\nrecords: []\n'), undefined);
		assert.equal(textOfPlacedGold(': :'), undefined);
	});
});

suite('confirmed records as gold', () => {
	const at = (words: string) => {
		const start = text.indexOf(words);
		return { span: { start, end: start + words.length }, exact: words };
	};
	const records: readonly AnnotationRecord[] = [
		{ id: 'a', kind: 'entity', state: 'confirmed', label: 'PER', at: at('رنا الحلو'), entity: 'rana' },
		{ id: 'b', kind: 'entity', state: 'confirmed', label: 'PER', at: at('الحلو') },
		{ id: 'c', kind: 'entity', state: 'rejected', label: 'LOC', at: at('بخير') },
		{
			id: 'd',
			kind: 'statement',
			state: 'confirmed',
			type: 'indirect',
			content: [at('رنا بخير')],
			cue: at('قالت'),
			speakerName: 'رنا الحلو',
		},
		{ id: 'e', kind: 'region', state: 'confirmed', region: 'boilerplate', what: 'tags', at: at('🌧️') },
	];
	const read = (status: Annotations['status']) => recordGold(text, { status, labels: {}, records });

	test('spans become code points, rejections and inner names are no outer names', () => {
		assert.deepEqual(read({ entities: 'done', statements: 'done' }), {
			entities: [{ start: 8, end: 17, label: 'PER', text: 'رنا الحلو', entity: 'rana' }],
			nested: [{ start: 12, end: 17, label: 'PER', text: 'الحلو' }],
			quotes: [
				{
					type: 'indirect',
					content: [{ start: 21, end: 29 }],
					cue: { start: 3, end: 7 },
					antecedentText: 'رنا الحلو',
					soft: false,
				},
			],
			boilerplate: [{ start: 0, end: 2, kind: 'tags' }],
		});
	});

	test('only what is done counts', () => {
		assert.equal(read({ entities: 'draft', statements: 'draft' }), undefined);
		assert.equal(read({ entities: 'done', statements: 'draft' })?.annotated, 'entities');
		assert.equal(read({ entities: 'new', statements: 'done' })?.annotated, 'statements');
	});
});
