import type { Decoded } from '../entities/model/decode.ts';
import { elsewhereOf } from '../entities/model/elsewhere.ts';
import type { Provenance, SequenceModel } from '../entities/model/sequenceModel.ts';
import { tagsOfLabels } from '../entities/model/sequenceModel.ts';
import { type TokenStretch, taggerOf } from '../entities/model/tagText.ts';
import type { WordTable } from '../entities/model/wordTable.ts';
import type { Token } from '../text/tokens.ts';
import { calibrate, type Judged } from './calibrate.ts';
import { compileModel } from './compile.ts';
import { trainCrf } from './crf.ts';
import { examplesOf, type TaggedStretch } from './examples.ts';

/** A text to learn from: its tokens, its sentences, and a tag for each token (IOB2). */
export interface LearnedText {
	readonly tokens: readonly Token[];
	readonly stretches: readonly TokenStretch[];
	readonly tags: readonly string[];
}

export interface LearnOptions {
	readonly labels: readonly string[];
	readonly words: WordTable;
	readonly provenance: Provenance;
	readonly epochs: number;
	readonly seed: number;
	/** Parts into which the texts are cut for models that have not seen a part. */
	readonly folds: number;
	/** Leave out what is said elsewhere in the text. */
	readonly alone?: boolean;
}

export interface LearnReport {
	/** What is being trained, from 1; the last one is the model. */
	readonly round: number;
	readonly rounds: number;
	readonly epoch: number;
	readonly epochs: number;
	readonly loss: number;
}

const minimum = 3;
const rate = 0.1;
const l2 = 0.1;
const dropout = 0.5;

/**
 * Trains a model. First one model for each fold, on the others: what it says of texts it has not seen is the evidence from elsewhere
 * in the text for the last model, and calibrates the scores. Yields after each epoch; same texts and options, same model.
 */
export function* learn(texts: readonly LearnedText[], options: LearnOptions): Generator<LearnReport, SequenceModel> {
	const { folds, alone = false } = options;
	const tags = tagsOfLabels(options.labels);
	const plain = texts.map(text => stretchesOf(text, tags));
	const fold = foldsOf(texts, folds);
	const rounds = alone ? 1 : folds + 1;
	let items: TaggedStretch[] = plain.flat();
	const judged: Judged[] = [];
	if (!alone) {
		items = [];
		for (let k = 0; k < folds; k++) {
			const seen = plain.filter((_, at) => fold[at] !== k).flat();
			const model = yield* fit(seen, { ...options, epochs: Math.min(4, options.epochs) }, k + 1, rounds);
			for (const [at, text] of texts.entries()) {
				if (fold[at] === k) {
					items.push(...withStates(model, text, plain[at] ?? [], judged));
				}
			}
		}
	}
	const model = yield* fit(items, options, rounds, rounds);
	return { ...model, calibration: calibrate(judged, model.scale) };
}

function* fit(
	items: readonly TaggedStretch[],
	{ labels, words, provenance, epochs, seed }: LearnOptions,
	round: number,
	rounds: number,
): Generator<LearnReport, SequenceModel> {
	const { examples, hashes } = examplesOf(items, words, minimum);
	const many = tagsOfLabels(labels).length;
	const training = trainCrf(examples, { tags: many, features: hashes.length, epochs, rate, l2, dropout, seed });
	for (;;) {
		const step = training.next();
		if (step.done) {
			return compileModel(labels, hashes, step.value, words, provenance);
		}
		yield { round, rounds, epochs, ...step.value };
	}
}

function stretchesOf({ tokens, stretches, tags }: LearnedText, names: readonly string[]): TaggedStretch[] {
	return stretches.map(({ first, last }) => ({
		tokens: tokens.slice(first, last),
		tags: Uint8Array.from(tags.slice(first, last), tag => Math.max(0, names.indexOf(tag))),
	}));
}

/** Contiguous parts of about as many tokens. */
function foldsOf(texts: readonly LearnedText[], folds: number): number[] {
	const total = texts.reduce((sum, text) => sum + text.tokens.length, 0);
	let before = 0;
	return texts.map(text => {
		const fold = Math.min(folds - 1, Math.floor((before * folds) / Math.max(1, total)));
		before += text.tokens.length;
		return fold;
	});
}

/** The stretches of a text with what a model that has not seen it says of their words elsewhere in it. */
function withStates(
	model: SequenceModel,
	text: LearnedText,
	plain: readonly TaggedStretch[],
	judged: Judged[],
): TaggedStretch[] {
	const tagging = taggerOf(model, { once: true }).tag(text.tokens, text.stretches);
	let step = tagging.next();
	while (!step.done) {
		step = tagging.next();
	}
	const spans = step.value;
	const all = new Uint8Array(text.tokens.length);
	for (const span of spans) {
		const begin = model.tags.indexOf(`B-${span.label}`);
		all.fill(begin + 1, span.first, span.last);
		all[span.first] = begin;
		judged.push({ margin: span.margin, right: isRight(text.tags, span.first, span.last, span.label) });
	}
	const decoded: Pick<Decoded, 'tags'>[] = text.stretches.map(({ first, last }) => ({
		tags: all.subarray(first, last),
	}));
	const states = elsewhereOf(text.tokens, text.stretches, decoded);
	return plain.map((stretch, at) => ({
		...stretch,
		elsewhere: { states, tags: decoded[at]?.tags ?? new Uint8Array() },
	}));
}

function isRight(tags: readonly string[], first: number, last: number, label: string): boolean {
	for (let at = first; at < last; at++) {
		if (tags[at] !== `${at === first ? 'B' : 'I'}-${label}`) {
			return false;
		}
	}
	return tags[last] !== `I-${label}`;
}
