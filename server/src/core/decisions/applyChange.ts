import type { AnnotationRecord, Annotations } from '../model.ts';
import { mergeRecord } from '../sidecar/mergeRecord.ts';
import { sortRecords } from '../sidecar/order.ts';
import { sameDecision } from '../sidecar/sameDecision.ts';
import type { DocumentChange, RecordChange } from './decision.ts';

/**
 * Annotations after a change. Where a record is no longer what the change was made for, because somebody else's work came in
 * between, what they did to it stays: the two are merged, and a record that they changed is not taken out.
 */
export function applyChange(annotations: Annotations, change: DocumentChange): Annotations {
	if (change.records.length === 0 && change.status === undefined) {
		return annotations;
	}
	const records = new Map(annotations.records.map(record => [record.id, record]));
	for (const { before, after } of change.records) {
		const id = (after ?? before)?.id;
		const current = id === undefined ? undefined : records.get(id);
		const next = nextOf({ before, after }, current);
		if (next !== undefined) {
			records.set(next.id, next);
		} else if (id !== undefined) {
			records.delete(id);
		}
	}
	return {
		...annotations,
		status: change.status?.after ?? annotations.status,
		records: sortRecords([...records.values()]),
	};
}

function nextOf(
	{ before, after }: { readonly [K in keyof RecordChange]: RecordChange[K] | undefined },
	current: AnnotationRecord | undefined,
): AnnotationRecord | undefined {
	if (current === undefined || (before !== undefined && sameDecision(before, current))) {
		return after;
	}
	if (after === undefined) {
		return current;
	}
	return mergeRecord(before, after, current, { sameText: true, newerText: 'mine' }).record;
}
