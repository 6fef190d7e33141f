import { findEntities } from '../../server/src/core/entities/findEntities.ts';
import type { ParsedText } from '../../server/src/core/text/parsed.ts';
import { newsArticles } from './news.ts';

/** Sums over the news, four for each word: of no name, of persons, places, bodies. */
export interface NewsNames {
	/** Words by number; marks and numbers among them, with a blank. */
	readonly keys: readonly string[];
	readonly seen: Int32Array;
	/** How often the rules took the word for part of a name. */
	readonly names: Float32Array;
	/** How probable a name was in its place, by the words before and behind it when others stand there. */
	readonly places: Float32Array;
}

/** Neighbours seen more often say the same with or without the word between them. */
const common = 5000;

/** Reads the news twice: what the rules take for names, then what the places of a word have in common. */
export function newsNames(data: string): NewsNames {
	const { keys, stream, labels } = readNews(data);
	const words = keys.length;
	const seen = new Int32Array(words);
	const names = new Float32Array(words * 4);
	const before = new Float32Array(words * 4);
	const after = new Float32Array(words * 4);
	const all = [0, 0, 0, 0];
	for (let i = 1; i + 1 < stream.length; i++) {
		const [left, word, right, label] = [stream[i - 1] ?? 0, stream[i] ?? 0, stream[i + 1] ?? 0, labels[i] ?? 0];
		seen[word] = (seen[word] ?? 0) + 1;
		if (word > 0) {
			add(names, word * 4 + label);
			add(before, left * 4 + label);
			add(after, right * 4 + label);
			all[label] = (all[label] ?? 0) + 1;
		}
	}
	seen[0] = stream.length;
	const leftPairs = new Map<number, number>();
	const rightPairs = new Map<number, number>();
	for (let i = 1; i + 1 < stream.length; i++) {
		const [left, word, right, label] = [stream[i - 1] ?? 0, stream[i] ?? 0, stream[i + 1] ?? 0, labels[i] ?? 0];
		if (word > 0) {
			count(leftPairs, seen, left, word, words, label);
			count(rightPairs, seen, right, word, words, label);
		}
	}
	const total = all.reduce((a, b) => a + b, 0);
	const places = new Float32Array(words * 4);
	const product = [0, 0, 0, 0];
	for (let i = 1; i + 1 < stream.length; i++) {
		const [left, word, right] = [stream[i - 1] ?? 0, stream[i] ?? 0, stream[i + 1] ?? 0];
		if (word === 0) {
			continue;
		}
		let sum = 0;
		for (let label = 0; label < 4; label++) {
			const prior = (all[label] ?? 0) / total;
			const one = (before[left * 4 + label] ?? 0) - (leftPairs.get((left * words + word) * 4 + label) ?? 0) + 5 * prior;
			const other =
				(after[right * 4 + label] ?? 0) - (rightPairs.get((right * words + word) * 4 + label) ?? 0) + 5 * prior;
			product[label] = (one * other) / prior;
			sum += product[label] ?? 0;
		}
		for (let label = 0; label < 4; label++) {
			add(places, word * 4 + label, (product[label] ?? 0) / sum);
		}
	}
	return { keys, seen, names, places };
}

function add(sums: Float32Array, at: number, more = 1): void {
	sums[at] = (sums[at] ?? 0) + more;
}

function count(
	pairs: Map<number, number>,
	seen: Int32Array,
	neighbour: number,
	word: number,
	words: number,
	label: number,
): void {
	if ((seen[neighbour] ?? 0) < common) {
		const key = (neighbour * words + word) * 4 + label;
		pairs.set(key, (pairs.get(key) ?? 0) + 1);
	}
}

const labelNames = ['PER', 'LOC', 'ORG'];

/** The news as word numbers, 0 between sentences, with the label of each word by the rules: 0 none. */
function readNews(data: string) {
	const numbers = new Map<string, number>([['\n', 0]]);
	const stream: number[] = [0];
	const labels: number[] = [0];
	for (const article of newsArticles(data)) {
		const label = labelsByRules(article);
		for (const { first, last } of article.sentences.flat()) {
			for (let at = first; at < last; at++) {
				const token = article.tokens[at];
				const key = token?.kind === 'word' ? token.key : `${token?.kind} ${token?.key}`;
				const number = numbers.get(key) ?? numbers.size;
				numbers.set(key, number);
				stream.push(number);
				labels.push(label[at] ?? 0);
			}
			stream.push(0);
			labels.push(0);
		}
	}
	return { keys: [...numbers.keys()], stream: Int32Array.from(stream), labels: Uint8Array.from(labels) };
}

function labelsByRules(article: ParsedText): Uint8Array {
	// Rules alone: a model must not learn from what a model said.
	const steps = findEntities(article, [], []);
	let step = steps.next();
	while (!step.done) {
		step = steps.next();
	}
	const labels = new Uint8Array(article.tokens.length);
	let next = 0;
	for (const [at, token] of article.tokens.entries()) {
		while ((step.value[next]?.span.end ?? Number.POSITIVE_INFINITY) <= token.start) {
			next += 1;
		}
		const entity = step.value[next];
		labels[at] = entity !== undefined && entity.span.start < token.end ? labelNames.indexOf(entity.label) + 1 : 0;
	}
	return labels;
}
