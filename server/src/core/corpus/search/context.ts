import type { Span } from '../../span.ts';

/** UTF-16 units on each side, before whole words are left. */
const width = 60;

/** A stretch of a text with what stands around it, each in one line. */
export function contextOf(
	text: string,
	span: Span,
): { readonly left: string; readonly text: string; readonly right: string } {
	return {
		left: inOneLine(text.slice(leftEdge(text, span.start), span.start)),
		text: inOneLine(text.slice(span.start, span.end)),
		right: inOneLine(text.slice(span.end, rightEdge(text, span.end))),
	};
}

/** Line ends and runs of blanks as one space. */
export function inOneLine(text: string): string {
	return text.replace(/[\s\uFEFF]+/g, ' ');
}

/** At a border of words, where one is near. */
function leftEdge(text: string, start: number): number {
	const from = Math.max(0, start - width);
	const blank = from === 0 ? -1 : text.slice(from, start).search(/\s/);
	return blank < 0 ? from : from + blank + 1;
}

function rightEdge(text: string, end: number): number {
	const to = Math.min(text.length, end + width);
	const stretch = to === text.length ? '' : text.slice(end, to).trimEnd();
	const blank = Math.max(stretch.lastIndexOf(' '), stretch.lastIndexOf('\n'));
	return blank <= 0 ? to : end + blank;
}
