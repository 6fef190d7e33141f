import { basename } from 'node:path/posix';
import { errorReport } from '../core/agreement/errorReport.ts';
import { type GoldArticle, score, scoreJson, scoreTable } from '../core/agreement/score.ts';
import { judgedArticles, tables } from '../core/agreement/tables.ts';
import { analysing } from '../core/analysis/analyse.ts';
import { jsonDocument } from '../core/formats/jsonl.ts';
import { runSteps } from '../core/steps.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { evalConll } from './evalConll.ts';
import { goldArticles } from './goldArticles.ts';
import { outputTo } from './output.ts';
import { parseJson, readText } from './readOrRefuse.ts';
import { scheduler } from './scheduler.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** `isnad eval`. */
export const evalCommand: Command = {
	name: 'eval',
	summary: 'score suggestions against a gold standard',
	help: `isnad eval: score suggestions against a gold standard

usage: isnad eval GOLD [PREDICTIONS] [options]
       isnad eval GOLD.conll [PREDICTIONS.conll] [--model FILE] [--tables | --json]

GOLD is a corpus with sidecars (its articles marked done; what was adjudicated goes before what is common), or a folder with
X.txt and X.txt.json for each article, or a folder of YAML files, each with the path of its article under text. PREDICTIONS is
a file of lines as isnad suggest prints them, found again by the path in their id; without it the articles are read and
suggested for now.

Prints precision, recall and F1 (or the share that is right, and out of how many) of each part: entities by label, statements
by the overlap of their content, types, speakers, cues. Last comes one line of JSON.

GOLD.conll has a token a line, its form first and its tag last; PREDICTIONS.conll has the same tokens. Without it the tokens
are tagged for now. Prints precision, recall and F1 of exact spans by label, with 95 % intervals; with --tables also how many
of the names of each score are right.

  --errors        first show each statement that is missed, false or wrong in its place, content in [ ], cue in < >,
                  speaker in { }, and the names; then the tables of --tables
  --tables        first print statements by role, type, speaker, pattern, class of cue, length, folder and article, and
                  how many suggestions of each score are right
  --ci            add 95 % intervals (bootstrap by document, always the same draws)
  --texts FOLDER  where the articles of YAML files are; default GOLD
  --model FILE    tag with a model of isnad train instead of the one that ships
  --json          print one line of JSON only: figures, problems, intervals
  --help          print this

Missing and malformed predictions count as wrong and are listed; the exit code is then 1.
`,
	run: async (args, terminal) => {
		const { values, positionals } = readArguments(args, {
			ci: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
			errors: { type: 'boolean', default: false },
			tables: { type: 'boolean', default: false },
			texts: { type: 'string' },
			model: { type: 'string' },
		});
		const [folder, predictions, ...rest] = positionals;
		if (folder === undefined || rest.length > 0) {
			throw new UsageError('Name a folder with a gold standard and, if you like, a file with predictions');
		}
		if (folder.endsWith('.conll')) {
			if (values.json && values.tables) {
				throw new UsageError('--json goes without --tables');
			}
			return await evalConll(folder, predictions, values, terminal);
		}
		if (values.model !== undefined) {
			throw new UsageError('--model goes with a CoNLL file');
		}
		if (values.json && (values.errors || values.tables)) {
			throw new UsageError('--json goes without --errors and --tables');
		}
		return await evaluate(folder, predictions, values, terminal);
	},
};

interface Options {
	readonly ci: boolean;
	readonly json: boolean;
	readonly errors: boolean;
	readonly tables: boolean;
	readonly texts?: string | undefined;
}

async function evaluate(
	folder: string,
	predictions: string | undefined,
	{ ci, json, errors, tables: grouped, texts }: Options,
	terminal: Terminal,
): Promise<ExitCode> {
	const articles = await goldArticles(folder, texts);
	const predicted =
		predictions === undefined ? await suggestAll(articles) : await readPredictions(predictions, articles);
	const result = score(articles, predicted, { intervals: ci });
	const output = outputTo(terminal.stdout, () => undefined);
	if (errors) {
		for (const { article, names } of judgedArticles(articles, predicted)) {
			await output.write(errorReport(article, names));
		}
	}
	if (errors || grouped) {
		await output.write(`${tables(articles, predicted, { intervals: ci })}\n`);
	}
	await output.write(json ? scoreJson(result) : scoreTable(result));
	await output.flush();
	return result.problems.length > 0 ? 1 : 0;
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

/** By article: the last line whose id ends with the article's path. */
async function readPredictions(file: string, articles: readonly GoldArticle[]): Promise<ReadonlyMap<string, unknown>> {
	const names = new Map<string, string[]>();
	for (const { name } of articles) names.set(basename(name), [...(names.get(basename(name)) ?? []), name]);
	const predicted = new Map<string, unknown>();
	for (const [index, line] of (await readText(file)).split('\n').entries()) {
		if (line.trim() === '') continue;
		const record = parseJson(line, `${file}, line ${index + 1},`);
		const id = typeof record === 'object' && record !== null && 'id' in record ? record.id : undefined;
		if (typeof id !== 'string') {
			throw new UsageError(`${file}, line ${index + 1}, has no "id"`);
		}
		const path = `/${id.replaceAll('\\', '/')}`;
		for (const name of names.get(basename(path)) ?? []) {
			if (path.endsWith(`/${name}`)) predicted.set(name, record);
		}
	}
	return predicted;
}
