import type { AnnotationRecord } from '../model.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { type Decision, decided, refused, standing } from './decision.ts';
import { findTarget } from './find.ts';

/** Says that a suggestion, or a record, is wrong. It is remembered, so that it is not suggested again. */
export function reject(state: DocumentState, { id }: { readonly id: string }): Decision {
	const target = findTarget(state, id);
	if (target === undefined) {
		return refused('unknown-id', { id });
	}
	if (target.record.state === 'rejected') {
		return standing(id);
	}
	const { moved: _moved, was: _was, ...rest } = target.record;
	// An orphan stays one: it has no place to hide suggestions at.
	const record: AnnotationRecord =
		target.record.state === 'orphan' ? { ...target.record, was: 'rejected' } : { ...rest, state: 'rejected' };
	return decided(state, [id], [record]);
}
