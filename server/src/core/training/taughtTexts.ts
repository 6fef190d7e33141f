import type { TaggedSpan } from '../entities/model/decode.ts';
import { elsewhereOf } from '../entities/model/elsewhere.ts';
import type { SequenceModel } from '../entities/model/sequenceModel.ts';
import { type TaggerOptions, type TokenStretch, taggerOf } from '../entities/model/tagText.ts';
import type { TaggedStretch } from './examples.ts';
import type { PlainText } from './learn.ts';

/** More names than a model is sure of: what it lacks is recall. In nats. */
const favour = 0.3;

/** The names a model finds in a text, all at once. */
export function spansByModel(model: SequenceModel, text: PlainText, options: TaggerOptions): TaggedSpan[] {
	const steps = taggerOf(model, options).tag(text.tokens, text.stretches);
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
}

/** Stretches of a text with what a model says of their words elsewhere in it: `spans` are what it finds at the first look. */
export function stretchesWithStates(
	text: PlainText,
	stretches: readonly TaggedStretch[],
	spans: readonly TaggedSpan[],
	names: readonly string[],
): TaggedStretch[] {
	const tags = tagsBySpans(spans, text.tokens.length, names);
	const decoded = text.stretches.map(({ first, last }) => ({ tags: tags.subarray(first, last) }));
	const states = elsewhereOf(text.tokens, text.stretches, decoded);
	return stretches.map((stretch, at) => ({
		...stretch,
		elsewhere: { states, tags: decoded[at]?.tags ?? new Uint8Array() },
	}));
}

/** Stretches of a text nobody annotated, with the tags a model gives them. */
export function stretchesByModel(model: SequenceModel, text: PlainText, alone: boolean): TaggedStretch[] {
	const found = spansByModel(model, text, { once: alone, favour });
	const tags = tagsBySpans(found, text.tokens.length, model.tags);
	const stretches = text.stretches.map(({ first, last }: TokenStretch) => ({
		tokens: text.tokens.slice(first, last),
		tags: tags.subarray(first, last),
	}));
	return alone
		? stretches
		: stretchesWithStates(text, stretches, spansByModel(model, text, { once: true }), model.tags);
}

function tagsBySpans(spans: readonly TaggedSpan[], length: number, names: readonly string[]): Uint8Array {
	const tags = new Uint8Array(length);
	for (const { first, last, label } of spans) {
		const begin = names.indexOf(`B-${label}`);
		tags.fill(begin + 1, first, last);
		tags[first] = begin;
	}
	return tags;
}
