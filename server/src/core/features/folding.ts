/**
 * Feature: Folding.
 *
 * Boilerplate folds away; so does a statement that runs over several paragraphs. Whether a span covers more than one line is for
 * the caller to see.
 */
import type { DocumentView } from '../model.ts';
import { compareSpans, equals, hull, type Span } from '../span.ts';
import type { ParsedText } from '../text/parsed.ts';
import { isShown, partsOf } from './lookup.ts';

export interface Fold {
	readonly span: Span;
	readonly kind: 'boilerplate' | 'statement';
}

/** Folds by start, outer before inner, each span once. Boilerplate on neighbouring paragraphs folds together. */
export function folding(view: DocumentView, parsed: ParsedText): readonly Fold[] {
	const boilerplate = view.regions.filter(region => region.kind === 'boilerplate').map(region => region.span);
	const statements = view.statements
		.filter(isShown)
		.flatMap(statement => hull(partsOf(statement).map(part => part.span)) ?? []);
	const folds: Fold[] = [
		...joined(boilerplate.sort(compareSpans), parsed).map(span => ({ span, kind: 'boilerplate' as const })),
		...statements.map(span => ({ span, kind: 'statement' as const })),
	].sort((a, b) => compareSpans(a.span, b.span));
	return folds.filter((fold, index) => {
		const before = folds[index - 1];
		return before === undefined || !equals(before.span, fold.span);
	});
}

/** Spans between which nothing visible stands become one. */
function joined(spans: readonly Span[], { text }: ParsedText): Span[] {
	const result: Span[] = [];
	for (const span of spans) {
		const last = result.at(-1);
		if (last && (span.start <= last.end || text.slice(last.end, span.start).trim() === '')) {
			result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
		} else {
			result.push(span);
		}
	}
	return result;
}
