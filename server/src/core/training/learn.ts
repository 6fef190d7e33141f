import { favour } from '../entities/model/defaultModel.ts';
import type { Provenance, SequenceModel } from '../entities/model/sequenceModel.ts';
import { tagsOfLabels } from '../entities/model/sequenceModel.ts';
import type { TokenStretch } from '../entities/model/tagText.ts';
import type { WordTable } from '../entities/model/wordTable.ts';
import type { Token } from '../text/tokens.ts';
import { calibrate, type Judged } from './calibrate.ts';
import { compileModel } from './compile.ts';
import { trainCrf } from './crf.ts';
import { examplesOf, type LeftOut, type TaggedStretch } from './examples.ts';
import { spansByModel, stretchesByModel, stretchesWithStates } from './taughtTexts.ts';

/** A text without tags: its tokens and its sentences. */
export interface PlainText {
	readonly tokens: readonly Token[];
	readonly stretches: readonly TokenStretch[];
}

/** A text to learn from: its tokens, its sentences, and a tag for each token (IOB2). */
export interface LearnedText extends PlainText {
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
	/** Texts nobody annotated: a first model tags them, and the next ones learn from them too. */
	readonly plain?: readonly PlainText[];
	/** Leave out what is said elsewhere in the text. */
	readonly alone?: boolean;
	/** Leave out these features. */
	readonly leftOut?: LeftOut;
}

export interface LearnReport {
	/** What is being trained, from 1; the last one is the model. */
	readonly round: number;
	readonly rounds: number;
	readonly epoch: number;
	readonly epochs: number;
	/** Mean negative log-likelihood of a token, in nats. */
	readonly loss: number;
}

const minimum = 3;
const rate = 0.1;
const l2 = 0.1;
const dropout = 0.5;

/** Features of the last model whose weights are all below this are left out, in 32nds of a nat: half of them, which change next to nothing. */
const smallest = 3;

/** Times that plain texts are tagged and learned from. */
const lessons = 2;

/** Annotated texts count for so much where plain texts are learned from too. */
const repeats = 2;

/**
 * Trains a model. First one model for each fold, on the others: what it says of texts it has not seen is the evidence from elsewhere
 * in the text for the next models, and calibrates the scores. Then, with plain texts, two rounds of self-training (Yarowsky 1995): a
 * model tags them, and the next one learns from them and from the annotated texts, these counted twice. What the words and places of
 * the plain texts have in common with the annotated ones comes to weigh on its own, and the whims of a single training even out.
 * Yields after each epoch; same texts and options, same model.
 */
export function* learn(texts: readonly LearnedText[], options: LearnOptions): Generator<LearnReport, SequenceModel> {
	const { folds, alone = false, plain = [], epochs } = options;
	const tags = tagsOfLabels(options.labels);
	const annotated = texts.map(text => stretchesOf(text, tags));
	const fold = foldsOf(texts, folds);
	const rounds = (alone ? 0 : folds) + (plain.length > 0 ? lessons : 0) + 1;
	let round = 0;
	let items: TaggedStretch[] = annotated.flat();
	const judged: Judged[] = [];
	if (!alone) {
		items = [];
		for (let k = 0; k < folds; k++) {
			const seen = annotated.filter((_, at) => fold[at] !== k).flat();
			const model = yield* fit(seen, { ...options, epochs: Math.min(4, epochs) }, ++round, rounds);
			for (const [at, text] of texts.entries()) {
				if (fold[at] === k) {
					const spans = spansByModel(model, text, { once: true });
					judged.push(...judge(spansByModel(model, text, { once: true, favour }), text.tags));
					items.push(...stretchesWithStates(text, annotated[at] ?? [], spans, model.tags));
				}
			}
		}
	}
	let model = yield* fit(items, options, ++round, rounds);
	for (let lesson = 1; plain.length > 0 && lesson <= lessons; lesson++) {
		const taught = plain.flatMap(text => stretchesByModel(model, text, alone));
		const all = [...Array.from({ length: repeats }, () => items).flat(), ...taught];
		const again = { ...options, epochs: Math.max(1, epochs - 1), seed: options.seed + lesson - 1 };
		model = yield* fit(all, again, ++round, rounds);
	}
	const calibration = calibrate(judged, options.labels, model.scale);
	return { ...model, calibration, added: calibration };
}

/** Names that were found, by whether they are right. */
export function judge(spans: ReturnType<typeof spansByModel>, tags: readonly string[]): Judged[] {
	return spans.map(({ label, margin, first, last }) => ({ label, margin, right: isRight(tags, first, last, label) }));
}

function* fit(
	items: readonly TaggedStretch[],
	{ labels, words, provenance, epochs, seed, leftOut }: LearnOptions,
	round: number,
	rounds: number,
): Generator<LearnReport, SequenceModel> {
	const { examples, hashes } = examplesOf(items, words, minimum, leftOut);
	const many = tagsOfLabels(labels).length;
	const training = trainCrf(examples, { tags: many, features: hashes.length, epochs, rate, l2, dropout, seed });
	for (;;) {
		const step = training.next();
		if (step.done) {
			return compileModel(labels, hashes, step.value, words, provenance, round === rounds ? smallest : 1);
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

/** Whether just these tokens are a name of this label. */
export function isRight(tags: readonly string[], first: number, last: number, label: string): boolean {
	for (let at = first; at < last; at++) {
		if (tags[at] !== `${at === first ? 'B' : 'I'}-${label}`) {
			return false;
		}
	}
	return tags[last] !== `I-${label}`;
}
