import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readGold } from '../core/agreement/gold.ts';
import { type GoldArticle, score, scoreJson, scoreTable } from '../core/agreement/score.ts';
import { analysing } from '../core/analysis/analyse.ts';
import { jsonDocument } from '../core/formats/jsonl.ts';
import { runSteps } from '../core/steps.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { decodeBytes } from './decodeBytes.ts';
import { outputTo } from './output.ts';
import { scheduler } from './scheduler.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { whyUnreadable } from './textFiles.ts';

/** `isnad eval`. */
export const evalCommand: Command = {
	name: 'eval',
	summary: 'score suggestions against a gold standard',
	help: `isnad eval: score suggestions against a gold standard

usage: isnad eval GOLD [PREDICTIONS] [options]

GOLD is a folder with X.txt and X.txt.json for each article. PREDICTIONS is a file of lines as isnad suggest prints them,
found again by the file name in their id; without it the articles are read and suggested for now.

Prints precision, recall and F1 (or the share that is right, and out of how many) of each part: entities by label, statements
by the overlap of their content, types, speakers, cues. Last comes one line of JSON.

  --ci      add 95 % intervals (bootstrap by document, always the same draws)
  --json    print one line of JSON only: figures, problems, intervals
  --help    print this

Missing and malformed predictions count as wrong and are listed; the exit code is then 1.
`,
	run: async (args, terminal) => {
		const { values, positionals } = readArguments(args, {
			ci: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
		});
		const [folder, predictions, ...rest] = positionals;
		if (folder === undefined || rest.length > 0) {
			throw new UsageError('Name a folder with a gold standard and, if you like, a file with predictions');
		}
		return await evaluate(folder, predictions, values, terminal);
	},
};

async function evaluate(
	folder: string,
	predictions: string | undefined,
	{ ci, json }: { readonly ci: boolean; readonly json: boolean },
	terminal: Terminal,
): Promise<ExitCode> {
	const articles = await readArticles(folder);
	const predicted = predictions === undefined ? await suggestAll(articles) : await readPredictions(predictions);
	const result = score(articles, predicted, { intervals: ci });
	const output = outputTo(terminal.stdout, () => undefined);
	await output.write(json ? scoreJson(result) : scoreTable(result));
	await output.flush();
	return result.problems.length > 0 ? 1 : 0;
}

async function readArticles(folder: string): Promise<readonly GoldArticle[]> {
	const names = await orUsage(folder, () => readdir(folder));
	const articles: GoldArticle[] = [];
	for (const file of names.filter(name => name.endsWith('.txt.json')).sort()) {
		const gold = readGold(parse(await readText(join(folder, file)), join(folder, file)));
		if (typeof gold === 'string') {
			throw new UsageError(`${join(folder, file)} is no gold annotation: ${gold} is missing or malformed`);
		}
		const name = file.slice(0, -'.json'.length);
		articles.push({ name, text: await readText(join(folder, name)), gold });
	}
	if (articles.length === 0) {
		throw new UsageError(`There is no gold annotation (X.txt.json) in ${folder}`);
	}
	return articles;
}

async function suggestAll(articles: readonly GoldArticle[]): Promise<ReadonlyMap<string, unknown>> {
	const predicted = new Map<string, unknown>();
	for (const { name, text } of articles) {
		const analysis = await runSteps(analysing(text), { isCancellationRequested: false }, scheduler);
		if (analysis !== undefined) {
			predicted.set(name, jsonDocument(name, text, analysis));
		}
	}
	return predicted;
}

async function readPredictions(file: string): Promise<ReadonlyMap<string, unknown>> {
	const predicted = new Map<string, unknown>();
	for (const [index, line] of (await readText(file)).split('\n').entries()) {
		if (line.trim() === '') continue;
		const record = parse(line, `${file}, line ${index + 1},`);
		const id = typeof record === 'object' && record !== null && 'id' in record ? record.id : undefined;
		if (typeof id !== 'string') {
			throw new UsageError(`${file}, line ${index + 1}, has no "id"`);
		}
		predicted.set(basename(id), record);
	}
	return predicted;
}

async function readText(file: string): Promise<string> {
	const bytes = await orUsage(file, () => readFile(file));
	return decodeBytes(bytes, 'utf-8') ?? '';
}

function parse(text: string, place: string): unknown {
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
