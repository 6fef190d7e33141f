import type { AnnotationRecord } from '../model.ts';
import type { Span } from '../span.ts';
import { parseText } from '../text/parsed.ts';
import type { LearnedText } from './learn.ts';

/** An annotated text to learn from: confirmed entities of these labels, outermost ones where they nest. */
export function learnedText(
	text: string,
	records: readonly AnnotationRecord[],
	labels: readonly string[],
): LearnedText {
	const { tokens, sentences } = parseText(text);
	const names: { readonly label: string; readonly span: Span }[] = [];
	for (const record of records) {
		if (record.kind === 'entity' && record.state === 'confirmed' && labels.includes(record.label)) {
			names.push({ label: record.label, span: record.at.span });
		}
	}
	names.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
	const tags = tokens.map(() => 'O');
	let at = 0;
	let end = 0;
	for (const { label, span } of names) {
		if (span.start < end) {
			continue;
		}
		end = span.end;
		// Names are tagged as whole tokens, with the clitics of the first.
		while (at < tokens.length && (tokens[at]?.end ?? 0) <= span.start) {
			at += 1;
		}
		for (let first = true; at < tokens.length && (tokens[at]?.start ?? 0) < span.end; at++, first = false) {
			tags[at] = `${first ? 'B' : 'I'}-${label}`;
		}
	}
	return { tokens, stretches: sentences.flat(), tags };
}
