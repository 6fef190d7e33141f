/**
 * One quotation mark is deleted: outside its paragraph no quotation and no statement changes, and inside at most the quotations beside it.
 * Who somebody is, and what is a name, is known from the whole text; what such evidence changes elsewhere is told apart, not judged.
 */
import { drawsBelow } from '../../server/src/core/agreement/mersenneTwister.ts';
import { analyse } from '../../server/src/core/analysis/analyse.ts';
import { equals, overlaps, type Span } from '../../server/src/core/span.ts';
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
	const quoted: string[] = [];
	let byEvidence = 0;
	let speakers = 0;
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
		const beside = ({ span }: { readonly span: Span }) => span.end <= border.start || span.start >= border.end;
		const before = outcomes(analyse(text)).filter(beside);
		const after = outcomes(analyse(damaged), move).filter(beside);
		const odd = [...without(before, after), ...without(after, before)];
		const names = odd.filter(({ kind }) => kind === 'name');
		const known = ({ span }: Outcome) => paragraph.includes(text.slice(span.start, span.end));
		const follows = ({ kind, span }: Outcome) =>
			kind === 'statement' && names.some(name => known(name) && overlaps(name.span, span));
		const leaks = odd.filter(outcome => !(outcome.kind === 'name' ? known(outcome) : follows(outcome)));
		if (leaks.length > 0) outside.push(leaks[0]?.line ?? '');
		const who = new Map(before.map(outcome => [outcome.line, outcome.who]));
		if (after.some(outcome => (who.get(outcome.line) ?? outcome.who) !== outcome.who)) speakers += 1;
		if (odd.length > leaks.length) byEvidence += 1;
		const quotations = parseText(text).quotations.map(({ inner }) => inner);
		const left = parseText(damaged).quotations.map(({ inner: { start, end } }) => ({
			start: move(start),
			end: move(end - 1) + 1,
		}));
		const lost = notIn(quotations, left);
		if ([...lost, ...notIn(left, quotations)].some(span => beside({ span }))) quoted.push(paragraph);
		if (lost.length > 2) inside.push(damaged.slice(border.start, border.end));
		done += 1;
		if (done % 1000 === 0) say(`${count(done)} texts`);
		if (done === wanted) break;
	}
	return [
		none(`texts of ${of} in which a quotation outside the paragraph changed`, examples(quoted, of), done, 'texts'),
		none(
			'texts in which a statement outside it changed (words, cue, source, kind), or a name that does not stand in it too',
			examples(outside, of),
			done,
			'texts',
		),
		none('texts in which more than two quotations of the paragraph changed', examples(inside, of), done, 'texts'),
		told(
			'by design, texts in which a name that stands in it too changed outside it, or a statement around such a name',
			byEvidence,
			done,
		),
		told('by design, texts in which only the resolved speaker of a statement outside it changed', speakers, done),
	];
}

/** The reference asks for no change at all: what the design lets change is told beside the bar, as a figure. */
function told(what: string, found: number, of: number): Row {
	return { what, figure: `${count(found)} of ${count(of)} texts`, bar: 'told', ok: true };
}

/** What stands in `list` and not, with the same line, in `other`. */
function without(list: readonly Outcome[], other: readonly Outcome[]): readonly Outcome[] {
	const lines = new Set(other.map(({ line }) => line));
	return list.filter(({ line }) => !lines.has(line));
}

function notIn(list: readonly Span[], other: readonly Span[]): readonly Span[] {
	return list.filter(span => !other.some(same => equals(same, span)));
}

/** Words of the news are not for print. */
function examples(found: readonly string[], of: string): readonly string[] {
	return of === 'news' ? found.map(() => '…') : found;
}
