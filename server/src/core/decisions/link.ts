import type { DocumentState } from '../sidecar/session.ts';
import { optional } from './accepted.ts';
import { type Decision, decided, refused } from './decision.ts';
import { findTarget } from './find.ts';

/** Links a name, or a statement's speaker, to an entry of the register; an empty key unlinks. A suggestion is thereby accepted. */
export function link(state: DocumentState, { id, entity }: { readonly id: string; readonly entity: string }): Decision {
	const target = findTarget(state, id);
	if (target === undefined) {
		return refused('unknown-id', { id });
	}
	const key = entity === '' ? undefined : entity;
	const { record } = target;
	if (record.kind === 'entity') {
		const { entity: _old, ...rest } = record;
		return decided(state, [id], [{ ...rest, ...optional('entity', key) }]);
	}
	if (record.kind === 'statement') {
		const { speakerEntity: _old, ...rest } = record;
		return decided(state, [id], [{ ...rest, ...optional('speakerEntity', key) }]);
	}
	return refused('only-entities', { id });
}
