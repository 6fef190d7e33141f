import type { Token } from '../../text/tokens.ts';
import { type Decoded, decode, spansOfTags, type TaggedSpan } from './decode.ts';
import { type Elsewhere, elsewhereOf, stateHashes } from './elsewhere.ts';
import { rowOf } from './featureIndex.ts';
import { splitJoined } from './joinedNames.ts';
import { observePairs, reach } from './observe.ts';
import type { SequenceModel } from './sequenceModel.ts';
import { edgeEntry, type WordEntry, wordEntry } from './wordEntries.ts';

/** Token indexes, half-open. */
export interface TokenStretch {
	readonly first: number;
	readonly last: number;
}

/** Tags texts with one model. */
export interface Tagger {
	/** Names of a text by its stretches. Twice over: the second time with what the first found elsewhere. Yields after at most 2,000 tokens. */
	tag(tokens: readonly Token[], stretches: readonly TokenStretch[]): Generator<void, TaggedSpan[]>;
}

export interface TaggerOptions {
	/** Leave out the second pass. */
	readonly once?: boolean;
	/** Added to the scores of all tags but O, in nats: more names, less sure ones. */
	readonly favour?: number;
}

/** A tagger of a model. */
export function taggerOf(model: SequenceModel, { once = false, favour = 0 }: TaggerOptions = {}): Tagger {
	const edge = edgeEntry(model);
	const bonus = Math.round(favour * model.scale);
	return {
		*tag(tokens, stretches) {
			const scored: Int32Array[] = [];
			const decoded: Decoded[] = [];
			let sinceYield = 0;
			for (const { first, last } of stretches) {
				const scores = scoresOf(model, tokens, first, last, edge, bonus);
				scored.push(scores);
				decoded.push(decode(model, scores, last - first));
				sinceYield += last - first;
				if (sinceYield > 1000) {
					sinceYield = 0;
					yield;
				}
			}
			const elsewhere = once ? undefined : elsewhereOf(tokens, stretches, decoded);
			yield;
			const spans: TaggedSpan[] = [];
			for (const [index, stretch] of stretches.entries()) {
				const before = decoded[index];
				const scores = scored[index];
				if (before === undefined || scores === undefined) {
					continue;
				}
				const again = elsewhere !== undefined && addStates(model, elsewhere, tokens, stretch, before, scores);
				const after = again ? decode(model, scores, stretch.last - stretch.first) : before;
				for (const span of spansOfTags(model, after, stretch.first)) {
					spans.push(...splitJoined(tokens, model.words, span));
				}
				sinceYield += again ? stretch.last - stretch.first : 0;
				if (sinceYield > 1000) {
					sinceYield = 0;
					yield;
				}
			}
			return spans;
		},
	};
}

function scoresOf(
	model: SequenceModel,
	tokens: readonly Token[],
	first: number,
	last: number,
	edge: WordEntry,
	bonus: number,
): Int32Array {
	const many = model.tags.length;
	const length = last - first;
	const scores = new Int32Array(length * many);
	const words: WordEntry[] = [];
	for (let i = first; i < last; i++) {
		const token = tokens[i];
		words.push(token === undefined ? edge : wordEntry(model, token));
	}
	for (let i = 0; i < length; i++) {
		const at = i * many;
		for (let distance = -reach; distance <= reach; distance++) {
			const word = (words[i + distance] ?? edge).scores;
			const row = (distance + reach) * many;
			for (let y = 0; y < many; y++) {
				scores[at + y] = (scores[at + y] as number) + (word[row + y] as number);
			}
		}
		for (let y = 1; y < many && bonus !== 0; y++) {
			scores[at + y] = (scores[at + y] as number) + bonus;
		}
	}
	observePairs(
		tokens,
		first,
		last,
		words.map(word => word.facts),
		(i, hash) => addRow(model, scores, i, hash),
	);
	return scores;
}

function addRow(model: SequenceModel, scores: Int32Array, i: number, hash: number): void {
	const row = rowOf(model.features, hash);
	if (row < 0) {
		return;
	}
	const many = model.tags.length;
	for (let y = 0; y < many; y++) {
		scores[i * many + y] = (scores[i * many + y] as number) + (model.emission[row * many + y] as number);
	}
}

/** Adds what is known from elsewhere to a stretch's scores; answers whether there was anything that could change its tags. */
function addStates(
	model: SequenceModel,
	elsewhere: Elsewhere,
	tokens: readonly Token[],
	{ first, last }: TokenStretch,
	before: Decoded,
	scores: Int32Array,
): boolean {
	if (!elsewhere.matters(tokens, first, last, before.tags)) {
		return false;
	}
	for (let i = first; i < last; i++) {
		const token = tokens[i];
		if (token?.kind === 'word') {
			const state = elsewhere.state(token.key, before.tags[i - first] as number);
			for (const hash of state === 0 ? [] : stateHashes(state, wordEntry(model, token).facts.kind)) {
				addRow(model, scores, i - first, hash);
			}
		}
	}
	return true;
}
