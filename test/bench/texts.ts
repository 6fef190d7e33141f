/** What the benches run over. */
import { createReadStream, existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';

const root = join(import.meta.dirname, '../..');
const news = join(root, '../shared/data/news/ant-2018.jsonl.gz');

async function newsTexts(wanted: number): Promise<readonly string[]> {
	const texts: string[] = [];
	let begun = '';
	// Not by lines of node:readline, which ends them at U+2028 too.
	for await (const chunk of createReadStream(news).pipe(createGunzip()).setEncoding('utf8')) {
		const lines = `${begun}${chunk}`.split('\n');
		begun = lines.pop() ?? '';
		for (const line of lines) texts.push(JSON.parse(line).text);
		if (texts.length >= wanted) break;
	}
	return texts.slice(0, wanted);
}

function sampleTexts(wanted: number): readonly string[] {
	const paths = globSync('annotations/sample/news/**/*.txt', { cwd: root }).sort();
	const texts = paths.map(path => readFileSync(join(root, path), 'utf8'));
	return Array.from({ length: wanted }, (_, index) => texts[index % texts.length] ?? '');
}

/** So many articles of ../shared/data/news where it is at hand, else the sample corpus over and over. */
export async function benchTexts(wanted: number): Promise<{ readonly texts: readonly string[]; readonly of: string }> {
	return existsSync(news)
		? { texts: await newsTexts(wanted), of: 'news' }
		: { texts: sampleTexts(wanted), of: 'the sample corpus' };
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
