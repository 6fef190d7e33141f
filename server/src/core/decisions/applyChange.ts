import type { Annotations } from '../model.ts';
import { sortRecords } from '../sidecar/order.ts';
import type { DocumentChange } from './decision.ts';

/** Annotations after a change: each record's `after` stands where its `before`, or whatever has its id now, stood. */
export function applyChange(annotations: Annotations, change: DocumentChange): Annotations {
	if (change.records.length === 0 && change.status === undefined) {
		return annotations;
	}
	const records = new Map(annotations.records.map(record => [record.id, record]));
	for (const { before, after } of change.records) {
		if (before !== undefined) {
			records.delete(before.id);
		}
		if (after !== undefined) {
			records.set(after.id, after);
		}
	}
	return {
		...annotations,
		status: change.status?.after ?? annotations.status,
		records: sortRecords([...records.values()]),
	};
}
