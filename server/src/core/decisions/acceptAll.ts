import type { AnnotationRecord } from '../model.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { covers, hull, type Span } from '../span.ts';
import { acceptedEntity, acceptedStatement } from './accepted.ts';
import { type Decision, decided } from './decision.ts';

export interface AcceptAllArguments {
	readonly kind?: 'entity' | 'statement';
	/** Label of names, or type of statements. */
	readonly label?: string;
	readonly minScore?: number;
	/** Only what lies wholly in it. */
	readonly span?: Span;
}

/** Confirms all suggestions that fit, in one step; each is marked as decided in bulk. */
export function acceptAll(state: DocumentState, { kind, label, minScore = 0, span }: AcceptAllArguments): Decision {
	const fits = (what: string, score: number | undefined, place: Span | undefined): boolean =>
		(label === undefined || label === what) &&
		(score ?? 0) >= minScore &&
		(span === undefined || (place !== undefined && covers(span, place)));
	const records: AnnotationRecord[] = [];
	for (const view of kind === 'statement' ? [] : state.view.entities) {
		if (view.status === 'suggested' && fits(view.label, view.score, view.span)) {
			records.push(acceptedEntity(state, view, 'bulk'));
		}
	}
	for (const view of kind === 'entity' ? [] : state.view.statements) {
		if (view.status === 'suggested' && fits(view.type, view.score, hull(view.content))) {
			records.push(acceptedStatement(state, view, 'bulk'));
		}
	}
	return decided(
		state,
		records.map(record => record.id),
		records,
	);
}
