/**
 * Measures the model of names on five contiguous blocks of ANERcorp's training part: trained on four, scored on the fifth,
 * without each kind of evidence. `node --max-old-space-size=8000 --import ./build/hooks.ts build/lexicon/ablation.ts ../shared/data
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

const news = plainNews(data);
const never = () => false;
const withoutWords = (pattern: RegExp): Kind => ({
	plain: news,
	leftOut: { word: feature => pattern.test(feature), pair: never },
});
const withoutPairs = (templates: readonly number[]): Kind => ({
	plain: news,
	leftOut: { word: never, pair: template => templates.includes(template) },
});

/** What is left out. Features of words are told by the letters they begin with, see wordFeatures.ts. */
const kinds: Readonly<Record<string, Kind>> = {
	'self-training on articles': {},
	'the document pass': { plain: news, alone: true },
	'self-training and the document pass': { alone: true },
	'word forms': withoutWords(/^[ws](?![A-Za-z]*eak)/),
	'first and last letters': withoutWords(/^r?[pe][\u0621-\u064a]/),
	clusters: withoutWords(/^[cC]\d/),
	'rates of words in the news': withoutWords(/^(?:R\d|[ro]\d)/),
	'rates of their places': withoutWords(/^x\d/),
	'lists of name tokens': withoutWords(/^N\d/),
	"the rules' tables": withoutWords(/^(?:n|W|G|H|office|ordinary|adjective)|title|weakTitle|speech|nationality/),
	'triggers: titles and offices': {
		plain: news,
		leftOut: { word: feature => /^(?:title|weakTitle|office|speech)$/.test(feature), pair: template => template === 9 },
	},
	'pairs of neighbours': withoutPairs([1, 3, 4, 6, 8]),
	'names of several words in the tables': withoutPairs([10]),
	'quotation marks': withoutPairs([11]),
};

const shipped = defaultModel();
if (shipped === undefined) {
	throw new Error('The shipped model is damaged');
}
const { words } = shipped.model;
const sentences = anerSentences(data);
for (const [name, kind] of Object.entries(kinds).filter(([one]) => only === undefined || one === only)) {
	const tags: string[][] = [];
	const spread: string[] = [];
	for (const { train, test } of anerBlocks(sentences)) {
		const model = finish(learn(textsOf(train), recipe({ words, ...kind })));
		const found = finish(tagConll(test, taggerOf(model, { favour, once: kind.alone ?? false })));
		spread.push(((scoreConll(test, found).figures.get('all')?.[2] ?? 0) * 100).toFixed(1));
		tags.push(...found);
	}
	console.log(`without ${name}; F1 of the blocks ${spread.join(' ')}\n${conllTable(scoreConll(sentences, tags))}`);
}
