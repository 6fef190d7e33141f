/**
 * Feature: Selection ranges.
 *
 * Growing a selection step by step: token, name, part of a statement, sentence, paragraph, text.
 */

import type { DocumentView } from '../model.ts';
import { partitionPoint } from '../sorted.ts';
import { compareSpans, covers, equals, length, type Offset, type Span } from '../span.ts';
import type { ParsedText } from '../text/parsed.ts';
import { isShown, partsOf } from './lookup.ts';

/** Spans around the offset, the narrowest first, each inside the next and none twice; at least the whole text. */
export function selectionRange(view: DocumentView, parsed: ParsedText, offset: Offset): readonly Span[] {
	const token = touching(parsed.tokens, offset);
	const place = token ?? { start: offset, end: offset };
	const paragraph = parsed.paragraphs.findIndex(stretch => holds(stretch, place));
	const spans = [
		...view.entities.filter(isShown).map(entity => entity.span),
		...view.statements.filter(isShown).flatMap(statement => partsOf(statement).map(part => part.span)),
		...(parsed.sentences[paragraph] ?? []),
		...(parsed.paragraphs[paragraph] ? [parsed.paragraphs[paragraph]] : []),
		...(token && token.kind !== 'break' ? [token] : []),
		{ start: 0, end: view.text.length },
	];
	const around = spans
		.filter(span => span.start <= offset && offset <= span.end && (span === token || touches(span, place)))
		.sort((a, b) => length(a) - length(b) || compareSpans(a, b));
	return nested(around);
}

/** The token with the letter at the offset, else the one that ends there: a cursor behind a word means the word. */
function touching(tokens: ParsedText['tokens'], offset: Offset): ParsedText['tokens'][number] | undefined {
	const low = partitionPoint(tokens.length, middle => (tokens[middle]?.end ?? 0) < offset);
	const ending = tokens[low];
	const starting = ending?.end === offset ? tokens[low + 1] : undefined;
	const isWord = starting?.start === offset && (starting.kind === 'word' || starting.kind === 'number');
	const best = isWord ? starting : ending;
	return best && best.start <= offset ? best : undefined;
}

/** A span that only meets the place from outside is not around it. */
function touches(span: Span, place: Span): boolean {
	return place.start === place.end || (span.start < place.end && place.start < span.end);
}

function holds(outer: Span, place: Span): boolean {
	return outer.start <= place.start && place.end <= outer.end;
}

function nested(spans: readonly Span[]): Span[] {
	const chain: Span[] = [];
	for (const { start, end } of spans) {
		const inner = chain.at(-1);
		const next = { start, end };
		if (inner === undefined || (covers(next, inner) && !equals(next, inner))) {
			chain.push(next);
		}
	}
	return chain;
}
