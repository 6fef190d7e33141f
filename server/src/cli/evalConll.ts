import { conllTable, scoreConll } from '../core/agreement/conllScore.ts';
import { reliabilityTable, type Scored } from '../core/agreement/reliability.ts';
import type { LoadedModel } from '../core/entities/model/defaultModel.ts';
import { scoreOfMargin } from '../core/entities/model/sequenceModel.ts';
import {
	type ConllSentence,
	conllDocuments,
	conllLabels,
	joinSentences,
	readConll,
	tagsOf,
} from '../core/formats/readConll.ts';
import { tagConll } from '../core/formats/tagConll.ts';
import { runSteps } from '../core/steps.ts';
import { judge } from '../core/training/learn.ts';
import { UsageError } from './command.ts';
import { readTextFile } from './conllFile.ts';
import { readModelFile } from './modelOption.ts';
import { scheduler } from './scheduler.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Scores a model, or another file's tags, against a CoNLL file: `isnad eval GOLD.conll [PREDICTIONS.conll]`. */
export async function evalConll(
	gold: string,
	predictions: string | undefined,
	{ json, tables, model }: { readonly json: boolean; readonly tables: boolean; readonly model?: string | undefined },
	terminal: Terminal,
): Promise<ExitCode> {
	const loaded = await readModelFile(model);
	// A model's own labels count too.
	const labels = new Map([...conllLabels, ...loaded.model.labels.map(label => [label, label] as const)]);
	const sentences = readConll(await readTextFile(gold), labels);
	if (!sentences.some(sentence => sentence.tokens.some(token => token.tag !== 'O'))) {
		throw new UsageError(`There are no tagged names in ${gold}`);
	}
	const scored: Scored[] = [];
	const tags =
		predictions === undefined
			? await suggestTags(sentences, loaded, scored)
			: await readTags(predictions, sentences, labels);
	const score = scoreConll(sentences, tags);
	terminal.stdout.write(
		json
			? `${JSON.stringify({ figures: Object.fromEntries(score.figures), intervals: Object.fromEntries(score.intervals) })}\n`
			: conllTable(score),
	);
	if (tables && predictions === undefined) {
		terminal.stdout.write(`\n${reliabilityTable(scored)}`);
	}
	return 0;
}

/** The tags a model gives; its names go to `scored`. */
async function suggestTags(
	sentences: readonly ConllSentence[],
	{ model, tagger }: LoadedModel,
	scored: Scored[],
): Promise<string[][]> {
	const state = { isCancellationRequested: false };
	const tags = await runSteps(tagConll(sentences, tagger), state, scheduler);
	for (const document of conllDocuments(sentences)) {
		const { tokens, stretches } = joinSentences(document);
		const wanted = document.flatMap(tagsOf);
		for (const { label, margin, right } of judge(
			(await runSteps(tagger.tag(tokens, stretches), state, scheduler)) ?? [],
			wanted,
		)) {
			scored.push({ score: scoreOfMargin(model, label, margin), right });
		}
	}
	return tags ?? [];
}

async function readTags(
	path: string,
	gold: readonly ConllSentence[],
	labels: ReadonlyMap<string, string>,
): Promise<string[][]> {
	const sentences = readConll(await readTextFile(path), labels);
	const differs = gold.findIndex((sentence, at) => sentence.tokens.length !== sentences[at]?.tokens.length);
	if (differs >= 0 || sentences.length !== gold.length) {
		throw new UsageError(`${path} has other tokens than the gold standard, from sentence ${Math.max(0, differs) + 1}`);
	}
	return sentences.map(sentence => sentence.tokens.map(token => token.tag));
}
