/**
 * Measures the model of names on five contiguous blocks of ANERcorp's training part: trained on four, scored on the fifth; whole, and
 * without each kind of evidence. `node --import ./build/hooks.ts build/lexicon/ablation.ts ../shared/data [KIND]`; figures of docs/names.md.
 * The table of words is that of the shipped model: it was made without ANERcorp's labels.
 */
import { readFileSync } from 'node:fs';
import { conllTable, scoreConll } from '../../server/src/core/agreement/conllScore.ts';
import { defaultModel, favour } from '../../server/src/core/entities/model/defaultModel.ts';
import { taggerOf } from '../../server/src/core/entities/model/tagText.ts';
import type { WordTable } from '../../server/src/core/entities/model/wordTable.ts';
import {
	type ConllSentence,
	conllDocuments,
	conllLabels,
	joinSentences,
	readConll,
	tagsOf,
} from '../../server/src/core/formats/readConll.ts';
import { tagConll } from '../../server/src/core/formats/tagConll.ts';
import { learn } from '../../server/src/core/training/learn.ts';

const [data = '../shared/data', only] = process.argv.slice(2);
const blocks = 5;

interface Kind {
	readonly name: string;
	readonly words: (table: WordTable) => WordTable;
	readonly alone: boolean;
}

const ratesAndFrequency = 0b111111111111;
const kinds: readonly Kind[] = [
	{ name: 'whole', words: table => table, alone: false },
	{ name: 'no document pass', words: table => table, alone: true },
	{
		name: 'no document pass, no clusters',
		words: table => ({ ...table, fine: table.fine.map(() => -1) }),
		alone: true,
	},
	{
		name: 'no document pass, no rates in the news',
		words: table => ({ ...table, rest: table.rest.map(rest => rest & ~ratesAndFrequency) }),
		alone: true,
	},
	{
		name: 'no document pass, no lists of name tokens',
		words: table => ({ ...table, rest: table.rest.map(rest => rest & ratesAndFrequency) }),
		alone: true,
	},
	{
		name: 'no document pass, none of the three',
		words: table => ({ ...table, fine: table.fine.map(() => -1), rest: table.rest.map(() => 0) }),
		alone: true,
	},
];

function finish<Step, Result>(steps: Generator<Step, Result>): Result {
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
}

function tagBlock(
	train: readonly ConllSentence[],
	test: readonly ConllSentence[],
	words: WordTable,
	alone: boolean,
): string[][] {
	const texts = conllDocuments(train).map(document => ({ ...joinSentences(document), tags: document.flatMap(tagsOf) }));
	const provenance = { name: '', licence: '', attribution: '' };
	const labels = ['PER', 'LOC', 'ORG'];
	const model = finish(learn(texts, { labels, words, provenance, epochs: 6, seed: 1, folds: 3, alone }));
	return finish(tagConll(test, taggerOf(model, { favour, once: alone })));
}

const shipped = defaultModel();
if (shipped === undefined) {
	throw new Error('The shipped model is damaged');
}
const sentences = readConll(readFileSync(`${data}/ner/anercorp-train.conll`, 'utf8'), conllLabels);
const total = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
let before = 0;
const blockOf = sentences.map(sentence => {
	const block = Math.min(blocks - 1, Math.floor((before * blocks) / total));
	before += sentence.tokens.length;
	return block;
});
for (const { name, words, alone } of kinds.filter(kind => only === undefined || kind.name === only)) {
	const tags: string[][] = [];
	const spread: string[] = [];
	for (let block = 0; block < blocks; block++) {
		const train = sentences.filter((_, at) => blockOf[at] !== block);
		const test = sentences.filter((_, at) => blockOf[at] === block);
		const found = tagBlock(train, test, words(shipped.model.words), alone);
		spread.push(((scoreConll(test, found).figures.get('all')?.[2] ?? 0) * 100).toFixed(1));
		tags.push(...found);
	}
	console.log(`${name}; F1 of the blocks ${spread.join(' ')}\n${conllTable(scoreConll(sentences, tags))}`);
}
