import { type Counts, count } from './count.ts';
import { bootstrapIntervals, type Figures, figures } from './figures.ts';
import type { GoldDocument } from './gold.ts';
import { readPrediction } from './prediction.ts';
import { fixed, floatText } from './python.ts';

/** One article of the gold standard. */
export interface GoldArticle {
	/** The file's name, `X.txt`. */
	readonly name: string;
	/** As decoded, a byte order mark and line ends as they are. */
	readonly text: string;
	readonly gold: GoldDocument;
}

export interface Score {
	readonly figures: Figures;
	/** Missing and malformed predictions, the first twenty. */
	readonly problems: readonly string[];
	/** 95 % intervals, where asked for. */
	readonly intervals?: ReadonlyMap<string, readonly [number, number]>;
}

export interface ScoreOptions {
	readonly intervals: boolean;
}

/**
 * Scores suggestions against gold under the protocol of this project's reference script, to the same digits. `predictions` are
 * parsed lines of `isnad suggest --format jsonl` by file name; they are checked here.
 */
export function score(
	articles: readonly GoldArticle[],
	predictions: ReadonlyMap<string, unknown>,
	options: ScoreOptions,
): Score {
	const counts: Counts[] = [];
	const problems: string[] = [];
	for (const { name, text, gold } of articles) {
		if (!predictions.has(name)) {
			problems.push(`no prediction for ${name}`);
		}
		const prediction = readPrediction(predictions.get(name), text);
		problems.push(...prediction.problems);
		counts.push(count(gold, prediction));
	}
	return {
		figures: figures(counts),
		problems: problems.slice(0, 20),
		...(options.intervals ? { intervals: bootstrapIntervals(counts) } : {}),
	};
}

/** The table for people, the problems, and last one line of JSON. */
export function scoreTable(score: Score): string {
	const rows = [...score.figures].map(([name, figure]) => {
		const [low, high] = score.intervals?.get(name) ?? [];
		const interval = low === undefined || high === undefined ? '' : `   95 % ${fixed(low, 3)}-${fixed(high, 3)}`;
		const cells = figure.map((value, index) => (isCount(figure, index) ? `n=${value}` : fixed(value, 3)));
		return `${name.padEnd(22)} ${cells.join('  ')}${interval}`;
	});
	return [...rows, ...score.problems.map(problem => `! ${problem}`), figuresJson(score.figures), ''].join('\n');
}

/** Everything as one line of JSON: figures, problems and, where asked for, intervals under `95 %`. */
export function scoreJson(score: Score): string {
	const intervals = [...(score.intervals ?? [])].map(
		([name, ends]) => `${JSON.stringify(name)}: [${ends.map(floatText).join(', ')}]`,
	);
	const last = score.intervals === undefined ? '' : `, "95 %": {${intervals.join(', ')}}`;
	return `{"figures": ${figuresJson(score.figures)}, "problems": ${JSON.stringify(score.problems)}${last}}\n`;
}

function figuresJson(figures: Figures): string {
	const entries = [...figures].map(([name, figure]) => {
		const values = figure.map((value, index) => (isCount(figure, index) ? String(value) : floatText(value)));
		return `${JSON.stringify(name)}: [${values.join(', ')}]`;
	});
	return `{${entries.join(', ')}}`;
}

function isCount(figure: readonly number[], index: number): boolean {
	return figure.length === 2 && index === 1;
}
