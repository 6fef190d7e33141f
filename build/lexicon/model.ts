/**
 * Trains the model that ships, server/src/core/lexicon/entities/model.tsv, and the table of words inside it.
 *
 * Run by hand, where the data is: first `build/lexicon/clusters.ts`, then
 * `node --import ./build/hooks.ts build/lexicon/model.ts ../shared/data CLUSTERS.tsv [OUT]`. Names are learned from ANERcorp's training
 * part; words' clusters and rates (how often the rules take a word for part of a name) come from the ANT corpus v2.1, words seen at
 * least 10 times; name tokens from Wikidata labels (CC0) and AKhateeb/arabic-names (MIT). Of words only hashes and small numbers are kept.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { findEntities } from '../../server/src/core/entities/findEntities.ts';
import { writeModel } from '../../server/src/core/entities/model/modelFile.ts';
import { noFacts, packWords, type WordFacts } from '../../server/src/core/entities/model/wordTable.ts';
import {
	conllDocuments,
	conllLabels,
	joinSentences,
	readConll,
	tagsOf,
} from '../../server/src/core/formats/readConll.ts';
import { matchKey } from '../../server/src/core/text/key.ts';
import { parseText } from '../../server/src/core/text/parsed.ts';
import { learn } from '../../server/src/core/training/learn.ts';

const [data = '../shared/data', clusters = 'clusters.tsv', target = 'server/src/core/lexicon/entities/model.tsv'] =
	process.argv.slice(2);
const labels = ['PER', 'LOC', 'ORG'];
const minimumCount = 10;

const lines = (path: string) =>
	readFileSync(path, 'utf8')
		.split('\n')
		.filter(line => line !== '');

/** Last value of a generator that is run to its end; what it yields goes to `seen`. */
function finish<Step, Result>(steps: Generator<Step, Result>, seen: (step: Step) => void = () => undefined): Result {
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
		seen(step.value);
	}
}

function wordFacts(): Map<string, WordFacts> {
	const facts = new Map<string, WordFacts>();
	const add = (key: string, more: Partial<WordFacts>) => facts.set(key, { ...(facts.get(key) ?? noFacts), ...more });
	for (const line of lines(clusters)) {
		const [coarse = '0', fine = '0', words = ''] = line.split('\t');
		for (const word of words.split(' ').filter(one => one !== '')) {
			add(word, { coarse: Number(coarse), fine: Number(fine) });
		}
	}
	for (const [key, n] of nameTokens()) {
		if (n >= 2) {
			add(key, { listed: n < 5 ? 1 : n < 50 ? 2 : 3 });
		}
	}
	for (const [key, [n, ...counts]] of namesInNews()) {
		if (n >= minimumCount) {
			const rate = (count: number) => bucket(count / n);
			add(key, {
				rates: [rate(counts[0]), rate(counts[1]), rate(counts[2])],
				frequency: n < 50 ? 2 : n < 500 ? 3 : 4,
			});
		}
	}
	return facts;
}

function bucket(share: number): number {
	return share < 0.01 ? 0 : share < 0.05 ? 1 : share < 0.2 ? 2 : share < 0.5 ? 3 : share < 0.8 ? 4 : 5;
}

function nameTokens(): Map<string, number> {
	const counts = new Map<string, number>();
	const add = (key: string, n: number) => counts.set(key, (counts.get(key) ?? 0) + n);
	for (const line of lines(`${data}/names/wikidata-person-tokens.tsv`)) {
		const [word = '', n = '0'] = line.split('\t');
		add(matchKey(word), Number(n));
	}
	for (const file of ['arabic-first-names', 'arabic-family-names']) {
		for (const key of lines(`${data}/names/${file}.txt`).map(matchKey)) {
			if (!key.includes(' ')) {
				add(key, 20);
			}
		}
	}
	return counts;
}

/** By word: how often it was seen, and how often the rules took it for part of a person's, place's, body's name. */
function namesInNews(): Map<string, [number, number, number, number]> {
	const counts = new Map<string, [number, number, number, number]>();
	for (const line of gunzipSync(readFileSync(`${data}/news/ant-2018.jsonl.gz`))
		.toString('utf8')
		.split('\n')) {
		if (line === '') {
			continue;
		}
		const article = JSON.parse(line) as { readonly title: string; readonly text: string };
		const parsed = parseText(`${article.title}\n${article.text}`);
		const entities = finish(findEntities(parsed, []));
		let next = 0;
		for (const token of parsed.tokens) {
			if (token.kind !== 'word') {
				continue;
			}
			while (next < entities.length && (entities[next]?.span.end ?? 0) <= token.start) {
				next += 1;
			}
			const entity = entities[next];
			const row = counts.get(token.key) ?? [0, 0, 0, 0];
			row[0] += 1;
			const column = entity !== undefined && entity.span.start < token.end ? labels.indexOf(entity.label) + 1 : 0;
			if (column > 0) {
				row[column] = (row[column] ?? 0) + 1;
			}
			counts.set(token.key, row);
		}
	}
	return counts;
}

const words = packWords(wordFacts());
const sentences = readConll(readFileSync(`${data}/ner/anercorp-train.conll`, 'utf8'), conllLabels);
const texts = conllDocuments(sentences).map(document => ({
	...joinSentences(document),
	tags: document.flatMap(tagsOf),
}));
const provenance = {
	name: 'Isnad names 1: PER, LOC, ORG, learned from ANERcorp (CAMeL Lab split, training part)',
	licence: 'CC-BY-SA-4.0',
	attribution:
		'ANERcorp: Yassine Benajiba, Paolo Rosso, José Miguel Benedí Ruiz (2007); split and corrections by Ossama Obeid and others, CAMeL Lab (2020)',
};
const model = finish(learn(texts, { labels, words, provenance, epochs: 6, seed: 1, folds: 5 }), step => {
	process.stderr.write(
		`round ${step.round} of ${step.rounds}, epoch ${step.epoch} of ${step.epochs}: ${step.loss.toFixed(4)}\n`,
	);
});
writeFileSync(target, writeModel(model));
