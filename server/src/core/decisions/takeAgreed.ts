import { agreed } from '../agreement/disagreements.ts';
import type { Annotations } from '../model.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { type Decision, decided } from './decision.ts';

/** Takes into the adjudicated layer, as one step, what two annotators say alike and is not there yet. `by` names both. */
export function takeAgreed(state: DocumentState, layers: readonly [Annotations, Annotations], by: string): Decision {
	const there = new Set(state.annotations.records.map(({ id }) => id));
	const taken = agreed(...layers)
		.filter(({ id }) => !there.has(id))
		.map(record => ({ ...record, by, review: 'bulk' as const }));
	return decided(
		state,
		taken.map(({ id }) => id),
		taken,
	);
}
