import type { Analysis } from '../model.ts';
import { parseText } from '../text/parsed.ts';

/**
 * One document in CoNLL-2003 columns, `FORM _ O TAG` with one space between, tags in IOB2, a blank line after each sentence.
 * Flat: outermost names only. Where a name begins or ends inside a token (an attached clitic: ل + رويترز) the token is split
 * there, so that no tag covers more than its name.
 */
export function conllDocument(text: string, analysis: Analysis): string {
	const parsed = parseText(text);
	let output = '-DOCSTART- -X- O O\n\n';
	let next = 0;
	let begun = false;
	for (const sentence of parsed.sentences.flat()) {
		for (const token of parsed.tokens.slice(sentence.first, sentence.last)) {
			for (let at = token.start; at < token.end; ) {
				while ((analysis.entities[next]?.span.end ?? Number.POSITIVE_INFINITY) <= at) {
					next += 1;
					begun = false;
				}
				const entity = analysis.entities[next];
				const inside = entity !== undefined && entity.span.start <= at;
				const end = Math.min(token.end, (inside ? entity.span.end : entity?.span.start) ?? token.end);
				output += `${text.slice(at, end)} _ O ${inside ? `${begun ? 'I' : 'B'}-${entity.label}` : 'O'}\n`;
				begun ||= inside;
				at = end;
			}
		}
		output += '\n';
	}
	return output;
}
