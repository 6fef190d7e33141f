import type { Progress } from '../model.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { type Decision, noChange } from './decision.ts';

/** Says how far the document's names or statements are. */
export function setStatus(
	{ annotations }: DocumentState,
	{ kind, status }: { readonly kind: 'entities' | 'statements'; readonly status: Progress },
): Decision {
	const before = annotations.status;
	const change =
		before[kind] === status ? noChange : { records: [], status: { before, after: { ...before, [kind]: status } } };
	return { ids: [], problems: [], change };
}
