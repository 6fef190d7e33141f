/**
 * How fast statements are found, part of `npm run bench`: words a second of the statement engine alone (names given), article by
 * article and in turn with a bare tokeniser and Intl.Segmenter over the same text. Times are those of the thread on its core. Numbers
 * are for reading, nothing fails. How time grows is in growth.ts.
 */
import { analyse } from '../../server/src/core/analysis/analyse.ts';
import type { SuggestedEntity } from '../../server/src/core/model.ts';
import { findRegions } from '../../server/src/core/statements/findRegions.ts';
import { findStatements } from '../../server/src/core/statements/findStatements.ts';
import { type ParsedText, parseText } from '../../server/src/core/text/parsed.ts';
import { benchTexts, countWords, percentile, sum } from './texts.ts';

const segmenter = new Intl.Segmenter('ar', { granularity: 'word' });

function segmentWords(text: string): number {
	let count = 0;
	for (const segment of segmenter.segment(text)) count += segment.isWordLike === true ? 1 : 0;
	return count;
}

function statements(parsed: ParsedText, names: readonly SuggestedEntity[]): number {
	const steps = findStatements(parsed, names, findRegions(parsed));
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value.statements.length;
	}
}

/**
 * Milliseconds of this thread on the processor, so that what else the machine does at the time does not count. Systems count in
 * steps of up to 4 ms: good for sums and for long work, not for one article.
 */
function timed(work: () => unknown): number {
	const before = process.threadCpuUsage();
	work();
	const { user, system } = process.threadCpuUsage(before);
	return (user + system) / 1000;
}

/** Each article goes through all of them before the next, so that a slow moment of the machine strikes all alike. */
function measure(text: string) {
	const names = analyse(text).entities;
	const parsed = parseText(text);
	const tokeniser = timed(() => countWords(text));
	const segmenter = timed(() => segmentWords(text));
	const start = performance.now();
	const found = timed(() => statements(parsed, names));
	const elapsed = performance.now() - start;
	return { tokeniser, segmenter, statements: found, elapsed, parsing: timed(() => parseText(text)) };
}

const { texts, of } = await benchTexts(Number(process.argv[2] ?? 3000));
for (const text of texts.slice(0, 200)) measure(text);
const rows = texts.map(measure);
const words = sum(texts.map(countWords));
const perSecond = (each: readonly number[]) => `${Math.round((words / sum(each)) * 1000).toLocaleString('en')} words/s`;
const shareOf = (base: readonly number[], each: readonly number[]) => (sum(base) / sum(each)).toFixed(3);
const tokeniser = rows.map(row => row.tokeniser);
const segmented = rows.map(row => row.segmenter);
const alone = rows.map(row => row.statements);
const elapsed = rows.map(row => row.elapsed);
const parsedToo = rows.map(row => row.statements + row.parsing);

console.log(`texts           ${texts.length} of ${of}, ${words.toLocaleString('en')} words`);
console.log(`tokeniser       ${perSecond(tokeniser)}`);
console.log(`Intl.Segmenter  ${perSecond(segmented)}`);
for (const [name, each] of [
	['statements', alone],
	['  and parsing', parsedToo],
] as const) {
	console.log(
		`${name.padEnd(15)} ${perSecond(each)}, ${shareOf(tokeniser, each)} of the tokeniser, ${shareOf(segmented, each)} of Intl.Segmenter`,
	);
}
console.log('                (budget for statements: 500,000 words/s)');
console.log(
	`an article      median ${percentile(elapsed, 0.5).toFixed(2)} ms, p95 ${percentile(elapsed, 0.95).toFixed(2)} ms, most ${percentile(elapsed, 1).toFixed(1)} ms, by the clock`,
);
