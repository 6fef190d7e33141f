import type { AnnotationRecord } from '../model.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { type Decision, decided, refused } from './decision.ts';
import { findTarget } from './find.ts';
import { reject } from './reject.ts';

/** Takes a record out, with the relations it is an end of; a suggestion, which cannot be taken out, is rejected. */
export function remove(state: DocumentState, { id }: { readonly id: string }): Decision {
	const target = findTarget(state, id);
	if (target === undefined) {
		return refused('unknown-id', { id });
	}
	if (target.kind === 'suggestion') {
		return reject(state, { id });
	}
	const gone: AnnotationRecord[] = [target.record];
	const changed: AnnotationRecord[] = [];
	for (const record of state.annotations.records) {
		if (record.kind === 'relation' && record.id !== id && (record.source === id || record.target === id)) {
			gone.push(record);
		} else if (record.kind === 'statement' && (record.nestedIn === id || record.relayOf === id)) {
			const { nestedIn, relayOf, ...rest } = record;
			changed.push({
				...rest,
				...(nestedIn === undefined || nestedIn === id ? {} : { nestedIn }),
				...(relayOf === undefined || relayOf === id ? {} : { relayOf }),
			});
		}
	}
	return decided(state, [id], changed, gone);
}
