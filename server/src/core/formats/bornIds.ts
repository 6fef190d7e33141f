import type { AnnotationRecord } from '../model.ts';
import { exactOf } from '../sidecar/anchor.ts';
import { type Birth, newId } from '../sidecar/ids.ts';
import { mainAnchors } from '../sidecar/mapAnchors.ts';
import { occurrencesOf } from '../sidecar/suggestionIds.ts';
import type { Span } from '../span.ts';

const nowhere: Span = { start: 0, end: 0 };

/** For each record what its id is made of, as it stands now. A relation's ends must have their ids. Spans are UTF-16 of `text`. */
export function birthsOf(text: string, records: readonly AnnotationRecord[]): readonly Birth[] {
	const spans = records.map(record => mainAnchors(record)[0]?.span ?? nowhere);
	const occurrences = occurrencesOf(text, spans);
	return records.map((record, index) => {
		const span = spans[index] ?? nowhere;
		const words = record.kind === 'relation' ? `${record.source} ${record.target}` : text.slice(span.start, span.end);
		return {
			kind: record.kind,
			label: labelOf(record),
			exact: exactOf(words),
			occurrence: record.kind === 'relation' ? 0 : (occurrences[index] ?? 0),
		};
	});
}

/** Ids of records that the formula would give them again, so that no file need carry them. */
export function derivableIds(text: string, records: readonly AnnotationRecord[]): ReadonlySet<string> {
	const births = birthsOf(text, records);
	return new Set(
		records.flatMap(({ id }, index) => {
			const birth = births[index];
			return birth !== undefined && newId(birth, () => false) === id ? [id] : [];
		}),
	);
}

function labelOf(record: AnnotationRecord): string {
	return record.kind === 'entity' ? record.label : record.kind === 'region' ? record.region : record.type;
}
