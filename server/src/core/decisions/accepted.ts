import type { EntityRecord, EntityView, Review, StatementRecord, StatementView } from '../model.ts';
import { barePart, makeAnchor } from '../sidecar/anchor.ts';
import type { DocumentState } from '../sidecar/session.ts';
import type { Span } from '../span.ts';

/** The record that a suggested name becomes; it keeps the suggestion's id. */
export function acceptedEntity({ text }: DocumentState, view: EntityView, review: Review = 'single'): EntityRecord {
	const { id, label, span, form, value, entity, score } = view;
	return {
		id,
		kind: 'entity',
		state: 'confirmed',
		label,
		at: makeAnchor(text, span),
		...(form === undefined ? {} : { form }),
		...(value === undefined ? {} : { value }),
		...(entity === undefined ? {} : { entity }),
		from: 'model',
		review,
		...(score === undefined ? {} : { score }),
	};
}

/** The record that a suggested statement becomes; it keeps the suggestion's id and the speaker's name as it is resolved now. */
export function acceptedStatement(
	state: DocumentState,
	view: StatementView,
	review: Review = 'single',
): StatementRecord {
	const { id, type, content, cue, speaker, speakerName, via, addressee, relayOf, nestedIn, score } = view;
	const part = (span: Span | undefined) => span && barePart(state.text, span);
	const speakerEntity = registerKey(state, view.speakerEntity);
	return {
		id,
		kind: 'statement',
		state: 'confirmed',
		type,
		content: content.map(span => makeAnchor(state.text, span)),
		...optional('cue', part(cue)),
		...optional('speaker', part(speaker)),
		...optional('speakerEntity', speakerEntity),
		...optional('speakerName', speakerName),
		...optional('via', part(via)),
		...optional('addressee', part(addressee)),
		...optional('relayOf', relayOf),
		...optional('nestedIn', nestedIn),
		from: 'model',
		review,
		...optional('score', score),
	};
}

/** Suggestions name a speaker by a name's key, records by the register's: the one that a mention of the name is linked to. */
function registerKey({ view }: DocumentState, speakerEntity: string | undefined): string | undefined {
	if (speakerEntity === undefined || speakerEntity.startsWith('unnamed:')) {
		return speakerEntity;
	}
	return view.entities.find(entity => entity.name === speakerEntity && entity.entity !== undefined)?.entity;
}

/** A key with its value, or nothing. */
export function optional<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
	return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T };
}
