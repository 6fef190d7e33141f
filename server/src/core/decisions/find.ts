import type { AnnotationRecord, EntityView, StatementView } from '../model.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { acceptedEntity, acceptedStatement } from './accepted.ts';

/** What an id names: a record, or a suggestion with the record it becomes when it is accepted. */
export type Target =
	| { readonly kind: 'record'; readonly record: AnnotationRecord }
	| { readonly kind: 'suggestion'; readonly view: EntityView | StatementView; readonly record: AnnotationRecord };

/** Undefined for an id that names nothing (any more). */
export function findTarget(state: DocumentState, id: string): Target | undefined {
	const record = state.annotations.records.find(candidate => candidate.id === id);
	if (record !== undefined) {
		return { kind: 'record', record };
	}
	const entity = state.view.entities.find(view => view.id === id && view.status === 'suggested');
	if (entity !== undefined) {
		return { kind: 'suggestion', view: entity, record: acceptedEntity(state, entity) };
	}
	const statement = state.view.statements.find(view => view.id === id && view.status === 'suggested');
	return statement && { kind: 'suggestion', view: statement, record: acceptedStatement(state, statement) };
}
