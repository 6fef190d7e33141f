import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type {
	Analysis,
	AnnotationRecord,
	SuggestedEntity,
	SuggestedStatement,
} from '../../../server/src/core/model.ts';
import { noAnnotations } from '../../../server/src/core/sidecar/session.ts';
import { documentView } from '../../../server/src/core/sidecar/view.ts';
import { at, entityAt, statementAt } from './records.ts';

const text = 'قال رئيس جامعة البصرة علي حسن: «نرحب بالقرار». وأضاف حسن أن الجامعة مستعدة. وزار علي حسن البصرة.';

function suggested(words: string, label: string, n = 0, nested: readonly SuggestedEntity[] = []): SuggestedEntity {
	return { label, span: at(text, words, n), score: 0.9, evidence: ['list'], name: words, nested };
}

const direct: SuggestedStatement = {
	type: 'direct',
	content: [at(text, 'نرحب بالقرار')],
	cue: at(text, 'قال'),
	cueLemma: 'قال',
	stance: 'neutral',
	speaker: at(text, 'رئيس جامعة البصرة علي حسن'),
	speakerName: 'علي حسن',
	resolution: { how: 'named' },
	score: 0.9,
};
const indirect: SuggestedStatement = {
	type: 'indirect',
	content: [at(text, 'الجامعة مستعدة')],
	resolution: { how: 'named' },
	nestedIn: 0,
	score: 0.7,
};
const analysis: Analysis = {
	entities: [
		suggested('جامعة البصرة', 'ORG', 0, [suggested('البصرة', 'LOC')]),
		suggested('علي حسن', 'PER'),
		suggested('علي حسن', 'PER', 1),
		suggested('البصرة', 'LOC', 1),
	],
	statements: [direct, indirect],
	regions: [{ kind: 'scare', span: at(text, 'مستعدة') }],
};

/** Shows the view with these records, a line a thing: status, label or type, words. */
function check(records: readonly AnnotationRecord[], expected: readonly string[]): void {
	const view = documentView(text, analysis, { ...noAnnotations, records });
	const entities = view.entities.map(
		entity => `${entity.status} ${entity.label} ${entity.text}${entity.nestedIn === undefined ? '' : ' (in)'}`,
	);
	const statements = view.statements.map(
		({ status, type, content }) =>
			`${status} ${type} ${content.map(span => text.slice(span.start, span.end)).join('|')}`,
	);
	assert.deepEqual([...entities, ...statements, ...view.regions.map(region => region.kind)], expected);
	const ids = [...view.entities, ...view.statements].map(item => item.id);
	assert.equal(new Set(ids).size, ids.length);
}

const names = [
	'suggested ORG جامعة البصرة',
	'suggested LOC البصرة (in)',
	'suggested PER علي حسن',
	'suggested PER علي حسن',
	'suggested LOC البصرة',
];
const said = ['suggested direct نرحب بالقرار', 'suggested indirect الجامعة مستعدة', 'scare'];

