import type { EntityRecord } from '../model.ts';
import { makeAnchor } from '../sidecar/anchor.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { equals, type Span } from '../span.ts';
import { acceptedEntity, optional } from './accepted.ts';
import { cleanSpan } from './cleanSpan.ts';
import { type Decision, decided, refused, standing } from './decision.ts';
import { newRecordId } from './newRecordId.ts';

export interface LabelArguments {
	readonly span: Span;
	readonly label: string;
	/** Key in the register. */
	readonly entity?: string;
}

/**
 * Labels a stretch as a name. Names may nest and overlap; one stretch has one label: labelling it again gives the record that
 * stands there the new label. What the machine suggested at this very place is thereby accepted or corrected.
 */
export function label(state: DocumentState, args: LabelArguments): Decision {
	const span = cleanSpan(state.text, args.span);
	if (span === undefined) {
		return refused('label-nothing');
	}
	if (!isLabel(args.label)) {
		return refused('label-unknown', { label: args.label });
	}
	const there = recordAt(state, span);
	const link = optional('entity', args.entity);
	if (there === undefined) {
		const record = { ...newEntity(state, span, args.label), ...link };
		return decided(state, [record.id], [record]);
	}
	if (there.state === 'confirmed' && there.label === args.label && (args.entity ?? there.entity) === there.entity) {
		return standing(there.id);
	}
	return decided(state, [there.id], [{ ...relabelled(there, args.label), ...link }]);
}

/** A record of a stretch that has none yet, born of the suggestion at this very place where there is one. */
export function newEntity(state: DocumentState, span: Span, label: string): EntityRecord {
	const suggestion = state.view.entities.find(view => view.status === 'suggested' && equals(view.span, span));
	if (suggestion !== undefined && suggestion.label === label) {
		return acceptedEntity(state, suggestion);
	}
	return {
		id: newRecordId(state, 'entity', label, span),
		kind: 'entity',
		state: 'confirmed',
		label,
		at: makeAnchor(state.text, span),
		...optional('form', suggestion?.form ?? formOf(state.text, span)),
		from: 'manual',
		review: 'single',
	};
}

/** The record with another label, confirmed. What belonged to the old label's kind of thing goes. */
export function relabelled(record: EntityRecord, label: string): EntityRecord {
	if (record.label === label) {
		return { ...record, state: 'confirmed' };
	}
	const { value: _value, score: _score, ...rest } = record;
	return { ...rest, state: 'confirmed', label, ...(record.from === 'manual' ? {} : { review: 'edited' }) };
}

export function isLabel(label: string): boolean {
	return /^\S(?:.{0,62}\S)?$/.test(label);
}

/** The record on exactly this stretch, a confirmed one before a rejected one. */
function recordAt({ annotations }: DocumentState, span: Span): EntityRecord | undefined {
	const there = annotations.records.filter(
		(record): record is EntityRecord =>
			record.kind === 'entity' && record.state !== 'orphan' && equals(record.at.span, span),
	);
	return there.find(record => record.state === 'confirmed') ?? there[0];
}

/** Behind لل the article lost its alif; the citation form has it, where the text proves that the name takes the article. */
export function formOf(text: string, span: Span): string | undefined {
	const words = text.slice(span.start, span.end);
	const form = `ا${words}`;
	return words.startsWith('ل') && text.charAt(span.start - 1) === 'ل' && text.includes(form) ? form : undefined;
}
