/**
 * Trains the model that ships, server/src/core/lexicon/entities/model.tsv, and the table of words inside it.
 *
 * Run by hand, where the data is, with calibration.ts behind it: first `build/lexicon/clusters.ts`, then
 * `node --max-old-space-size=8000 --import ./build/hooks.ts build/lexicon/model.ts ../shared/data CLUSTERS.tsv [OUT]`. Names are learned
 * from ANERcorp's training part, and from articles of the ANT corpus v2.1 that a first model tagged. Words' clusters and rates (how often
 * the rules take a word, and what stands in its places, for part of a name) come from the ANT corpus, words seen at least 5 times; name
 * tokens from Wikidata labels (CC0) and AKhateeb/arabic-names (MIT). Of words only hashes and small numbers are kept.
 */
import { writeFileSync } from 'node:fs';
import { writeModel } from '../../server/src/core/entities/model/modelFile.ts';
import { packWords } from '../../server/src/core/entities/model/wordTable.ts';
import { learn } from '../../server/src/core/training/learn.ts';
import { anerSentences, textsOf } from './aner.ts';
import { finish } from './finish.ts';
import { plainNews } from './news.ts';
import { recipe } from './recipe.ts';
import { wordFacts } from './wordFacts.ts';

const [data = '../shared/data', clusters = 'clusters.tsv', target = 'server/src/core/lexicon/entities/model.tsv'] =
	process.argv.slice(2);
const words = packWords(wordFacts(data, clusters));
const provenance = {
	name: 'Isnad names 2: PER, LOC, ORG, learned from ANERcorp (CAMeL Lab split, training part)',
	licence: 'CC-BY-SA-4.0',
	attribution:
		'ANERcorp: Yassine Benajiba, Paolo Rosso, José Miguel Benedí Ruiz (2007); split and corrections by Ossama Obeid and others, CAMeL Lab (2020)',
};
const texts = textsOf(anerSentences(data));
const options = recipe({ words, provenance, folds: 5, plain: plainNews(data) });
const model = finish(learn(texts, options), step => {
	process.stderr.write(
		`round ${step.round} of ${step.rounds}, epoch ${step.epoch} of ${step.epochs}: ${step.loss.toFixed(4)}\n`,
	);
});
writeFileSync(target, writeModel(model));
