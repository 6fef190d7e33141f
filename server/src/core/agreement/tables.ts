import { breakdown, type Grouping, groupings, type JudgedArticle, roles } from './breakdown.ts';
import { calibration } from './calibration.ts';
import type { Counts } from './count.ts';
import { bootstrapIntervals, type Figure, figures } from './figures.ts';
import { judged } from './judged.ts';
import { nameErrors } from './nameErrors.ts';
import { readPrediction } from './prediction.ts';
import { fixed } from './python.ts';
import type { GoldArticle } from './score.ts';
import { table } from './table.ts';

/** Tables of statements by role, type, pattern and so on, and of how far scores can be trusted; with 95 % intervals where asked for. */
export function tables(
	articles: readonly GoldArticle[],
	predictions: ReadonlyMap<string, unknown>,
	options: { readonly intervals: boolean; readonly groupings?: readonly Grouping[] },
): string {
	const all = judgedArticles(articles, predictions);
	const judgedOnes = all.map(({ article }) => article);
	return [
		roleTable(judgedOnes.map(roles), options.intervals),
		...(options.groupings ?? groupings).map(grouping => {
			const counts = judgedOnes.map(article => breakdown(grouping, article));
			return groupTable(grouping, counts, options.intervals && grouping !== 'article');
		}),
		calibrationTable(
			all.map(({ calibrated }) => calibrated),
			options.intervals,
		),
	].join('\n');
}

export interface Judgement {
	readonly article: JudgedArticle;
	/** [right, of all] by bin of scores. */
	readonly calibrated: Counts;
	/** What is wrong with its names, in lines. */
	readonly names: readonly string[];
}

/** Articles with their statements judged, and their scores counted. */
export function judgedArticles(
	articles: readonly GoldArticle[],
	predictions: ReadonlyMap<string, unknown>,
): readonly Judgement[] {
	return articles.map(({ name, text, gold }) => {
		const prediction = readPrediction(predictions.get(name), text);
		const letters = [...text];
		const statements = gold.annotated === 'entities' ? [] : judged(gold, prediction);
		return {
			article: { name, letters, statements },
			calibrated: calibration(gold, prediction, statements),
			names: gold.annotated === 'statements' ? [] : nameErrors(letters, gold, prediction),
		};
	});
}

type Intervals = ReadonlyMap<string, readonly [number, number]>;

/** Rows that stand in fewer articles get no interval: too many draws would hold none of them. */
const fewest = 5;

function intervalsOf(counts: readonly Counts[]): Intervals {
	const inArticles = new Map<string, number>();
	for (const name of counts.flatMap(article => [...article.keys()])) {
		inArticles.set(name, (inArticles.get(name) ?? 0) + 1);
	}
	return new Map([...bootstrapIntervals(counts)].filter(([name]) => (inArticles.get(name) ?? 0) >= fewest));
}

function roleTable(counts: readonly Counts[], withIntervals: boolean): string {
	const intervals = withIntervals ? intervalsOf(counts) : undefined;
	const rows = [...figures(counts)].map(([name, figure]) => [name, ...percents(figure), interval(intervals, name)]);
	return table(['role', 'P', 'R', 'F1', ''], rows);
}

function groupTable(grouping: string, counts: readonly Counts[], withIntervals: boolean): string {
	const all = figures(counts);
	const intervals = withIntervals ? intervalsOf(counts) : undefined;
	const names = [...new Set([...all.keys()].map(key => key.slice(0, key.indexOf('\t'))))].sort();
	const rows = names.map(name => {
		const found = `${name}\tfound`;
		const wanted = counts.reduce((sum, row) => sum + (row.get(found)?.[0] ?? 0) + (row.get(found)?.[2] ?? 0), 0);
		const exact = all.get(`${name}\texact`)?.[2] ?? 0;
		const [right = 0, asked = 0] = all.get(`${name}\tspeaker`) ?? [];
		const speaker = asked === 0 ? '' : `${fixed(right, 3)} n=${asked}`;
		return [
			name.trimStart(),
			`${wanted}`,
			...percents(all.get(found)),
			interval(intervals, found),
			fixed(exact, 3),
			speaker,
			asked === 0 ? '' : interval(intervals, `${name}\tspeaker`),
		];
	});
	return table([`by ${grouping}`, 'gold', 'P', 'R', 'F1', '', 'exact F1', 'speaker', ''], rows);
}

function calibrationTable(counts: readonly Counts[], withIntervals: boolean): string {
	const intervals = withIntervals ? intervalsOf(counts) : undefined;
	const rows = [...figures(counts)]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, [right, n]]) => [name, `${n}`, fixed(right, 3), interval(intervals, name)]);
	return table(['score', 'n', 'right', ''], rows);
}

function percents(figure: Figure | undefined): readonly string[] {
	return (figure ?? []).map(value => fixed(value, 3));
}

function interval(intervals: Intervals | undefined, name: string): string {
	const ends = intervals?.get(name);
	return ends === undefined ? '' : `${fixed(ends[0], 3)}-${fixed(ends[1], 3)}`;
}
