/** From LSP's lines and characters to offsets. Together with toProto.ts the only place that knows both. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Offset, Span } from '../core/span.ts';
import type { Position, Range } from '../protocol/types.ts';

/** The offset of a position; beyond the end of a line or text, that end; inside a surrogate pair, before it. */
export function offset(text: TextDocument, position: Position): Offset {
	const at = text.offsetAt(position);
	return isInsidePair(text.getText(), at) ? at - 1 : at;
}

/** The span of a range; a reversed one is turned round. */
export function span(text: TextDocument, range: Range): Span {
	const a = offset(text, range.start);
	const b = offset(text, range.end);
	return a <= b ? { start: a, end: b } : { start: b, end: a };
}

/** A range out of anything a client may send as one; undefined where it is none. */
export function readRange(value: unknown): Range | undefined {
	if (!isObject(value) || !isPosition(value['start']) || !isPosition(value['end'])) {
		return undefined;
	}
	return { start: value['start'], end: value['end'] };
}

function isPosition(value: unknown): value is Position {
	return isObject(value) && isIndex(value['line']) && isIndex(value['character']);
}

function isIndex(value: unknown): boolean {
	return Number.isInteger(value) && Number(value) >= 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}

function isInsidePair(text: string, at: Offset): boolean {
	return isBetween(text.charCodeAt(at - 1), 0xd800, 0xdbff) && isBetween(text.charCodeAt(at), 0xdc00, 0xdfff);
}

function isBetween(unit: number, first: number, last: number): boolean {
	return first <= unit && unit <= last;
}
