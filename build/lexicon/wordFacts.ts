import { readFileSync } from 'node:fs';
import { noFacts, type Rates, rateStep, type WordFacts } from '../../server/src/core/entities/model/wordTable.ts';
import { matchKey } from '../../server/src/core/text/key.ts';
import { newsNames } from './newsNames.ts';

const minimumCount = 5;

/**
 * What is known of words: clusters (of clusters.ts), how often they are part of a name in Wikidata's labels (CC0) and
 * AKhateeb/arabic-names (MIT), how often the rules take them, and what stands in their places in the ANT corpus, for part of a name.
 */
export function wordFacts(data: string, clusters: string): Map<string, WordFacts> {
	const facts = new Map<string, WordFacts>();
	const add = (key: string, more: Partial<WordFacts>) => facts.set(key, { ...(facts.get(key) ?? noFacts), ...more });
	for (const line of lines(clusters)) {
		const [coarse = '0', fine = '0', words = ''] = line.split('\t');
		for (const word of words.split(' ').filter(one => one !== '')) {
			add(word, { coarse: Number(coarse), fine: Number(fine) });
		}
	}
	for (const [key, n] of nameTokens(data)) {
		if (n >= 2) {
			add(key, { listed: n < 5 ? 1 : n < 50 ? 2 : 3 });
		}
	}
	const { keys, seen, names, places } = newsNames(data);
	for (const [word, key] of keys.entries()) {
		const n = seen[word] ?? 0;
		if (n >= minimumCount && /^[^ \n]+$/.test(key)) {
			const rates = (sums: Float32Array): Rates => {
				const [person = 0, place = 0, body = 0] = [1, 2, 3].map(label =>
					rateStep((sums[word * 4 + label] ?? 0) / (n + 0.5)),
				);
				return [person, place, body];
			};
			const frequency = [10, 50, 500, 5000].filter(step => n >= step).length + 1;
			add(key, { rates: rates(names), places: rates(places), frequency });
		}
	}
	return facts;
}

function nameTokens(data: string): Map<string, number> {
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

function lines(path: string): string[] {
	return readFileSync(path, 'utf8')
		.split('\n')
		.filter(line => line !== '');
}
