import type { Position, Range } from '../../src/reader/messages.ts';

/** Half-open, in UTF-16 code units of a text whose lines are joined by one unit each, whatever the file has. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** The article's text by lines, as the editor counts them: one paragraph a line. */
export interface Text {
	readonly lines: readonly string[];
	/** Where each line starts. */
	readonly starts: readonly number[];
	/** The lines joined by LF. */
	readonly all: string;
}

/** A text of lines without their line ends. */
export function textOf(lines: readonly string[]): Text {
	const starts: number[] = [];
	let start = 0;
	for (const line of lines) {
		starts.push(start);
		start += line.length + 1;
	}
	return { lines, starts, all: lines.join('\n') };
}

/** The line in which an offset is; the end of a line belongs to it. */
export function lineAt({ starts }: Text, offset: number): number {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** Line and character of an offset; offsets beyond either end are taken for that end. */
export function toPosition(text: Text, offset: number): Position {
	const within = Math.min(Math.max(offset, 0), text.all.length);
	const line = lineAt(text, within);
	return { line, character: within - (text.starts[line] ?? 0) };
}

export function toRange(text: Text, { start, end }: Span): Range {
	return { start: toPosition(text, start), end: toPosition(text, end) };
}

/** The offset of a line and character; a character beyond the line's end is taken for its end. */
function toOffset({ lines, starts, all }: Text, { line, character }: Position): number {
	const start = starts[line];
	return start === undefined ? all.length : start + Math.min(character, lines[line]?.length ?? 0);
}

export function toSpan(text: Text, { start, end }: Range): Span {
	return { start: toOffset(text, start), end: toOffset(text, end) };
}

/** The line's own span, without its end. */
export function lineSpan({ lines, starts }: Text, line: number): Span {
	const start = starts[line] ?? 0;
	return { start, end: start + (lines[line]?.length ?? 0) };
}
