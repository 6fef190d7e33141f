import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { jsonDocument, jsonLine } from '../../../server/src/core/formats/jsonl.ts';
import type { Analysis, SuggestedEntity } from '../../../server/src/core/model.ts';

const text = '🔴 عاجل:\r\nقال سامح شكري لرويترز: «لن نسمح بذلك».';

/** The UTF-16 span of the words' first place. */
function at(words: string) {
	const start = text.indexOf(words);
	assert.ok(start >= 0, words);
	return { start, end: start + words.length };
}

function name(label: string, words: string, more: Partial<SuggestedEntity> = {}): SuggestedEntity {
	return { label, span: at(words), score: 0.9, evidence: [], name: words, nested: [], ...more };
}

function lineOf(analysis: Partial<Analysis>): unknown {
	const line = jsonLine(jsonDocument('a.txt', text, { entities: [], statements: [], regions: [], ...analysis }));
	assert.ok(line.endsWith('\n') && !line.slice(0, -1).includes('\n'));
	return JSON.parse(line);
}

suite('jsonl', () => {
	test('prints every key of an empty document', () => {
		assert.equal(
			jsonLine(jsonDocument(7, '', { entities: [], statements: [], regions: [] })),
			'{"id":7,"entities":[],"statements":[],"regions":[]}\n',
		);
	});

	test('counts code points, and both halves of a CRLF', () => {
		assert.deepEqual(lineOf({ entities: [name('PER', 'سامح شكري')] }), {
			id: 'a.txt',
			entities: [{ label: 'PER', start: 13, end: 22, text: 'سامح شكري', score: 0.9, entity: 'سامح-شكري', nested: [] }],
			statements: [],
			regions: [],
		});
	});

	test('puts inner names under nested, and leaves out an unknown entity', () => {
		const line = lineOf({ entities: [name('ORG', 'لرويترز', { name: '', nested: [name('ORG', 'رويترز')] })] });
		assert.deepEqual(line, {
			id: 'a.txt',
			entities: [
				{
					...{ label: 'ORG', start: 23, end: 30, text: 'لرويترز', score: 0.9 },
					nested: [{ label: 'ORG', start: 24, end: 30, text: 'رويترز', score: 0.9, entity: 'رويترز', nested: [] }],
				},
			],
			statements: [],
			regions: [],
		});
	});

	test('prints a statement whole', () => {
		const statement = {
			type: 'direct',
			content: [at('لن نسمح بذلك')],
			cue: at('قال'),
			speaker: at('سامح شكري'),
			speakerName: 'سامح شكري',
			via: at('رويترز'),
			resolution: { how: 'named' },
			score: 0.95,
		} as const;
		assert.deepEqual(lineOf({ statements: [statement], regions: [{ kind: 'boilerplate', span: at('🔴 عاجل:') }] }), {
			id: 'a.txt',
			entities: [],
			statements: [
				{
					type: 'direct',
					content: [{ start: 33, end: 45, text: 'لن نسمح بذلك' }],
					cue: { start: 9, end: 12, text: 'قال' },
					speaker: { start: 13, end: 22, text: 'سامح شكري' },
					speakerName: 'سامح شكري',
					via: { start: 24, end: 30, text: 'رويترز' },
					score: 0.95,
				},
			],
			regions: [{ kind: 'boilerplate', start: 0, end: 7 }],
		});
	});

	test('prints null for what a statement lacks', () => {
		const statement = { type: 'indirect', content: [at('عاجل')], resolution: { how: 'unknown' }, score: 0.5 } as const;
		assert.deepEqual(lineOf({ statements: [statement] }), {
			id: 'a.txt',
			entities: [],
			statements: [
				{
					type: 'indirect',
					content: [{ start: 2, end: 6, text: 'عاجل' }],
					cue: null,
					speaker: null,
					speakerName: null,
					via: null,
					score: 0.5,
				},
			],
			regions: [],
		});
	});
});
