import type { AnnotationRecord, EntityRecord, StatementRecord } from '../model.ts';
import { barePart, makeAnchor } from '../sidecar/anchor.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { equals, type Span } from '../span.ts';
import { optional } from './accepted.ts';
import { cleanParts, cleanSpan } from './cleanSpan.ts';
import { type Decision, decided, refused, standing } from './decision.ts';
import { findTarget } from './find.ts';
import { formOf } from './label.ts';
import { speakerOf } from './speaker.ts';

export interface AdjustArguments {
	readonly id: string;
	/** Of a statement; default content. */
	readonly part?: 'content' | 'cue' | 'speaker';
	/** Which part of the content; one more than there are adds one. Default 0. */
	readonly index?: number;
	readonly span: Span;
}

/** Corrects where something begins and ends. A suggestion is thereby accepted and keeps its id. */
export function adjust(state: DocumentState, args: AdjustArguments): Decision {
	const target = findTarget(state, args.id);
	if (target === undefined) {
		return refused('unknown-id', { id: args.id });
	}
	const span = cleanSpan(state.text, args.span);
	if (span === undefined) {
		return refused('label-nothing');
	}
	const { record } = target;
	if (record.state === 'orphan') {
		return refused('orphan-needs-place', { id: record.id });
	}
	const adjusted = adjustRecord(state, record, args, span);
	if (adjusted === undefined) {
		return refused('nothing-to-adjust', { id: record.id });
	}
	return adjusted === record && target.kind === 'record'
		? standing(record.id)
		: decided(state, [record.id], [adjusted]);
}

function adjustRecord(
	state: DocumentState,
	record: AnnotationRecord,
	args: AdjustArguments,
	span: Span,
): AnnotationRecord | undefined {
	switch (record.kind) {
		case 'entity':
			return equals(record.at.span, span) && record.moved !== true ? record : adjustEntity(state, record, span);
		case 'statement':
			return adjustStatement(state, record, args, span);
		case 'region':
			return { ...unmoved(record), at: makeAnchor(state.text, span), ...edited(record) };
		case 'relation':
			return undefined;
	}
}

function adjustEntity(state: DocumentState, record: EntityRecord, span: Span): EntityRecord {
	// A date's value and a citation form were those of the old words.
	const { form: _form, value: _value, ...rest } = unmoved(record);
	return {
		...rest,
		state: 'confirmed',
		at: makeAnchor(state.text, span),
		...optional('form', formOf(state.text, span)),
		...edited(record),
	};
}

function adjustStatement(
	state: DocumentState,
	record: StatementRecord,
	args: AdjustArguments,
	span: Span,
): StatementRecord | undefined {
	const base: StatementRecord = { ...unmoved(record), state: 'confirmed', ...edited(record) };
	if (args.part === 'cue') {
		return { ...base, cue: barePart(state.text, span) };
	}
	if (args.part === 'speaker') {
		const { speakerEntity: _entity, speakerName: _name, ...rest } = base;
		return { ...rest, ...speakerOf(state, span, undefined) };
	}
	const index = args.index ?? 0;
	if (!(index >= 0 && index <= record.content.length)) {
		return undefined;
	}
	const spans = record.content.map(anchor => anchor.span);
	spans[index] = span;
	const content = cleanParts(state.text, spans).map(part => makeAnchor(state.text, part));
	return { ...base, content };
}

function unmoved<T extends AnnotationRecord>(record: T): Omit<T, 'moved'> & T {
	const { moved: _moved, ...rest } = record;
	return rest as Omit<T, 'moved'> & T;
}

function edited(record: AnnotationRecord): { readonly review?: 'edited' } {
	return record.from === 'manual' ? {} : { review: 'edited' };
}
