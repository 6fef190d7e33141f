import type { Anchor, AnnotationRecord } from '../model.ts';

export type AnchorPart = 'at' | 'content' | 'cue' | 'speaker' | 'via' | 'addressee';

/** The same record with each of its anchors replaced, in its alternatives too. Relations have none. */
export function mapAnchors(
	record: AnnotationRecord,
	change: (anchor: Anchor, part: AnchorPart, index: number) => Anchor,
): AnnotationRecord {
	const alternatives =
		record.alternatives === undefined
			? {}
			: { alternatives: record.alternatives.map(other => mapAnchors(other, change)) };
	switch (record.kind) {
		case 'entity':
		case 'region':
			return { ...record, ...alternatives, at: change(record.at, 'at', 0) };
		case 'statement':
			return {
				...record,
				...alternatives,
				content: record.content.map((anchor, index) => change(anchor, 'content', index)),
				...(record.cue === undefined ? {} : { cue: change(record.cue, 'cue', 0) }),
				...(record.speaker === undefined ? {} : { speaker: change(record.speaker, 'speaker', 0) }),
				...(record.via === undefined ? {} : { via: change(record.via, 'via', 0) }),
				...(record.addressee === undefined ? {} : { addressee: change(record.addressee, 'addressee', 0) }),
			};
		case 'relation':
			return { ...record, ...alternatives };
	}
}

/** The anchors a record stands or falls with: an entity's or region's place, a statement's content. None for relations. */
export function mainAnchors(record: AnnotationRecord): readonly Anchor[] {
	switch (record.kind) {
		case 'entity':
		case 'region':
			return [record.at];
		case 'statement':
			return record.content;
		case 'relation':
			return [];
	}
}
