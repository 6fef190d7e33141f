/** A million texts that no newspaper would print: nothing is thrown, every span lies where its words stand. */
import { drawsBelow } from '../../server/src/core/agreement/mersenneTwister.ts';
import { analyse } from '../../server/src/core/analysis/analyse.ts';
import { type JsonSpan, jsonDocument } from '../../server/src/core/formats/jsonl.ts';
import { count, none, type Row, type SoakOptions, scaled } from './support/soak.ts';
import { spansOf, wrongSpan } from './support/spans.ts';
import { fuzzedText } from './support/texts.ts';

export const name = 'Fuzzed texts';

export async function run({ scale, seed, say }: SoakOptions): Promise<readonly Row[]> {
	const wanted = scaled(1_000_000, scale);
	const thrown: string[] = [];
	const wrong: string[] = [];
	const misplaced: string[] = [];
	let spans = 0;
	const draw = drawsBelow(seed);
	for (let i = 0; i < wanted; i++) {
		if (i > 0 && i % 50_000 === 0) say(`${count(i)} of ${count(wanted)} texts`);
		const text = fuzzedText(draw);
		try {
			const analysis = analyse(text);
			for (const span of spansOf(analysis)) {
				spans += 1;
				const why = wrongSpan(text, span);
				if (why !== undefined) wrong.push(`${why}: ${JSON.stringify([text, span])}`);
			}
			if (!identical(text, jsonDocument(i, text, analysis))) misplaced.push(JSON.stringify(text));
		} catch (error) {
			thrown.push(`${error instanceof Error ? error.stack : error} ${JSON.stringify(text)}`);
		}
	}
	return [
		none('texts of up to 2,000 characters that make the engine throw', thrown, wanted, 'texts'),
		none('spans outside the text, empty, or cutting a surrogate pair or CRLF', wrong, spans, 'spans'),
		none('texts with a span whose words are not what stands at its offsets in code points', misplaced, wanted, 'texts'),
	];
}

/** Whether every span printed names the words that stand at its code points. */
function identical(text: string, printed: unknown): boolean {
	const points = [...text];
	return printedSpans(printed).every(({ start, end, text: words }) => points.slice(start, end).join('') === words);
}

function printedSpans(value: unknown): readonly JsonSpan[] {
	if (typeof value !== 'object' || value === null) return [];
	const inner = Object.values(value).flatMap(printedSpans);
	return 'start' in value && 'text' in value ? [value as JsonSpan, ...inner] : inner;
}
