import type { StatementType } from '../model.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { type Decision, decided, refused, standing } from './decision.ts';
import { findTarget } from './find.ts';

/** Says whether a statement is direct, indirect, mixed or reported. A suggestion is thereby accepted and keeps its id. */
export function setType(
	state: DocumentState,
	{ id, type }: { readonly id: string; readonly type: StatementType },
): Decision {
	const target = findTarget(state, id);
	if (target === undefined) {
		return refused('unknown-id', { id });
	}
	const { record } = target;
	if (record.kind !== 'statement') {
		return refused('only-statements', { id });
	}
	if (target.kind === 'record' && record.type === type) {
		return standing(id);
	}
	const review = record.from === 'manual' || record.type === type ? {} : { review: 'edited' as const };
	return decided(state, [id], [{ ...record, type, ...review }]);
}
