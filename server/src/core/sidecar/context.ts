import type { Anchor } from '../model.ts';
import type { Span } from '../span.ts';

/** How well the words around a span fit an anchor's context, 0 to 1; undefined for an anchor that keeps none. In units of one text. */
export function contextFit(text: string, span: Span, { prefix = '', suffix = '' }: Anchor): number | undefined {
	const whole = prefix.length + suffix.length;
	if (whole === 0) {
		return undefined;
	}
	let fit = 0;
	while (fit < prefix.length && prefix.charCodeAt(prefix.length - 1 - fit) === text.charCodeAt(span.start - 1 - fit)) {
		fit += 1;
	}
	let behind = 0;
	while (behind < suffix.length && suffix.charCodeAt(behind) === text.charCodeAt(span.end + behind)) {
		behind += 1;
	}
	return (fit + behind) / whole;
}

/** Whether a span begins or ends inside a word where the anchor did not, or the other way round. */
export function breaksWord(text: string, span: Span, { prefix, suffix }: Anchor): boolean {
	const before = prefix === undefined || prefix === '' ? undefined : isLetter(prefix.charAt(prefix.length - 1));
	const behind = suffix === undefined || suffix === '' ? undefined : isLetter(suffix.charAt(0));
	return (
		(before !== undefined && before !== isLetter(text.charAt(span.start - 1))) ||
		(behind !== undefined && behind !== isLetter(text.charAt(span.end)))
	);
}

function isLetter(char: string): boolean {
	return /[\p{L}\p{M}\p{N}]/u.test(char);
}
