import type { DocumentState } from '../sidecar/session.ts';
import { type Decision, decided, refused, standing } from './decision.ts';
import { findTarget } from './find.ts';
import { isLabel, newEntity, relabelled } from './label.ts';

/** Gives a name another label. A suggestion is thereby accepted; under the new label it has another id, which is answered. */
export function relabel(
	state: DocumentState,
	{ id, label }: { readonly id: string; readonly label: string },
): Decision {
	const target = findTarget(state, id);
	if (target === undefined) {
		return refused('unknown-id', { id });
	}
	const { record } = target;
	if (record.kind !== 'entity') {
		return refused('only-entities', { id });
	}
	if (!isLabel(label)) {
		return refused('label-unknown', { label });
	}
	if (record.state === 'orphan') {
		const { was = 'confirmed' } = record;
		return decided(state, [id], [{ ...relabelled(record, label), state: 'orphan', was }]);
	}
	if (target.kind === 'suggestion') {
		const fresh = newEntity(state, record.at.span, label);
		return decided(state, [fresh.id], [fresh]);
	}
	return record.state === 'confirmed' && record.label === label
		? standing(id)
		: decided(state, [id], [relabelled(record, label)]);
}
