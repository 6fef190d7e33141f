import type { EntityRecord, StatementRecord } from '../model.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { type Decision, decided, refused } from './decision.ts';
import { newRecordId } from './newRecordId.ts';

type Settled = EntityRecord | StatementRecord;

/** What two annotators decided about one thing, each with the annotator's name; absent where one of them decided nothing. */
export interface Sides {
	readonly first?: { readonly record: Settled; readonly by: string };
	readonly second?: { readonly record: Settled; readonly by: string };
}

export type SettleChoice = 'first' | 'second' | 'both' | 'neither';

/**
 * Settles a disagreement in the adjudicated layer: the chosen records stand there, each with whose it was, in place of what an
 * earlier choice put there; with `neither` they are kept as rejected. A side that is absent can be chosen: then nothing stands.
 */
export function settle(state: DocumentState, sides: Sides, choice: SettleChoice): Decision {
	const { first, second } = sides;
	if (first === undefined && second === undefined) return refused('nothing-to-settle');
	const one = first && { ...first.record, by: first.by };
	const two = second && { ...second.record, by: second.by };
	const chosen = records({ one, two }, choice, state);
	const kept = new Set(chosen.map(({ id }) => id));
	const ids = new Set([one?.id, two?.id]);
	const removed = state.annotations.records.filter(({ id }) => ids.has(id) && !kept.has(id));
	return decided(
		state,
		chosen.map(({ id }) => id),
		chosen,
		removed,
	);
}

function records(
	{ one, two }: { readonly one: Settled | undefined; readonly two: Settled | undefined },
	choice: SettleChoice,
	state: DocumentState,
): readonly Settled[] {
	const both = [one, two].flatMap(record => record ?? []);
	if (choice === 'first') return one === undefined ? [] : [one];
	if (choice === 'second') return two === undefined ? [] : [two];
	if (choice === 'neither') {
		const rejected = both.map(record => ({ ...record, state: 'rejected' as const }));
		return one?.id === two?.id ? rejected.slice(0, 1) : rejected;
	}
	// Ids come from what is said, so two versions of one thing may share theirs.
	return one !== undefined && two !== undefined && one.id === two.id
		? [one, { ...two, id: freshId(state, two) }]
		: both;
}

function freshId(state: DocumentState, record: Settled): string {
	if (record.kind === 'entity') return newRecordId(state, 'entity', record.label, record.at.span);
	const [first] = record.content;
	return newRecordId(state, 'statement', record.type, first?.span ?? { start: 0, end: 0 });
}
