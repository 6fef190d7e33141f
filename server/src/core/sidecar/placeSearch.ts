import type { Anchor } from '../model.ts';
import { countBelow } from '../sorted.ts';
import type { Offset, Span } from '../span.ts';
import { type ReferenceText, referenceText } from '../text/reference.ts';
import { endsOf, exactOf } from './anchor.ts';
import { type CanonicalText, canonical, canonicalText } from './canonical.ts';
import { breaksWord } from './context.ts';
import { mapAnchors } from './mapAnchors.ts';
import { findOccurrences } from './occurrences.ts';
import type { StoredRecord } from './stored.ts';

/** Spans are UTF-16 of the canonical form of the new text; old places are taken as if they counted in it. */
export interface Search {
	readonly text: string;
	/** Of that form. */
	readonly reference: ReferenceText;
	readonly form: CanonicalText;
	/** Of the text itself. */
	readonly given: ReferenceText;
	/** Where each anchor's words, or the beginning of long ones, stand. */
	readonly occurrences: ReadonlyMap<string, readonly Offset[]>;
}

/** Looks for the words of all these records, in canonical form, in one pass over a reference text. */
export function newSearch(records: readonly StoredRecord[], given: string, reference: ReferenceText): Search {
	const phrases = new Set<string>();
	for (const record of records) {
		mapAnchors(record, anchor => {
			phrases.add(phraseOf(anchor));
			return anchor;
		});
	}
	const form = canonicalText(given);
	return {
		text: form.text,
		reference: form.text === given ? reference : referenceText(form.text),
		form,
		given: reference,
		occurrences: findOccurrences(form.text, phrases),
	};
}

/** An anchor's words, or the beginning of long ones: what `occurrences` is asked for. */
export function phraseOf({ exact }: Anchor): string {
	return endsOf(exact)?.head ?? exact;
}

/** Where an anchor stood, taken as if it counted in the text of `reference`. */
export function oldSpan(anchor: Anchor, { reference }: { readonly reference: ReferenceText }): Span {
	return { start: reference.toOffset(anchor.span.start), end: reference.toOffset(anchor.span.end) };
}

/** An anchor's words at a place; undefined where they do not stand there whole. */
function spanAt(anchor: Anchor, start: Offset, search: Search): Span | undefined {
	if (endsOf(anchor.exact) === undefined) {
		return { start, end: start + anchor.exact.length };
	}
	// The hash of long words is of them as they stood: as they are given now, or in canonical form.
	const { form, given } = search;
	const points = anchor.span.end - anchor.span.start;
	const from = form.toGiven(start);
	const to = given.toOffset(given.toCodePoints(from) + points);
	if (canonical(exactOf(given.text.slice(from, to))) === anchor.exact) {
		return { start, end: form.fromGiven(to) };
	}
	const end = search.reference.toOffset(search.reference.toCodePoints(start) + points);
	return exactOf(search.text.slice(start, end)) === anchor.exact ? { start, end } : undefined;
}

/** How many occurrences of the same words are looked at, those nearest to the expected place. */
const nearest = 48;

/** Places where an anchor's words stand, the nearest ones to each of some offsets. */
export function* candidates(anchor: Anchor, around: readonly Offset[], search: Search): Generator<Span> {
	const all = search.occurrences.get(phraseOf(anchor)) ?? [];
	const seen = new Set<Offset>();
	for (const place of around) {
		const middle = countBelow(all, place);
		for (let i = Math.max(0, middle - nearest / 2); i < Math.min(all.length, middle + nearest / 2); i++) {
			const start = all[i];
			if (start !== undefined && !seen.has(start)) {
				seen.add(start);
				const span = spanAt(anchor, start, search);
				if (span !== undefined) {
					yield span;
				}
			}
		}
	}
}

/** Whether a span begins or ends inside a word. */
export function breaksAnyWord(text: string, span: Span): boolean {
	return breaksWord(text, span, { span, exact: '', suffix: ' ' });
}
