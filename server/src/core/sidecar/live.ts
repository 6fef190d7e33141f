import type { Anchor, AnnotationRecord, Annotations } from '../model.ts';
import { overlaps, type Span } from '../span.ts';
import { exactOf } from './anchor.ts';
import { mainAnchors, mapAnchors } from './mapAnchors.ts';
import { sortRecords } from './order.ts';

/** An edit of the text, in UTF-16 of the text before it: `[start, end)` was replaced by so many units. */
export interface TextChange extends Span {
	readonly newLength: number;
}

/**
 * Annotations after an edit of their text. An edit inside a span keeps it; one over its border trims it and marks the record
 * `moved`; a span that is deleted loses its place: the record becomes an orphan and keeps its words. Given the text after the
 * edit, a record whose words stand where they stood (an undone deletion) gets its place back. Linear; never throws.
 */
export function moveAnnotations(annotations: Annotations, change: TextChange, textAfter?: string): Annotations {
	let lost = false;
	const records = annotations.records.map(record => {
		const moved = moveRecord(record, change, textAfter);
		lost ||= moved.state !== record.state;
		return moved;
	});
	return { ...annotations, records: lost ? sortRecords(records) : records };
}

/** As `moveAnnotations`, for one record. */
export function moveRecord(record: AnnotationRecord, change: TextChange, textAfter?: string): AnnotationRecord {
	if (!touches(record, change)) {
		return record;
	}
	let trimmed = false;
	const moved = mapAnchors(record, anchor => {
		const span = moveSpan(anchor.span, change);
		trimmed ||= damages(anchor.span, change);
		return { ...anchor, span };
	});
	if (textAfter !== undefined && (trimmed || record.moved === true || record.state === 'orphan')) {
		const restored = restoredRecord(moved, change, textAfter);
		if (restored !== undefined) {
			return restored;
		}
	}
	if (record.state === 'orphan' || !trimmed) {
		return moved;
	}
	return mainAnchors(moved).every(isLost)
		? { ...moved, state: 'orphan', was: record.state }
		: { ...moved, moved: true };
}

/** A span after an edit; empty where all of it was deleted. */
function moveSpan(span: Span, { start, end, newLength }: TextChange): Span {
	const shift = newLength - (end - start);
	// What is typed at a border stays outside.
	if (end <= span.start) {
		return { start: span.start + shift, end: span.end + shift };
	}
	if (start >= span.end) {
		return span;
	}
	if (span.start <= start && end <= span.end) {
		return { start: span.start, end: span.end + shift };
	}
	if (start <= span.start && span.end <= end) {
		return { start, end: start };
	}
	return start < span.start ? { start: start + newLength, end: span.end + shift } : { start: span.start, end: start };
}

function touches(record: AnnotationRecord, change: TextChange): boolean {
	const first = mainAnchors(record)[0];
	if (first === undefined) {
		return false;
	}
	if (record.alternatives !== undefined || record.state === 'orphan' || record.moved === true) {
		return true;
	}
	if (record.kind === 'entity' || record.kind === 'region') {
		return record.at.span.end > change.start;
	}
	return true;
}

/** Whether an edit takes away more than from the inside of a span: all of it, or a part with something around it. */
function damages(span: Span, change: TextChange): boolean {
	const inside = span.start <= change.start && change.end <= span.end;
	const whole = change.start <= span.start && span.end <= change.end;
	return span.start < span.end && overlaps(span, change) && (whole || !inside);
}

function isLost(anchor: Anchor): boolean {
	return anchor.span.start === anchor.span.end;
}

/** The record at the place where all its words stand again, next to the edit; undefined where they do not. */
function restoredRecord(record: AnnotationRecord, change: TextChange, textAfter: string): AnnotationRecord | undefined {
	let complete = true;
	const found = mapAnchors(record, anchor => {
		const span = standing(anchor, change, textAfter);
		complete &&= span !== undefined;
		return span === undefined ? anchor : { ...anchor, span };
	});
	if (!complete) {
		return undefined;
	}
	const { moved: _moved, was, ...rest } = found;
	return { ...rest, state: rest.state === 'orphan' ? (was ?? 'confirmed') : rest.state };
}

/** Where an anchor's words stand: at its span, or within what was just inserted or restored around it. */
function standing(anchor: Anchor, change: TextChange, text: string): Span | undefined {
	const { start, end } = anchor.span;
	if (start < end && exactOf(text.slice(start, end)) === anchor.exact) {
		return anchor.span;
	}
	const { exact } = anchor;
	const from = Math.max(0, Math.min(start, change.start) - exact.length);
	const window = text.slice(from, Math.max(end, change.start + change.newLength) + exact.length);
	// Of two places with the same words neither is sure.
	const at = window.indexOf(exact);
	return exact === '' || at === -1 || window.indexOf(exact, at + 1) !== -1
		? undefined
		: { start: from + at, end: from + at + exact.length };
}
