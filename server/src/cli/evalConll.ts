import { conllTable, scoreConll } from '../core/agreement/conllScore.ts';
import { type ConllSentence, conllLabels, readConll } from '../core/formats/readConll.ts';
import { tagConll } from '../core/formats/tagConll.ts';
import { runSteps } from '../core/steps.ts';
import { UsageError } from './command.ts';
import { readTextFile } from './conllFile.ts';
import { readModelFile } from './modelOption.ts';
import { scheduler } from './scheduler.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Scores a model, or another file's tags, against a CoNLL file: `isnad eval GOLD.conll [PREDICTIONS.conll]`. */
export async function evalConll(
	gold: string,
	predictions: string | undefined,
	{ json, model }: { readonly json: boolean; readonly model?: string | undefined },
	terminal: Terminal,
): Promise<ExitCode> {
	const sentences = readConll(await readTextFile(gold), conllLabels);
	if (!sentences.some(sentence => sentence.tokens.some(token => token.tag !== 'O'))) {
		throw new UsageError(`There are no tagged names in ${gold}`);
	}
	const tags = predictions === undefined ? await suggestTags(sentences, model) : await readTags(predictions, sentences);
	const score = scoreConll(sentences, tags);
	terminal.stdout.write(
		json
			? `${JSON.stringify({ figures: Object.fromEntries(score.figures), intervals: Object.fromEntries(score.intervals) })}\n`
			: conllTable(score),
	);
	return 0;
}

async function suggestTags(sentences: readonly ConllSentence[], model: string | undefined): Promise<string[][]> {
	const { tagger } = await readModelFile(model);
	const tags = await runSteps(tagConll(sentences, tagger), { isCancellationRequested: false }, scheduler);
	return tags ?? [];
}

async function readTags(path: string, gold: readonly ConllSentence[]): Promise<string[][]> {
	const sentences = readConll(await readTextFile(path), conllLabels);
	const differs = gold.findIndex((sentence, at) => sentence.tokens.length !== sentences[at]?.tokens.length);
	if (differs >= 0 || sentences.length !== gold.length) {
		throw new UsageError(`${path} has other tokens than the gold standard, from sentence ${Math.max(0, differs) + 1}`);
	}
	return sentences.map(sentence => sentence.tokens.map(token => token.tag));
}
