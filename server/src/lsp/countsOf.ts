import type { DocumentState } from '../core/sidecar/session.ts';
import type { AnnotationsParams } from '../protocol/requests.ts';

/** Names and statements of a view by what became of them. */
export function countsOf(view: DocumentState['view']): AnnotationsParams['counts'] {
	const all = [...view.entities, ...view.statements];
	const of = (status: string): number => all.filter(item => item.status === status).length;
	return { suggested: of('suggested'), confirmed: of('confirmed'), orphans: of('orphan') };
}
