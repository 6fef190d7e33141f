import type { Annotations } from '../model.ts';
import type { DocumentChange } from './decision.ts';

/** The first decision on names, or on statements, makes a draft of what was new. */
export function begun(status: Annotations['status'], change: DocumentChange): DocumentChange {
	const kinds = new Set(change.records.map(({ before, after }) => (after ?? before)?.kind));
	const after = {
		entities: status.entities === 'new' && kinds.has('entity') ? 'draft' : status.entities,
		statements: status.statements === 'new' && kinds.has('statement') ? 'draft' : status.statements,
	} as const;
	const same = after.entities === status.entities && after.statements === status.statements;
	return change.status !== undefined || same ? change : { ...change, status: { before: status, after } };
}
