import type { DocumentState } from '../sidecar/session.ts';
import { type Decision, decided, refused } from './decision.ts';
import { findTarget } from './find.ts';

/** Settles what a merge left open: 0 keeps the record as it is, 1 and on takes that alternative, under the same id. */
export function resolve(
	state: DocumentState,
	{ id, choice }: { readonly id: string; readonly choice: number },
): Decision {
	const target = findTarget(state, id);
	if (target === undefined) {
		return refused('unknown-id', { id });
	}
	const { alternatives = [], ...rest } = target.record;
	if (alternatives.length === 0) {
		return refused('nothing-to-resolve', { id });
	}
	const chosen = choice === 0 ? rest : alternatives[choice - 1];
	return chosen === undefined ? refused('no-such-choice', { id, choice }) : decided(state, [id], [{ ...chosen, id }]);
}
