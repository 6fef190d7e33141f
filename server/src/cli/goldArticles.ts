import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readGold } from '../core/agreement/gold.ts';
import { readPlacedGold, textOfPlacedGold } from '../core/agreement/placedGold.ts';
import { recordGold } from '../core/agreement/recordGold.ts';
import type { GoldArticle } from '../core/agreement/score.ts';
import { readCorpusFile } from '../core/corpus/corpusFile.ts';
import { globMatcher } from '../core/corpus/globs.ts';
import { corpusPath, sidecarPath } from '../core/corpus/paths.ts';
import { openSidecar } from '../core/sidecar/session.ts';
import { decodeText } from '../core/text/decode.ts';
import { UsageError } from './command.ts';
import { decodeBytes } from './decodeBytes.ts';
import { whyUnreadable } from './textFiles.ts';

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
		? await corpusArticles(folder, paths)
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
async function corpusArticles(folder: string, paths: readonly string[]): Promise<readonly GoldArticle[]> {
	const corpus = readCorpusFile(await readText(join(folder, corpusPath))).value;
	const takes = globMatcher(corpus.include);
	const articles: GoldArticle[] = [];
	for (const name of paths.filter(path => takes(path) && !path.startsWith('annotations/'))) {
		const sidecars = [sidecarPath(name, 'gold', corpus.layout), sidecarPath(name, 'common', corpus.layout)];
		const sidecar = sidecars.find(path => path !== undefined && paths.includes(path));
		if (sidecar === undefined) continue;
		const bytes = await orUsage(join(folder, name), () => readFile(join(folder, name)));
		const { value: text, problems } = decodeText(bytes, decodeBytes, corpus.encoding);
		if (problems.length > 0) continue;
		const gold = recordGold(text, openSidecar(text, await readText(join(folder, sidecar))).annotations);
		if (gold !== undefined) articles.push({ name, text, gold });
	}
	return articles;
}

/** The decoded bytes of a file; a UsageError says why there are none. */
export async function readText(file: string): Promise<string> {
	const bytes = await orUsage(file, () => readFile(file));
	return decodeBytes(bytes, 'utf-8') ?? '';
}

/** `place` names what is parsed, should it be no JSON. */
export function parseJson(text: string, place: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new UsageError(`${place} is not JSON`);
	}
}

async function orUsage<T>(path: string, action: () => Promise<T>): Promise<T> {
	try {
		return await action();
	} catch (error) {
		throw new UsageError(`${path}: ${whyUnreadable(error)}`);
	}
}
