import type { AnnotationRecord } from '../model.ts';
import { mainAnchors } from './mapAnchors.ts';

/** The order of records in a sidecar and in memory: start, then kind, then id; relations last. */
export function compareRecords(a: AnnotationRecord, b: AnnotationRecord): number {
	return startOf(a) - startOf(b) || compareText(a.kind, b.kind) || compareText(a.id, b.id);
}

/** By code units, whatever the locale. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

export function sortRecords<T extends AnnotationRecord>(records: readonly T[]): T[] {
	return [...records].sort(compareRecords);
}

function startOf(record: AnnotationRecord): number {
	return mainAnchors(record)[0]?.span.start ?? Number.MAX_SAFE_INTEGER;
}
