/** What the benches run over. */
import { createReadStream, existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';

const root = join(import.meta.dirname, '../..');
const news = join(root, '../shared/data/news/ant-2018.jsonl.gz');

interface BenchArticle {
	/** news/OUTLET/NAME.txt */
	readonly path: string;
	readonly text: string;
}

async function newsArticles(wanted: number): Promise<readonly BenchArticle[]> {
	const articles: BenchArticle[] = [];
	let begun = '';
	// Not by lines of node:readline, which ends them at U+2028 too.
	for await (const chunk of createReadStream(news).pipe(createGunzip()).setEncoding('utf8')) {
		const lines = `${begun}${chunk}`.split('\n');
		begun = lines.pop() ?? '';
		for (const line of lines) {
			const { id, source, text } = JSON.parse(line);
			articles.push({ path: `news/${source}/${id}.txt`, text });
		}
		if (articles.length >= wanted) break;
	}
	return articles.slice(0, wanted);
}

function sampleArticles(wanted: number): readonly BenchArticle[] {
	const paths = globSync('annotations/sample/news/**/*.txt', { cwd: root }).sort();
	const samples = paths.map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }));
	return Array.from({ length: wanted }, (_, index) => {
		const { path, text } = samples[index % samples.length] as BenchArticle;
		return { path: `${path.replace('annotations/sample/', '').replace('.txt', '')}-${index}.txt`, text };
	});
}

/** So many articles of ../shared/data/news where it is at hand, else the sample corpus over and over. */
export async function benchArticles(
	wanted: number,
): Promise<{ readonly articles: readonly BenchArticle[]; readonly of: string }> {
	return existsSync(news)
		? { articles: await newsArticles(wanted), of: 'news' }
		: { articles: sampleArticles(wanted), of: 'the sample corpus' };
}

/** Their texts alone. */
export async function benchTexts(wanted: number): Promise<{ readonly texts: readonly string[]; readonly of: string }> {
	const { articles, of } = await benchArticles(wanted);
	return { texts: articles.map(({ text }) => text), of };
}

/** The bare tokeniser that speeds are compared with. */
export function countWords(text: string): number {
	let count = 0;
	for (const _word of text.matchAll(/[\p{L}\p{M}]+/gu)) count += 1;
	return count;
}

export function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

/** The value below which such a share lies. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
