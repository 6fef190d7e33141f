import type { Span } from '../span.ts';
import { endsOf } from './anchor.ts';

/** How far from its content a cue, speaker or other part is looked for, in UTF-16. */
const reach = 600;

/** Where the words stand nearest to a span, in the same text's units; undefined where they are not within reach. */
export function nearestSpan(text: string, exact: string, to: Span, within = reach): Span | undefined {
	if (exact === '' || endsOf(exact) !== undefined) {
		return undefined;
	}
	const from = Math.max(0, to.start - within - exact.length);
	const window = text.slice(from, to.end + within + exact.length);
	let best: Span | undefined;
	let least = Number.POSITIVE_INFINITY;
	for (let at = window.indexOf(exact); at !== -1; at = window.indexOf(exact, at + 1)) {
		const span = { start: from + at, end: from + at + exact.length };
		const distance = span.end <= to.start ? to.start - span.end : Math.max(0, span.start - to.end);
		if (distance < least) {
			best = span;
			least = distance;
		}
	}
	return best;
}
