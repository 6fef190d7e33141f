import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readGold } from '../core/agreement/gold.ts';
import { readPlacedGold, textOfPlacedGold } from '../core/agreement/placedGold.ts';
import { recordGold } from '../core/agreement/recordGold.ts';
import type { GoldArticle } from '../core/agreement/score.ts';
import { corpusPath } from '../core/corpus/paths.ts';
import { UsageError } from './command.ts';
import { layeredArticles } from './layeredArticles.ts';
import { orUsage, parseJson, readText } from './readOrRefuse.ts';

/**
 * The gold articles of a folder, in code-unit order of their paths, in whichever of three forms it keeps them: a corpus with
 * sidecars, `X.txt` with `X.txt.json`, or YAML whose key `text` names an article below `texts` (the folder itself where absent).
 * A UsageError says what cannot be read.
 */
export async function goldArticles(folder: string, texts: string = folder): Promise<readonly GoldArticle[]> {
	const paths = (await orUsage(folder, () => readdir(folder, { recursive: true })))
		.map(path => path.replaceAll('\\', '/'))
		.sort();
	const articles = paths.includes(corpusPath)
		? await corpusArticles(folder)
		: paths.some(isJson)
			? await jsonArticles(folder, paths)
			: await placedArticles(folder, texts, paths);
	if (articles.length === 0) {
		throw new UsageError(
			`There is no gold annotation in ${folder}: no X.txt.json, no YAML with a text, no corpus with articles marked done`,
		);
	}
	return articles;
}

function isJson(path: string): boolean {
	return path.endsWith('.txt.json') && !path.includes('/');
}

async function jsonArticles(folder: string, paths: readonly string[]): Promise<readonly GoldArticle[]> {
	const articles: GoldArticle[] = [];
	for (const path of paths.filter(isJson)) {
		const file = join(folder, path);
		const gold = readGold(parseJson(await readText(file), file));
		if (typeof gold === 'string') {
			throw new UsageError(`${file} is no gold annotation: ${gold} is missing or malformed`);
		}
		const name = path.slice(0, -'.json'.length);
		articles.push({ name, text: await readText(join(folder, name)), gold });
	}
	return articles;
}

async function placedArticles(
	folder: string,
	texts: string,
	paths: readonly string[],
): Promise<readonly GoldArticle[]> {
	const articles: GoldArticle[] = [];
	for (const path of paths.filter(name => name.endsWith('.yaml'))) {
		const file = join(folder, path);
		const source = await readText(file);
		const name = textOfPlacedGold(source);
		if (name === undefined) continue;
		const text = await readText(join(texts, name));
		const gold = readPlacedGold(source, text);
		if (typeof gold === 'string') {
			throw new UsageError(`${file} is no gold annotation: ${gold} is missing or malformed`);
		}
		articles.push({ name, text, gold });
	}
	return articles;
}

/** What was adjudicated, else what is common; articles of which no kind is done are left out. */
async function corpusArticles(folder: string): Promise<readonly GoldArticle[]> {
	const articles: GoldArticle[] = [];
	for await (const { name, text, layers } of layeredArticles(folder)) {
		const annotations = layers.get('gold') ?? layers.get('common');
		const gold = annotations && recordGold(text, annotations());
		if (gold !== undefined) articles.push({ name, text, gold });
	}
	return articles;
}
