import type { Analysis, SuggestedEntity } from '../../../server/src/core/model.ts';
import type { Span } from '../../../server/src/core/span.ts';

/** Every span that an analysis speaks of. */
export function* spansOf(analysis: Analysis): Generator<Span, void> {
	for (const entity of analysis.entities) yield* entitySpans(entity);
	for (const { content, cue, speaker, via, addressee, resolution } of analysis.statements) {
		yield* content;
		for (const span of [cue, speaker, via, addressee, resolution.antecedent]) if (span !== undefined) yield span;
	}
	for (const { span } of analysis.regions) yield span;
}

function* entitySpans(entity: SuggestedEntity): Generator<Span, void> {
	yield entity.span;
	for (const inner of entity.nested) yield* entitySpans(inner);
}

/** What is wrong with a span of a text, if anything: not within it, empty, or beginning or ending inside a surrogate pair or CRLF. */
export function wrongSpan(text: string, { start, end }: Span): string | undefined {
	if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length) return 'outside';
	if (start >= end) return 'empty';
	return [start, end].some(at => cutsPair(text, at)) ? 'cuts a pair' : undefined;
}

function cutsPair(text: string, at: number): boolean {
	if (at <= 0 || at >= text.length) return false;
	const before = text.charCodeAt(at - 1);
	const after = text.charCodeAt(at);
	return (
		(before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff) || (before === 0x0d && after === 0x0a)
	);
}
