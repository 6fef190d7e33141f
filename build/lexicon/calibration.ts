/**
 * Measures what margins of the shipped model mean, and writes it into the model: how many names in a hundred are right, by label and
 * margin, of all names and of those that it adds to the rules' in articles. As the model has seen all of ANERcorp's training part, five
 * models of the same recipe are judged, each on the contiguous block it has not seen. Prints F1 of the blocks, and how well the scores hold
 * where one block is judged by the others.
 *
 * Run by hand after model.ts: `node --max-old-space-size=8000 --import ./build/hooks.ts build/lexicon/calibration.ts ../shared/data FOLDER`.
 * Models of blocks are kept in FOLDER, and used again.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { conllTable, scoreConll } from '../../server/src/core/agreement/conllScore.ts';
import { reliabilityTable } from '../../server/src/core/agreement/reliability.ts';
import { findEntities } from '../../server/src/core/entities/findEntities.ts';
import { defaultModel, favour, loadedModel } from '../../server/src/core/entities/model/defaultModel.ts';
import { readModel, writeModel } from '../../server/src/core/entities/model/modelFile.ts';
import {
	type Calibration,
	type SequenceModel,
	scoreOfMargin,
} from '../../server/src/core/entities/model/sequenceModel.ts';
import { type ConllSentence, conllDocuments, tagsOf } from '../../server/src/core/formats/readConll.ts';
import { tagConll } from '../../server/src/core/formats/tagConll.ts';
import { parseText } from '../../server/src/core/text/parsed.ts';
import { calibrate, type Judged } from '../../server/src/core/training/calibrate.ts';
import { isRight, judge, learn } from '../../server/src/core/training/learn.ts';
import { spansByModel } from '../../server/src/core/training/taughtTexts.ts';
import { anerBlocks, anerSentences, labels, textsOf } from './aner.ts';
import { finish } from './finish.ts';
import { plainNews } from './news.ts';
import { recipe } from './recipe.ts';

const [data = '../shared/data', folder = '.'] = process.argv.slice(2);
const target = 'server/src/core/lexicon/entities/model.tsv';
const shipped = defaultModel()?.model;
if (shipped === undefined) {
	throw new Error('The shipped model is damaged');
}
const { words, scale } = shipped;

function blockModel(train: readonly ConllSentence[], block: number): SequenceModel {
	const path = `${folder}/block${block}.model`;
	if (!existsSync(path)) {
		writeFileSync(path, writeModel(finish(learn(textsOf(train), recipe({ words, plain: plainNews(data) })))));
	}
	const model = readModel(readFileSync(path, 'utf8'));
	if (typeof model === 'string') {
		throw new Error(`${path} is no model: ${model}`);
	}
	return model;
}

/** Names in articles that the rules missed. Margins are read off scores: one hundredth for each half nat. */
function addedNames(model: SequenceModel, document: readonly ConllSentence[]): Judged[] {
	const steps: Calibration = labels.map(() => Array.from({ length: 24 }, (_, step) => step));
	const parsed = parseText(document.map(sentence => sentence.text).join('\n'));
	const tokens = parsed.tokens.filter(token => token.kind !== 'break');
	const tags = document.flatMap(tagsOf);
	const entities = finish(findEntities(parsed, [], [loadedModel({ ...model, added: steps })]));
	return entities
		.filter(({ evidence }) => evidence[0]?.startsWith('model'))
		.map(({ span, label, score }) => {
			const first = tokens.findIndex(token => token.end > span.start);
			const last = tokens.findLastIndex(token => token.start < span.end) + 1;
			return { label, margin: (Math.round(score * 100) * scale) / 2, right: isRight(tags, first, last, label) };
		});
}

/** How well scores hold where each block is scored by the others. */
function reliability(blocks: readonly (readonly Judged[])[]): string {
	const scored = blocks.flatMap((judged, block) => {
		const others = blocks.filter((_, at) => at !== block).flat();
		const model = { ...shippedModel, calibration: calibrate(others, labels, scale) };
		return judged.map(({ label, margin, right }) => ({ score: scoreOfMargin(model, label, margin), right }));
	});
	return reliabilityTable(scored);
}

const shippedModel: SequenceModel = shipped;
const sentences = anerSentences(data);
const tags: string[][] = [];
const all: Judged[][] = [];
const added: Judged[][] = [];
const spread: string[] = [];
for (const [block, { train, test }] of anerBlocks(sentences).entries()) {
	const model = blockModel(train, block);
	const found = finish(tagConll(test, loadedModel(model).tagger));
	spread.push(((scoreConll(test, found).figures.get('all')?.[2] ?? 0) * 100).toFixed(1));
	tags.push(...found);
	all.push(textsOf(test).flatMap(text => judge(spansByModel(model, text, { favour }), text.tags)));
	added.push(conllDocuments(test).flatMap(document => addedNames(model, document)));
}
console.log(`F1 of the blocks ${spread.join(' ')}\n${conllTable(scoreConll(sentences, tags))}`);
console.log(`all names\n${reliability(all)}\nnames added to the rules' in articles\n${reliability(added)}`);
const scores = { calibration: calibrate(all.flat(), labels, scale), added: calibrate(added.flat(), labels, scale) };
for (const [at, label] of labels.entries()) {
	console.log(`${label} all ${scores.calibration[at]?.join(' ')}\n${label} added ${scores.added[at]?.join(' ')}`);
}
writeFileSync(target, writeModel({ ...shipped, ...scores }));
