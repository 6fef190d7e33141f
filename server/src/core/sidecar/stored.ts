import type { Anchor, AnnotationRecord } from '../model.ts';
import type { Span } from '../span.ts';
import type { ReferenceText } from '../text/reference.ts';
import { mapAnchors } from './mapAnchors.ts';

declare const codePoints: unique symbol;

/** A record as its sidecar keeps it: spans count code points of the reference text. */
export type StoredRecord = AnnotationRecord & { readonly [codePoints]?: true };

/** The record with spans in UTF-16 of the text that `reference` was made of. Clamps; never throws. */
export function toMemory(record: StoredRecord, reference: ReferenceText): AnnotationRecord {
	return mapAnchors(record, anchor =>
		withSpan(anchor, reference.toOffset(anchor.span.start), reference.toOffset(anchor.span.end)),
	);
}

/** The record with spans in code points of the reference text. Anchors keep their words. */
export function toStored(record: AnnotationRecord, reference: ReferenceText): StoredRecord {
	return mapAnchors(record, anchor =>
		withSpan(anchor, reference.toCodePoints(anchor.span.start), reference.toCodePoints(anchor.span.end)),
	);
}

function withSpan(anchor: Anchor, start: number, end: number): Anchor {
	const span: Span = { start, end };
	return { ...anchor, span };
}
