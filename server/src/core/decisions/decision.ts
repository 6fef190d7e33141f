import type { AnnotationRecord, Annotations, Problem } from '../model.ts';
import type { DocumentState } from '../sidecar/session.ts';

/** What a command would change, as data. Nothing changes where a problem is an error. */
export interface Decision {
	/** Records it is about, first of all the one asked for. */
	readonly ids: readonly string[];
	readonly problems: readonly Problem[];
	readonly change: DocumentChange;
}

/** A change of one document's annotations. It can be turned around. */
export interface DocumentChange {
	readonly records: readonly RecordChange[];
	readonly status?: { readonly before: Annotations['status']; readonly after: Annotations['status'] };
}

/** Without `before` the record is new, without `after` it is gone. Both have one id. */
export interface RecordChange {
	readonly before?: AnnotationRecord;
	readonly after?: AnnotationRecord;
}

export const noChange: DocumentChange = { records: [] };

/** A decision that puts these records in the place of those with their ids, and takes away others. */
export function decided(
	state: DocumentState,
	ids: readonly string[],
	records: readonly AnnotationRecord[],
	removed: readonly AnnotationRecord[] = [],
): Decision {
	const byId = new Map(state.annotations.records.map(record => [record.id, record]));
	const changes: RecordChange[] = records.flatMap(after => {
		const before = byId.get(after.id);
		return before === after ? [] : [before === undefined ? { after } : { before, after }];
	});
	return { ids, problems: [], change: { records: [...removed.map(before => ({ before })), ...changes] } };
}

/** A decision that changes nothing, because it stands already. */
export function standing(id: string): Decision {
	return { ids: [id], problems: [], change: noChange };
}

/** A decision that cannot be made. */
export function refused(code: string, values: Readonly<Record<string, string | number>> = {}): Decision {
	return { ids: [], problems: [{ code, severity: 'error', values }], change: noChange };
}
