import type { StatementRecord } from '../model.ts';
import { barePart } from '../sidecar/anchor.ts';
import type { DocumentState } from '../sidecar/session.ts';
import type { Span } from '../span.ts';
import { cleanSpan } from './cleanSpan.ts';
import { type Decision, decided, refused } from './decision.ts';
import { findTarget } from './find.ts';
import { speakerOf } from './speaker.ts';

export interface AttributeArguments {
	readonly id: string;
	/** `none`: the subject is implicit, the cue absent. Left out: stays as it is. */
	readonly speaker?: Span | 'none';
	/** Key in the register, or "unnamed:…"; empty: unknown. */
	readonly speakerEntity?: string;
	readonly cue?: Span | 'none';
	readonly via?: Span | 'none';
}

/** Says who said a statement, with which word, through whom. A suggestion is thereby accepted. */
export function attribute(state: DocumentState, args: AttributeArguments): Decision {
	const target = findTarget(state, args.id);
	if (target === undefined) {
		return refused('unknown-id', { id: args.id });
	}
	if (target.record.kind !== 'statement') {
		return refused('only-statements', { id: args.id });
	}
	if ([args.speaker, args.cue, args.via].some(span => isEmpty(state, span))) {
		return refused('label-nothing');
	}
	const record = withSpeaker(
		state,
		withPart(state, withPart(state, target.record, 'cue', args.cue), 'via', args.via),
		args,
	);
	const review = record.from === 'manual' ? {} : { review: 'edited' as const };
	return decided(
		state,
		[record.id],
		[{ ...record, state: record.state === 'orphan' ? 'orphan' : 'confirmed', ...review }],
	);
}

function isEmpty(state: DocumentState, span: Span | 'none' | undefined): boolean {
	return span !== undefined && span !== 'none' && cleanSpan(state.text, span) === undefined;
}

function withPart(
	state: DocumentState,
	record: StatementRecord,
	part: 'cue' | 'via',
	span: Span | 'none' | undefined,
): StatementRecord {
	if (span === undefined) {
		return record;
	}
	const { [part]: _old, ...rest } = record;
	const clean = span === 'none' ? undefined : cleanSpan(state.text, span);
	return clean === undefined ? rest : { ...rest, [part]: barePart(state.text, clean) };
}

function withSpeaker(
	state: DocumentState,
	record: StatementRecord,
	{ speaker, speakerEntity }: AttributeArguments,
): StatementRecord {
	if (speaker === undefined && speakerEntity === undefined) {
		return record;
	}
	const { speaker: old, speakerEntity: _entity, speakerName: _name, ...rest } = record;
	const entity = speakerEntity === '' ? undefined : speakerEntity;
	const kept = speaker === undefined ? old?.span : speaker === 'none' ? undefined : cleanSpan(state.text, speaker);
	return { ...rest, ...speakerOf(state, kept, entity) };
}
