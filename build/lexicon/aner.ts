import { readFileSync } from 'node:fs';
import {
	type ConllSentence,
	conllDocuments,
	conllLabels,
	joinSentences,
	readConll,
	tagsOf,
} from '../../server/src/core/formats/readConll.ts';
import type { LearnedText } from '../../server/src/core/training/learn.ts';

export const labels = ['PER', 'LOC', 'ORG'];

/** A contiguous fifth of ANERcorp's training part, and the rest. */
export interface Block {
	readonly test: readonly ConllSentence[];
	readonly train: readonly ConllSentence[];
}

export function anerSentences(data: string): ConllSentence[] {
	return readConll(readFileSync(`${data}/ner/anercorp-train.conll`, 'utf8'), conllLabels);
}

/** Five blocks of as many tokens, in the corpus's order. */
export function anerBlocks(sentences: readonly ConllSentence[], many = 5): Block[] {
	const total = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
	let before = 0;
	const blockOf = sentences.map(sentence => {
		const block = Math.min(many - 1, Math.floor((before * many) / total));
		before += sentence.tokens.length;
		return block;
	});
	return Array.from({ length: many }, (_, block) => ({
		test: sentences.filter((_one, at) => blockOf[at] === block),
		train: sentences.filter((_one, at) => blockOf[at] !== block),
	}));
}

/** Texts to learn from: parts of twenty sentences, as the corpus does not say where articles begin. */
export function textsOf(sentences: readonly ConllSentence[]): LearnedText[] {
	return conllDocuments(sentences).map(document => ({ ...joinSentences(document), tags: document.flatMap(tagsOf) }));
}
