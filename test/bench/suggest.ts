/**
 * How fast and how large `suggest` is: `npm run bench`. Words a second of the whole way from text to a line of JSON, article by
 * article, against a bare tokeniser over the same texts in the same run; time per article; memory afterwards. Texts are those of
 * ../shared/data/news where it is at hand, else the sample corpus over and over. Numbers are for reading, nothing fails.
 */
import { createReadStream, existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { analyse } from '../../server/src/core/analysis/analyse.ts';
import { jsonDocument, jsonLine } from '../../server/src/core/formats/jsonl.ts';

const root = join(import.meta.dirname, '../..');
const news = join(root, '../shared/data/news/ant-2018.jsonl.gz');
const wanted = Number(process.argv[2] ?? 3000);

async function newsTexts(): Promise<readonly string[]> {
	const texts: string[] = [];
	const lines = createInterface({ input: createReadStream(news).pipe(createGunzip()) });
	for await (const line of lines) {
		texts.push(JSON.parse(line).text);
		if (texts.length === wanted) break;
	}
	lines.close();
	return texts;
}

function sampleTexts(): readonly string[] {
	const paths = globSync('annotations/sample/news/**/*.txt', { cwd: root }).sort();
	const texts = paths.map(path => readFileSync(join(root, path), 'utf8'));
	return Array.from({ length: wanted }, (_, index) => texts[index % texts.length] ?? '');
}

function countWords(text: string): number {
	let count = 0;
	for (const _word of text.matchAll(/[\p{L}\p{M}]+/gu)) count += 1;
	return count;
}

/** Milliseconds for each text. */
function time(texts: readonly string[], work: (text: string, index: number) => number): readonly number[] {
	return texts.map((text, index) => {
		const start = performance.now();
		work(text, index);
		return performance.now() - start;
	});
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const texts = existsSync(news) ? await newsTexts() : sampleTexts();
const suggest = (text: string, index: number) => jsonLine(jsonDocument(index, text, analyse(text))).length;
const warm = texts.slice(0, 200);
time(warm, suggest);
time(warm, countWords);

const words = sum(texts.map(countWords));
const bare = sum(time(texts, countWords));
const each = time(texts, suggest);
const whole = sum(each);
const perSecond = (milliseconds: number) => Math.round((words / milliseconds) * 1000).toLocaleString('en');

console.log(
	`texts       ${texts.length} of ${existsSync(news) ? 'news' : 'the sample corpus'}, ${words.toLocaleString('en')} words`,
);
console.log(`tokeniser   ${perSecond(bare)} words/s`);
console.log(
	`suggest     ${perSecond(whole)} words/s (budget 250,000), ${(bare / whole).toFixed(3)} of the tokeniser (budget 0.050)`,
);
console.log(
	`an article  median ${percentile(each, 0.5).toFixed(2)} ms, p95 ${percentile(each, 0.95).toFixed(2)} ms, most ${percentile(each, 1).toFixed(1)} ms`,
);
console.log(`memory      ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB resident`);
