/**
 * How fast and how large `suggest` is: `npm run bench`. Words a second of the whole way from text to a line of JSON, article by
 * article, against a bare tokeniser over the same texts in the same run; time per article; memory afterwards. Texts are those of
 * ../shared/data/news where it is at hand, else the sample corpus over and over. Numbers are for reading, nothing fails.
 */
import { analyse } from '../../server/src/core/analysis/analyse.ts';
import { jsonDocument, jsonLine } from '../../server/src/core/formats/jsonl.ts';
import { benchTexts, countWords, percentile, sum } from './texts.ts';

/** Milliseconds for each text. */
function time(texts: readonly string[], work: (text: string, index: number) => number): readonly number[] {
	return texts.map((text, index) => {
		const start = performance.now();
		work(text, index);
		return performance.now() - start;
	});
}

const { texts, of } = await benchTexts(Number(process.argv[2] ?? 3000));
const suggest = (text: string, index: number) => jsonLine(jsonDocument(index, text, analyse(text))).length;
const warm = texts.slice(0, 200);
time(warm, suggest);
time(warm, countWords);

const words = sum(texts.map(countWords));
const bare = sum(time(texts, countWords));
const each = time(texts, suggest);
const whole = sum(each);
const perSecond = (milliseconds: number) => Math.round((words / milliseconds) * 1000).toLocaleString('en');

console.log(`texts       ${texts.length} of ${of}, ${words.toLocaleString('en')} words`);
console.log(`tokeniser   ${perSecond(bare)} words/s`);
console.log(
	`suggest     ${perSecond(whole)} words/s (budget 250,000), ${(bare / whole).toFixed(3)} of the tokeniser (budget 0.050)`,
);
console.log(
	`an article  median ${percentile(each, 0.5).toFixed(2)} ms, p95 ${percentile(each, 0.95).toFixed(2)} ms, most ${percentile(each, 1).toFixed(1)} ms`,
);
console.log(`memory      ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB resident`);
