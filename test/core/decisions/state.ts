import assert from 'node:assert/strict';
import { applyChange } from '../../../server/src/core/decisions/applyChange.ts';
import type { Decision } from '../../../server/src/core/decisions/decision.ts';
import { inverse } from '../../../server/src/core/decisions/history.ts';
import type {
	Analysis,
	AnnotationRecord,
	Annotations,
	SuggestedEntity,
	SuggestedStatement,
} from '../../../server/src/core/model.ts';
import { type DocumentState, documentState, noAnnotations } from '../../../server/src/core/sidecar/session.ts';
import type { Span } from '../../../server/src/core/span.ts';

export const text =
	'قال وزير المالية سالم الراوي في الموصل: «نرفض القرار». وأضاف الراوي أن الموصل بخير. ودعا سالم الراوي إلى الهدوء، وقيل للراوي: «شكرا».';

/** The stretch between `‹` and `›` in a piece of the text, or all of the piece; the piece must stand there once. */
export function span(piece: string): Span {
	const words = piece.replace(/[‹›]/g, '');
	const start = text.indexOf(words);
	assert.ok(start !== -1 && text.indexOf(words, start + 1) === -1, piece);
	const open = piece.indexOf('‹');
	return open === -1
		? { start, end: start + words.length }
		: { start: start + open, end: start + piece.indexOf('›') - 1 };
}

function name(piece: string, label: string, score: number, fullest: string): SuggestedEntity {
	return { label, span: span(piece), score, evidence: [], name: fullest, nested: [] };
}

const direct: SuggestedStatement = {
	type: 'direct',
	content: [span('نرفض القرار')],
	cue: span('‹قال› وزير'),
	speaker: span('وزير المالية سالم الراوي'),
	speakerName: 'سالم الراوي',
	speakerEntity: 'سالم الراوي',
	resolution: { how: 'named' },
	score: 0.9,
};

export const analysis: Analysis = {
	entities: [
		name('المالية ‹سالم الراوي›', 'PER', 0.95, 'سالم الراوي'),
		name('في ‹الموصل›', 'LOC', 0.9, 'الموصل'),
		name('وأضاف ‹الراوي›', 'PER', 0.6, 'سالم الراوي'),
	],
	statements: [direct],
	regions: [],
};

export const fresh = documentState(text, analysis, noAnnotations);

export function withRecords(...records: readonly AnnotationRecord[]): DocumentState {
	return documentState(text, analysis, { ...noAnnotations, records });
}

export function after(state: DocumentState, decision: Decision): DocumentState {
	return documentState(state.text, state.analysis, applyChange(state.annotations, decision.change));
}

/** The id of the suggestion or record with these words, label or type, the n-th in the view. */
export function idOf(state: DocumentState, words: string, n = 0): string {
	const views = [
		...state.view.entities.filter(view => view.text === words),
		...state.view.statements.filter(view =>
			view.content.some(part => state.text.slice(part.start, part.end) === words),
		),
	];
	return views[n]?.id ?? 'missing';
}

/** One line a record: state, label or type, words, then what else it says. */
export function told({ text: words, annotations }: DocumentState): readonly string[] {
	return annotations.records.map(record => {
		const slice = (part: { readonly span: Span } | undefined): string =>
			part === undefined ? '-' : words.slice(part.span.start, part.span.end);
		const how = [
			record.from,
			record.review,
			record.moved === true ? 'moved' : undefined,
			record.comment,
			record.flag === true ? 'flag' : undefined,
		]
			.filter(word => word !== undefined)
			.join(' ');
		switch (record.kind) {
			case 'entity':
				return `${record.state} ${record.label} ${slice(record.at)} (${how})${record.entity === undefined ? '' : ` = ${record.entity}`}${record.form === undefined ? '' : ` ${record.form}`}`;
			case 'statement':
				return `${record.state} ${record.type} ${record.content.map(slice).join(' + ')} | ${slice(record.cue)} | ${slice(record.speaker)} = ${record.speakerName ?? record.speakerEntity ?? '?'} (${how})`;
			default:
				return `${record.state} ${record.kind}`;
		}
	});
}

/** Applies a decision, compares the records, and takes it back again. */
export function check(state: DocumentState, decision: Decision, expected: readonly string[]): void {
	assert.deepEqual(decision.problems, []);
	const next = after(state, decision);
	assert.deepEqual(told(next), expected);
	const back: Annotations = applyChange(next.annotations, inverse(decision.change));
	assert.deepEqual(back, state.annotations);
}

export function refuses(decision: Decision, code: string): void {
	assert.deepEqual(
		decision.problems.map(problem => problem.code),
		[code],
	);
	assert.deepEqual(decision.change.records, []);
}
