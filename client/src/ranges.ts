import { Position, Range } from 'vscode';
import type { Range as ItemRange } from '../../server/src/protocol/types.ts';

/** The editor's range for one of the protocol's; both count UTF-16 code units. */
export function toRange({ start, end }: ItemRange): Range {
	return new Range(toPosition(start), toPosition(end));
}

export function toPosition({ line, character }: ItemRange['start']): Position {
	return new Position(line, character);
}

export function fromRange(range: Range): ItemRange {
	return { start: fromPosition(range.start), end: fromPosition(range.end) };
}

export function fromPosition({ line, character }: Position): ItemRange['start'] {
	return { line, character };
}