suite('documentView', () => {
	test('shows suggestions where nobody decided', () => {
		check([], [...names, ...said]);
	});

	test('hides a suggestion that a decision overlaps, confirmed or rejected', () => {
		for (const state of ['confirmed', 'rejected'] as const) {
			const record = entityAt(text, 'e1aaaa', at(text, 'حسن: «نرحب'), { state, label: 'X' });
			check([record], [...names.slice(0, 2), `${state} X حسن: «نرحب`, ...names.slice(3), ...said]);
		}
	});

	test('decides names inside one another one by one', () => {
		const outer = entityAt(text, 'e1aaaa', at(text, 'جامعة البصرة'), { label: 'ORG' });
		check([outer], ['confirmed ORG جامعة البصرة', ...names.slice(1), ...said]);
		const inner = entityAt(text, 'e1aaaa', at(text, 'البصرة'), { label: 'LOC', state: 'rejected' });
		check([inner], [names[0] ?? '', 'rejected LOC البصرة (in)', ...names.slice(2), ...said]);
		const across = entityAt(text, 'e1aaaa', at(text, 'رئيس جامعة'), { label: 'X' });
		check([across], ['confirmed X رئيس جامعة', 'suggested LOC البصرة', ...names.slice(2), ...said]);
	});

	test('hides a statement whose content is half shared', () => {
		check(
			[statementAt(text, 's1aaaa', { content: at(text, 'نرحب') })],
			[...names, 'suggested direct نرحب بالقرار', 'confirmed direct نرحب', ...said.slice(1)],
		);
		check(
			[statementAt(text, 's1aaaa', { content: at(text, 'نرحب بال') })],
			[...names, 'confirmed direct نرحب بال', ...said.slice(1)],
		);
	});

	test('puts orphans last, and lets them hide nothing', () => {
		const orphan = entityAt(text, 'e1aaaa', at(text, 'جامعة البصرة'), {
			state: 'orphan',
			was: 'confirmed',
			label: 'ORG',
		});
		check([orphan], [...names, 'orphan ORG جامعة البصرة', ...said]);
	});

	test('adds and hides regions', () => {
		const record: AnnotationRecord = {
			id: 'r1aaaa',
			kind: 'region',
			state: 'rejected',
			region: 'scare',
			at: entityAt(text, '', at(text, 'مستعدة')).at,
		};
		check([record], [...names, ...said.slice(0, 2)]);
		check(
			[{ ...record, state: 'confirmed', region: 'boilerplate' }],
			[...names, ...said.slice(0, 2), 'boilerplate', 'scare'],
		);
	});

	test('keeps the ids of suggestions when another is accepted', () => {
		const before = documentView(text, analysis, noAnnotations);
		const [, , first] = before.entities;
		assert.ok(first !== undefined);
		const record = entityAt(text, first.id, first.span);
		const after = documentView(text, analysis, { ...noAnnotations, records: [record] });
		assert.deepEqual(
			after.entities.map(entity => entity.id),
			before.entities.map(entity => entity.id),
		);
		assert.equal(after.entities[2]?.name, first.name);
		assert.deepEqual(after.entities[2]?.evidence, first.evidence);
	});

	test('keeps the ids of suggestions when the text is edited before them', () => {
		const ids = (shift: string): readonly string[] => {
			const shifted = (span: { start: number; end: number }): typeof span => ({
				start: span.start + shift.length,
				end: span.end + shift.length,
			});
			const entities = analysis.entities.map(entity => ({ ...entity, span: shifted(entity.span), nested: [] }));
			return documentView(shift + text, { entities, statements: [], regions: [] }, noAnnotations).entities.map(
				entity => entity.id,
			);
		};
		assert.deepEqual(ids('في الصباح '), ids(''));
		assert.notDeepEqual(ids('علي حسن '), ids(''));
	});

	test('tells how a decided speaker was found, as long as the record says what the machine said', () => {
		const { content, cue, speaker } = direct;
		const parts = {
			content: content[0] ?? at(text, 'قال'),
			...(cue === undefined ? {} : { cue }),
			...(speaker === undefined ? {} : { speaker }),
		};
		const view = documentView(text, analysis, {
			...noAnnotations,
			records: [statementAt(text, 's1aaaa', parts, { speakerName: 'علي حسن' })],
		});
		assert.equal(view.statements[0]?.cueLemma, 'قال');
		assert.equal(view.statements[0]?.stance, 'neutral');
		assert.deepEqual(view.statements[0]?.resolution, { how: 'named' });
		assert.equal(view.statements[1]?.nestedIn, 's1aaaa');
		const repeating = documentView(
			text,
			{ ...analysis, statements: [direct, { ...indirect, relayOf: 0 }] },
			{ ...noAnnotations, records: [statementAt(text, 's1aaaa', parts, { speakerName: 'علي حسن' })] },
		);
		assert.equal(repeating.statements[1]?.relayOf, 's1aaaa');
		const { speaker: _speaker, ...silent } = parts;
		const implicit = documentView(text, analysis, {
			...noAnnotations,
			records: [statementAt(text, 's1aaaa', silent, { speakerName: 'علي حسن' })],
		});
		assert.deepEqual(implicit.statements[0]?.resolution, { how: 'implicit' });
	});
});
