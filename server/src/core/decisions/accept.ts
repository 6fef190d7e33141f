import type { AnnotationRecord } from '../model.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { type Decision, decided, refused, standing } from './decision.ts';
import { findTarget } from './find.ts';

/** Confirms a suggestion, a rejected record, or the place of one that was found again only approximately. */
export function accept(state: DocumentState, { id }: { readonly id: string }): Decision {
	const target = findTarget(state, id);
	if (target === undefined) {
		return refused('unknown-id', { id });
	}
	if (target.kind === 'suggestion') {
		return decided(state, [id], [target.record]);
	}
	if (target.record.state === 'orphan') {
		return refused('orphan-needs-place', { id });
	}
	if (target.record.state === 'confirmed' && target.record.moved !== true) {
		return standing(id);
	}
	return decided(state, [id], [confirmed(target.record)]);
}

function confirmed(record: AnnotationRecord): AnnotationRecord {
	const { moved: _moved, ...rest } = record;
	return { ...rest, state: 'confirmed' };
}
