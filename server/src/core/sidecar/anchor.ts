import type { Anchor } from '../model.ts';
import type { Span } from '../span.ts';
import { sha256Hex } from '../text/hash.ts';

/** Longer stretches, in code points, are kept as their two ends with a hash. */
const longest = 120;
const endLength = 40;
const contextLength = 16;

/** The anchor of a stretch of the given text (UTF-16), with the words around it; line ends count as one LF. Never throws. */
export function makeAnchor(given: string, span: Span): Anchor {
	return { ...barePart(given, span), prefix: textBefore(given, span.start), suffix: textAfter(given, span.end) };
}

/** As `makeAnchor` without context, for parts that are found again near their content: cue, speaker, via, addressee. */
export function barePart(given: string, span: Span): Anchor {
	return { span, exact: exactOf(given.slice(span.start, span.end)) };
}

/** What a sidecar keeps of a stretch of text. */
export function exactOf(stretch: string): string {
	const text = unified(stretch);
	// Half as many units as allowed code points cannot be too many.
	if (text.length <= longest) {
		return text;
	}
	const points = [...text];
	if (points.length <= longest) {
		return text;
	}
	const hash = sha256Hex(text).slice(0, 16);
	return `${points.slice(0, endLength).join('')}${opening}${hash}${closing}${points.slice(-endLength).join('')}`;
}

const opening = ' […';
const closing = '…] ';

/** The two ends of a shortened `exact`; undefined for one that is kept whole. */
export function endsOf(exact: string): { readonly head: string; readonly tail: string } | undefined {
	const at = exact.indexOf(opening);
	if (at < endLength) {
		return undefined;
	}
	for (let from = at; from !== -1; from = exact.indexOf(opening, from + 1)) {
		const middle = exact.slice(from + opening.length, from + opening.length + 16 + closing.length);
		const head = exact.slice(0, from);
		const tail = exact.slice(from + opening.length + middle.length);
		if (/^[0-9a-f]{16}…\] $/.test(middle) && [...head].length === endLength && [...tail].length === endLength) {
			return { head, tail };
		}
	}
	return undefined;
}

/** At most 16 code points before an offset of the given text. */
export function textBefore(given: string, offset: number): string {
	// Twice for pairs, twice for CRLF.
	let from = Math.max(0, offset - 4 * contextLength);
	if (from === 0 && given.charCodeAt(0) === 0xfeff) {
		from = Math.min(1, offset);
	}
	return [...unified(given.slice(from, offset))].slice(-contextLength).join('');
}

/** At most 16 code points behind an offset of the given text. */
export function textAfter(given: string, offset: number): string {
	return [...unified(given.slice(offset, offset + 4 * contextLength))].slice(0, contextLength).join('');
}

function unified(text: string): string {
	return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
