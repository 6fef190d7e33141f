import type { Span } from '../span.ts';

/** What is marked in an excerpt: content in [ ], cue in < >, speaker in { }. */
export interface Marked {
	readonly content: readonly Span[];
	readonly cue?: Span | undefined;
	readonly speaker?: Span | undefined;
}

/**
 * The lines between which the marked spans stand, on one line with the spans in brackets; far stretches without brackets are
 * left out. `around` are further spans to show. Control characters, which a terminal would obey, become blanks.
 */
export function excerpt(letters: readonly string[], marked: Marked, around: readonly Span[] = []): string {
	const spans = [...marked.content, ...optional(marked.cue), ...optional(marked.speaker)];
	const places = [...spans, ...around];
	const first = Math.min(...places.map(({ start }) => start));
	const last = Math.max(...places.map(({ end }) => end));
	const from = lineStart(letters, first);
	const to = lineEnd(letters, last);
	const signs = [
		...marked.content.map(span => [span, '[', ']'] as const),
		...optional(marked.cue).map(span => [span, '<', '>'] as const),
		...optional(marked.speaker).map(span => [span, '{', '}'] as const),
	].flatMap(([{ start, end }, open, close]) => [
		{ at: start, sign: open, opens: 1 },
		{ at: end, sign: close, opens: 0 },
	]);
	let line = '';
	let at = from;
	for (const { at: place, sign } of signs.sort((a, b) => a.at - b.at || a.opens - b.opens)) {
		line += shortened(letters.slice(at, place)) + sign;
		at = Math.max(at, place);
	}
	return (line + shortened(letters.slice(at, to))).replace(/\n+/g, ' ¶ ').replace(controls, ' ').trim();
}

const controls = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Letters of context at most before the first and behind the last span. */
const context = 100;
const longest = 160;

function optional(span: Span | undefined): readonly Span[] {
	return span === undefined ? [] : [span];
}

function lineStart(letters: readonly string[], offset: number): number {
	const line = letters.lastIndexOf('\n', offset - 1) + 1;
	return offset === 0 ? 0 : Math.max(line, offset - context);
}

function lineEnd(letters: readonly string[], offset: number): number {
	const line = letters.indexOf('\n', offset);
	return Math.min(line < 0 ? letters.length : line, offset + context);
}

function shortened(letters: readonly string[]): string {
	if (letters.length <= longest) return letters.join('');
	return `${letters.slice(0, 90).join('')} … ${letters.slice(-50).join('')}`;
}
