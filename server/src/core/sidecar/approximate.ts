import search from 'approx-string-match';
import type { Anchor } from '../model.ts';
import type { Offset, Span } from '../span.ts';
import { matchKey } from '../text/key.ts';
import { endsOf } from './anchor.ts';
import { contextFit } from './context.ts';

/** How far from where they are expected changed words are looked for, in UTF-16. */
const reach = 400;

/** Shorter words are not looked for approximately: one letter makes another word of them. */
const shortest = 6;

/** In words as long as this more than one letter may differ. */
const shortestSentence = 36;

/**
 * Where words stand that are much like the anchor's, near an expected place: at most one letter in six differs, of short words one
 * letter, and of the context at least half fits, or two in three where words are shorter still. Undefined where nothing is like enough.
 */
export function findAlike(text: string, anchor: Anchor, expected: Offset, length: number): Span | undefined {
	const ends = endsOf(anchor.exact);
	if (ends !== undefined) {
		return findLong(text, ends, expected, length);
	}
	if (anchor.exact.length < shortest) {
		return undefined;
	}
	const rough = findInContext(text, anchor, expected);
	const span = rough && withFittingEdges(text, anchor, rough);
	const least = anchor.exact.length < 2 * shortest ? 0.66 : 0.5;
	return span !== undefined && (contextFit(text, span, anchor) ?? 0) >= least ? span : undefined;
}

/** The context goes into the search: otherwise another mention of the same name would be nearest in letters. */
function findInContext(text: string, { exact, prefix = '', suffix = '' }: Anchor, expected: Offset): Span | undefined {
	const whole = prefix + exact + suffix;
	const from = Math.max(0, expected - prefix.length - reach);
	const window = text.slice(from, expected + whole.length + reach);
	const limit = Math.floor(exact.length / 6);
	const [around] = search(window, whole, limit + Math.floor((prefix.length + suffix.length) / 2));
	if (around === undefined) {
		return undefined;
	}
	const stretch = window.slice(around.start, around.end);
	const key = matchKey(exact);
	// Two other letters make another name: سامر العطار is not سامر البيطار. Other marks do not.
	const inner = search(stretch, exact, limit).filter(
		({ start, end, errors }) =>
			errors <= 1 || exact.length >= shortestSentence || matchKey(stretch.slice(start, end)) === key,
	);
	const middle = around.start + prefix.length;
	const [best] = inner.sort(
		(a, b) => Math.abs(around.start + a.start - middle) - Math.abs(around.start + b.start - middle),
	);
	return best && { start: from + around.start + best.start, end: from + around.start + best.end };
}

/** The search does not care whether a changed letter at an edge is in or out; the context does. */
function withFittingEdges(text: string, anchor: Anchor, rough: Span): Span {
	let best = rough;
	let most = contextFit(text, rough, anchor) ?? 0;
	for (const left of edgeShifts) {
		for (const right of edgeShifts) {
			const span = { start: Math.max(0, rough.start + left), end: Math.min(text.length, rough.end + right) };
			const fit = contextFit(text, span, anchor) ?? 0;
			if (span.start < span.end && fit > most) {
				best = span;
				most = fit;
			}
		}
	}
	return best;
}

const edgeShifts = [0, -1, 1, -2, 2];

/** Long stretches are found by their two ends, with anything between them of about the old length. */
function findLong(
	text: string,
	ends: { readonly head: string; readonly tail: string },
	expected: Offset,
	length: number,
): Span | undefined {
	const start = findEnd(text, ends.head, expected)?.start;
	if (start === undefined) {
		return undefined;
	}
	const end = findEnd(text, ends.tail, start + length - ends.tail.length)?.end;
	const now = end === undefined ? 0 : end - start;
	return end !== undefined && now > length / 2 && now < 2 * length ? { start, end } : undefined;
}

function findEnd(text: string, words: string, expected: Offset): Span | undefined {
	const from = Math.max(0, expected - reach);
	const window = text.slice(from, expected + reach + words.length);
	let best: { readonly start: number; readonly end: number; readonly errors: number } | undefined;
	for (const match of search(window, words, Math.floor(words.length / 6))) {
		const nearer =
			best === undefined || Math.abs(from + match.start - expected) < Math.abs(from + best.start - expected);
		if (best === undefined || match.errors < best.errors || (match.errors === best.errors && nearer)) {
			best = match;
		}
	}
	return best && { start: from + best.start, end: from + best.end };
}
