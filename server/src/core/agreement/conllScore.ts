import type { ConllSentence } from '../formats/readConll.ts';
import { conllDocuments } from '../formats/readConll.ts';
import type { Counts } from './count.ts';
import { bootstrapIntervals, type Figures, figures } from './figures.ts';

/** Exact-span figures of tags against a CoNLL file. */
export interface ConllScore {
	/** precision, recall, F1 of `all` and of each label. */
	readonly figures: Figures;
	/** 95 % of the F1, drawn by document (or part of twenty sentences). */
	readonly intervals: ReadonlyMap<string, readonly [number, number]>;
}

/** Scores tags, one list a sentence. A name counts as right when its label, first and last token are. */
export function scoreConll(gold: readonly ConllSentence[], tags: readonly (readonly string[])[]): ConllScore {
	const counts: Counts[] = [];
	let at = 0;
	for (const document of conllDocuments(gold)) {
		const rows = new Map<string, [number, number, number]>([['all', [0, 0, 0]]]);
		for (const sentence of document) {
			countSentence(spansOf(sentence.tokens.map(token => token.tag)), spansOf(tags[at] ?? []), (label, column) => {
				for (const name of ['all', label]) {
					const row = rows.get(name) ?? [0, 0, 0];
					row[column] += 1;
					rows.set(name, row);
				}
			});
			at += 1;
		}
		counts.push(rows);
	}
	return { figures: figures(counts), intervals: bootstrapIntervals(counts) };
}

/** A line for each label: name, precision, recall, F1 in per cent, and the interval of the F1. */
export function conllTable({ figures: all, intervals }: ConllScore): string {
	const percent = (value = 0) => (value * 100).toFixed(2).padStart(6);
	let table = 'label        P      R     F1   95 %\n';
	for (const [name, [precision, recall, f1]] of [...all].sort(([a], [b]) => order(a, b))) {
		const [low, high] = intervals.get(name) ?? [0, 0];
		table += `${name.padEnd(6)} ${percent(precision)} ${percent(recall)} ${percent(f1)}   ${percent(low).trim()} to ${percent(high).trim()}\n`;
	}
	return table;
}

function order(a: string, b: string): number {
	return Number(b === 'all') - Number(a === 'all') || (a < b ? -1 : 1);
}

/** Columns: 0 right, 1 false, 2 missed. */
function countSentence(
	gold: ReadonlySet<string>,
	found: ReadonlySet<string>,
	count: (label: string, column: 0 | 1 | 2) => void,
) {
	for (const span of found) {
		count(span.split(' ')[0] ?? '', gold.has(span) ? 0 : 1);
	}
	for (const span of gold) {
		if (!found.has(span)) {
			count(span.split(' ')[0] ?? '', 2);
		}
	}
}

/** "label first last" of each name. */
function spansOf(tags: readonly string[]): ReadonlySet<string> {
	const spans = new Set<string>();
	for (let first = 0; first < tags.length; first++) {
		const tag = tags[first] ?? 'O';
		if (tag.startsWith('B-')) {
			let last = first + 1;
			while (tags[last] === `I-${tag.slice(2)}`) {
				last += 1;
			}
			spans.add(`${tag.slice(2)} ${first} ${last}`);
		}
	}
	return spans;
}
