import type { RecordKind } from '../model.ts';
import { exactOf } from '../sidecar/anchor.ts';
import { newId } from '../sidecar/ids.ts';
import type { DocumentState } from '../sidecar/session.ts';
import { occurrenceOf } from '../sidecar/suggestionIds.ts';
import type { Span } from '../span.ts';

/** The id of a record at its birth; never one that a record of the document has. */
export function newRecordId({ text, annotations }: DocumentState, kind: RecordKind, label: string, span: Span): string {
	const taken = new Set(annotations.records.map(record => record.id));
	const exact = exactOf(text.slice(span.start, span.end));
	return newId({ kind, label, exact, occurrence: occurrenceOf(text, span) }, id => taken.has(id));
}
