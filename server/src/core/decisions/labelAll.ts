import type { AnnotationRecord, EntityRecord } from '../model.ts';
import { longerId } from '../sidecar/ids.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { covers, equals, overlaps, type Span } from '../span.ts';
import { tokenize } from '../text/tokens.ts';
import { optional } from './accepted.ts';
import { type Decision, decided, refused } from './decision.ts';
import { findTarget } from './find.ts';
import { newEntity } from './label.ts';
import { mentionPlaces } from './mentionPlaces.ts';

export interface LabelAllArguments {
	readonly id: string;
	/** Of the places it would label, only these. */
	readonly only?: readonly Span[];
}

/**
 * Labels every other mention of a name in the document as this one is: the same words by match key, whole, with attached و ف ب
 * ك ل left outside (after لل from the second ل). Places that somebody decided on are left alone. A suggestion is itself accepted too. For a dry run, do not apply it.
 */
export function labelAll(state: DocumentState, { id, only }: LabelAllArguments): Decision {
	const target = findTarget(state, id);
	if (target === undefined) {
		return refused('unknown-id', { id });
	}
	const { record } = target;
	if (record.kind !== 'entity' || record.state === 'orphan') {
		return refused(record.kind === 'entity' ? 'orphan-needs-place' : 'only-entities', { id });
	}
	const own: readonly AnnotationRecord[] = target.kind === 'suggestion' ? [record] : [];
	const wanted = (span: Span): boolean => only === undefined || only.some(other => equals(other, span));
	const others = mentions(state, record)
		.filter(wanted)
		.map((span): EntityRecord => {
			const fresh = newEntity(state, span, record.label);
			return { ...fresh, ...optional('entity', record.entity), review: 'bulk' };
		});
	const records = distinct([...own, ...others]);
	return decided(
		state,
		records.map(fresh => fresh.id),
		records,
	);
}

/** Records born in one step do not know of each other's ids. */
function distinct(records: readonly AnnotationRecord[]): readonly AnnotationRecord[] {
	const ids = new Set<string>();
	return records.map(record => {
		const id = ids.has(record.id) ? longerId(record.id, other => ids.has(other)) : record.id;
		ids.add(id);
		return { ...record, id };
	});
}

function mentions({ text, annotations, view }: DocumentState, record: EntityRecord): readonly Span[] {
	const decidedSpans = annotations.records.flatMap(other =>
		other.kind === 'entity' && other.state !== 'orphan' ? [other.at.span] : [],
	);
	const free = (span: Span): boolean =>
		!overlaps(span, record.at.span) && !decidedSpans.some(other => overlaps(other, span));
	// A part of a longer name is not this name.
	const longer = view.entities.filter(other => other.status === 'suggested').map(other => other.span);
	const whole = (span: Span): boolean => !longer.some(other => covers(other, span) && !equals(other, span));
	const written = text.slice(record.at.span.start, record.at.span.end);
	const words = tokenize(written).map(token => token.key);
	const places = mentionPlaces(text, tokenize(text), [{ written, words }]);
	return places.flatMap(({ span }) => (free(span) && whole(span) ? [span] : []));
}
