/**
 * Measures the model of names on five contiguous blocks of ANERcorp's training part: trained on four, scored on the fifth; whole,
 * and without each kind of evidence. `node --max-old-space-size=8000 --import ./build/hooks.ts build/lexicon/ablation.ts ../shared/data
 * [KIND]`; figures of docs/names.md. The table of words is that of the shipped model: it was made without ANERcorp's labels.
 */
import { conllTable, scoreConll } from '../../server/src/core/agreement/conllScore.ts';
import { defaultModel, favour } from '../../server/src/core/entities/model/defaultModel.ts';
import { taggerOf } from '../../server/src/core/entities/model/tagText.ts';
import { tagConll } from '../../server/src/core/formats/tagConll.ts';
import { type LearnOptions, learn } from '../../server/src/core/training/learn.ts';
import { anerBlocks, anerSentences, textsOf } from './aner.ts';
import { finish } from './finish.ts';
import { plainNews } from './news.ts';
import { recipe } from './recipe.ts';

const [data = '../shared/data', only] = process.argv.slice(2);

type Kind = Pick<LearnOptions, 'alone' | 'leftOut' | 'plain'>;

const never = () => false;
const words = (pattern: RegExp): Kind => ({
	alone: true,
	leftOut: { word: feature => pattern.test(feature), pair: never },
});
const pairs = (templates: readonly number[]): Kind => ({
	alone: true,
	leftOut: { word: never, pair: template => templates.includes(template) },
});

/**
 * The model that ships is trained as `whole` is. Single kinds of evidence are left out of models trained once, without self-training and
 * document pass: a minute each instead of ten. Features of words are told by the letters they begin with, see wordFeatures.ts.
 */
const kinds: Readonly<Record<string, Kind>> = {
	whole: { plain: only === undefined || only === 'whole' ? plainNews(data) : [] },
	'without self-training': {},
	once: { alone: true },
	'once, without word forms': words(/^[ws][\u0621-\u064a]/),
	'once, without first and last letters': words(/^r?[pe][\u0621-\u064a]/),
	'once, without clusters': words(/^[cC]\d/),
	'once, without rates of words in the news': words(/^(?:R\d|[ro]\d)/),
	'once, without rates of their places': words(/^x\d/),
	'once, without lists of name tokens': words(/^N\d/),
	"once, without the rules' tables": words(
		/^(?:n[-a-z]|W|G|H|title|weakTitle|office|speech|nationality|adjective|ordinary)/,
	),
	'once, without titles, offices, words of speech': {
		alone: true,
		leftOut: { word: feature => /^(?:title|weakTitle|office|speech)$/.test(feature), pair: template => template === 9 },
	},
	'once, without pairs of neighbours': pairs([1, 3, 4, 6, 8]),
	'once, without names of several words in the tables': pairs([10]),
	'once, without quotation marks': pairs([11]),
};

const shipped = defaultModel();
if (shipped === undefined) {
	throw new Error('The shipped model is damaged');
}
const table = shipped.model.words;
const sentences = anerSentences(data);
for (const [name, kind] of Object.entries(kinds).filter(([one]) => only === undefined || one === only)) {
	const tags: string[][] = [];
	const spread: string[] = [];
	for (const { train, test } of anerBlocks(sentences)) {
		const model = finish(learn(textsOf(train), recipe({ words: table, ...kind })));
		const found = finish(tagConll(test, taggerOf(model, { favour, once: kind.alone ?? false })));
		spread.push(((scoreConll(test, found).figures.get('all')?.[2] ?? 0) * 100).toFixed(1));
		tags.push(...found);
	}
	console.log(`${name}; F1 of the blocks ${spread.join(' ')}\n${conllTable(scoreConll(sentences, tags))}`);
}
