import { writeFile } from 'node:fs/promises';
import { writeModel } from '../core/entities/model/modelFile.ts';
import { tagsOfLabels } from '../core/entities/model/sequenceModel.ts';

import { runSteps } from '../core/steps.ts';
import { type LearnedText, learn } from '../core/training/learn.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { readModelFile } from './modelOption.ts';
import { reportTo } from './report.ts';
import { scheduler } from './scheduler.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { trainingTexts } from './trainingTexts.ts';

/** `isnad train`. */
export const trainCommand: Command = {
	name: 'train',
	summary: 'train a model of names on annotated texts',
	// A getter: the text stands below.
	get help() {
		return help;
	},
	run: (args, terminal) => train(readRequest(args), terminal),
};

const help = `isnad train: train a model of names on annotated texts

usage: isnad train SOURCE... --output FILE [options]

A SOURCE is a CoNLL file (a token a line, its form first and its tag last; .conll or .txt), or a corpus of Isnad, of which the
articles whose entities are done are read. Sources may be mixed.

  --output FILE    write the model there
  --labels LIST    labels to learn, such as PER,LOC,ORG (default: those)
  --name TEXT      what the model is called, and where it comes from
  --licence ID     under what terms it may be used, as an SPDX identifier; default: NOASSERTION
  --epochs N       how often the texts are gone through, 1 to 100; default 6
  --folds N        parts for models that have not seen a part, 2 to 10; default 5. They calibrate the scores
  --seed N         default 1. The same sources, options and seed give the same model
  --help           print this

What is known of words (clusters, rates in the news, lists of names) is taken from the model that ships with Isnad.
Names are tagged flat and as whole tokens. See docs/names.md.
`;

interface Request {
	readonly sources: readonly string[];
	readonly output: string;
	readonly labels: readonly string[];
	readonly name: string;
	readonly licence: string;
	readonly epochs: number;
	readonly folds: number;
	readonly seed: number;
}

function readRequest(args: readonly string[]): Request {
	const { values, positionals } = readArguments(args, {
		output: { type: 'string' },
		labels: { type: 'string', default: 'PER,LOC,ORG' },
		name: { type: 'string', default: 'A model of isnad train' },
		licence: { type: 'string', default: 'NOASSERTION' },
		epochs: { type: 'string', default: '6' },
		folds: { type: 'string', default: '5' },
		seed: { type: 'string', default: '1' },
	});
	if (positionals.length === 0 || values.output === undefined) {
		throw new UsageError('Name a CoNLL file or a corpus to learn from, and --output FILE');
	}
	const labels = values.labels.split(',').filter(label => label !== '');
	if (labels.length === 0 || labels.length > 24 || labels.some(label => !/^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(label))) {
		throw new UsageError('--labels takes one to 24 labels with commas between, such as PER,LOC,ORG');
	}
	return {
		sources: positionals,
		output: values.output,
		labels,
		name: values.name,
		licence: values.licence,
		epochs: numberIn(values.epochs, '--epochs', 1, 100),
		folds: numberIn(values.folds, '--folds', 2, 10),
		seed: numberIn(values.seed, '--seed', 1, 2 ** 31 - 1),
	};
}

function numberIn(text: string, option: string, least: number, most: number): number {
	const value = /^[0-9]{1,10}$/.test(text) ? Number(text) : -1;
	if (value < least || value > most) {
		throw new UsageError(`${option} takes a number from ${least} to ${most}`);
	}
	return value;
}

async function train(request: Request, terminal: Terminal): Promise<ExitCode> {
	const report = reportTo(terminal);
	const texts: LearnedText[] = [];
	for (const source of request.sources) {
		for await (const text of trainingTexts(source, request.labels, report.complain)) {
			texts.push(text);
		}
	}
	const known = new Set(tagsOfLabels(request.labels));
	const names = texts.flatMap(text => text.tags).filter(tag => tag.startsWith('B-') && known.has(tag)).length;
	if (names === 0) {
		throw new UsageError(`There are no names of ${request.labels.join(', ')} in these sources`);
	}
	terminal.stderr.write(`${texts.length} documents, ${names} names\n`);
	const { model: shipped } = await readModelFile(undefined);
	const steps = learn(texts, {
		...request,
		words: shipped.words,
		provenance: { name: request.name, licence: request.licence, attribution: request.sources.join(', ') },
	});
	const state = { isCancellationRequested: false };
	terminal.onInterrupt(() => {
		state.isCancellationRequested = true;
	});
	const model = await runSteps(
		(function* () {
			for (;;) {
				const step = steps.next();
				if (step.done) {
					return step.value;
				}
				const { round, rounds, epoch, epochs, loss } = step.value;
				terminal.stderr.write(`model ${round} of ${rounds}, epoch ${epoch} of ${epochs}: loss ${loss.toFixed(4)}\n`);
				yield;
			}
		})(),
		state,
		scheduler,
	);
	if (model === undefined) {
		return 130;
	}
	await writeFile(request.output, writeModel(model));
	return report.complaints > 0 ? 1 : 0;
}
