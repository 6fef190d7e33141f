/** One quotation mark is deleted: nothing changes outside its paragraph, and inside at most the quotations beside it. */
import { drawsBelow } from '../../server/src/core/agreement/mersenneTwister.ts';
import { analyse } from '../../server/src/core/analysis/analyse.ts';
import { parseText } from '../../server/src/core/text/parsed.ts';
import { benchTexts } from '../bench/texts.ts';
import { type Outcome, outcomes } from './support/outcome.ts';
import { count, none, type Row, type SoakOptions, scaled } from './support/soak.ts';
import { pick } from './support/texts.ts';

export const name = 'A lost quotation mark';

export async function run({ scale, seed, say }: SoakOptions): Promise<readonly Row[]> {
	const wanted = scaled(5000, scale, 40);
	const { texts, of } = await benchTexts(scaled(12_000, scale, 120));
	const draw = drawsBelow(seed);
	const outside: string[] = [];
	const inside: string[] = [];
	let done = 0;
	for (const text of texts) {
		const marks = [...text.matchAll(/[«»"“”]/g)].map(({ index }) => index);
		if (marks.length === 0) continue;
		const at = pick(draw, marks);
		const damaged = text.slice(0, at) + text.slice(at + 1);
		const move = (offset: number) => (offset < at ? offset : offset + 1);
		const border = {
			start: text.lastIndexOf('\n', at - 1) + 1,
			end: (text.indexOf('\n', at) + 1 || text.length + 1) - 1,
		};
		const paragraph = text.slice(border.start, border.end);
		// A name is known from its other mentions, so what a paragraph says of one reaches beyond it, by design.
		const beside = ({ span, kind }: Outcome) =>
			(span.end <= border.start || span.start >= border.end) &&
			!(kind === 'name' && paragraph.includes(text.slice(span.start, span.end)));
		const before = linesOf(outcomes(analyse(text)).filter(beside));
		const after = linesOf(outcomes(analyse(damaged), move).filter(beside));
		const odd = [...before.filter(line => !after.includes(line)), ...after.filter(line => !before.includes(line))];
		if (odd.length > 0) outside.push(odd[0] ?? '');
		const quotations = parseText(text).quotations.map(({ inner }) => `${inner.start}-${inner.end}`);
		const left = new Set(
			parseText(damaged).quotations.map(({ inner }) => `${move(inner.start)}-${move(inner.end - 1) + 1}`),
		);
		if (quotations.filter(quotation => !left.has(quotation)).length > 2)
			inside.push(damaged.slice(border.start, border.end));
		done += 1;
		if (done % 1000 === 0) say(`${count(done)} texts`);
		if (done === wanted) break;
	}
	return [
		none(
			`texts of ${of} in which a statement outside the paragraph changed, or a name that does not stand in it too`,
			examples(outside, of),
			done,
			'texts',
		),
		none('texts in which more than two quotations of the paragraph changed', examples(inside, of), done, 'texts'),
	];
}

function linesOf(list: readonly Outcome[]): readonly string[] {
	return list.map(({ line }) => line);
}

/** Words of the news are not for print. */
function examples(found: readonly string[], of: string): readonly string[] {
	return of === 'news' ? found.map(() => '…') : found;
}
