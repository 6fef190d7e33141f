import { iou, type Span } from '../span.ts';
import { type Cells, cover, meet } from './cells.ts';
import type { GoldDocument, GoldStatement } from './gold.ts';
import { type Match, matchesAbove, outsideOf, statementsOf } from './matching.ts';
import type { PredictedStatement, Prediction } from './prediction.ts';
import { speakerJudge } from './speaker.ts';

/** [hits, false, missed] or [right, of all], by the figure's name, in the order of printing. */
export type Counts = ReadonlyMap<string, readonly number[]>;

/** All counts of one article under the scoring protocol. Not article matter is left out on both sides. */
export function count(gold: GoldDocument, predicted: Prediction): Counts {
	const counts = new Map<string, readonly number[]>();
	if (gold.annotated !== 'statements') {
		countEntities(gold, predicted, outsideOf(gold), counts);
	}
	if (gold.annotated !== 'entities') {
		countStatements(gold, predicted, counts);
	}
	return counts;
}

const labels = ['PER', 'LOC', 'ORG', 'DATE'];

type Tally = Map<string, readonly number[]>;

function countEntities(gold: GoldDocument, predicted: Prediction, outside: Cells, counts: Tally): void {
	const inside = (span: Span) => !meet(cover([span]), outside);
	const wanted = gold.entities.filter(inside);
	const got = predicted.entities.filter(entity => entity.start < 0 || inside(entity));
	for (const label of [...labels, 'MISC']) {
		const places = (of: readonly (Span & { readonly label: string })[]) =>
			new Set(of.filter(entity => entity.label === label).map(place));
		counts.set(`entities ${label}`, compare(places(wanted), places(got)));
	}
	const untyped = (of: readonly (Span & { readonly label: string })[]) =>
		new Set(of.filter(({ label }) => labels.includes(label)).map(place));
	counts.set('entities untyped', compare(untyped(wanted), untyped(got)));
	counts.set('entities PER+LOC+ORG', sum(['PER', 'LOC', 'ORG'].map(label => counts.get(`entities ${label}`) ?? [])));
}

function place({ start, end }: Span): string {
	return `${start},${end}`;
}

function compare(wanted: ReadonlySet<string>, got: ReadonlySet<string>): readonly number[] {
	const hits = [...wanted].filter(item => got.has(item)).length;
	return [hits, got.size - hits, wanted.size - hits];
}

function sum(rows: readonly (readonly number[])[]): readonly number[] {
	return [0, 1, 2].map(column => rows.reduce((total, row) => total + (row[column] ?? 0), 0));
}

/** Least IoU of content at which two statements are the same one, by its name in print. */
const bars: readonly (readonly [string, number])[] = [
	['0.3', 0.3],
	['0.5', 0.5],
	['0.8', 0.8],
	['exact', 0.99999],
];

function countStatements(document: GoldDocument, predicted: Prediction, counts: Tally): void {
	const statements = statementsOf(document, predicted);
	const { wanted, got } = statements;
	const hard = wanted.filter(({ soft }) => !soft);
	for (const [name, bar] of bars) {
		const matches = matchesAbove(bar, statements);
		const hits = matches.filter(({ gold }) => !gold.soft);
		const matched = new Set(matches.map(match => match.got));
		const spare = got.filter(statement => !matched.has(statement) && statement.type !== 'reported');
		const row = [hits.length, spare.length, hard.length - hits.length] as const;
		counts.set(`statements ${name}`, row);
		if (name === '0.5') {
			countTypes(wanted, got, matches, counts);
			const unspoken = countParts(document, hits, counts);
			const end = hits.length - unspoken;
			counts.set('end to end', [end, row[1] + unspoken, row[2] + unspoken]);
		}
	}
}

function countTypes(
	wanted: readonly GoldStatement[],
	got: readonly PredictedStatement[],
	matches: readonly Match[],
	counts: Tally,
): void {
	const right = (type: string) => matches.filter(match => match.gold.type === type && match.got.type === type);
	const without = (type: string, taken: readonly Match[]) => {
		const excused = new Set(taken.map(match => match.got));
		return got.filter(statement => statement.type === type && !excused.has(statement)).length;
	};
	const reported = right('reported');
	counts.set('reported', [
		reported.length,
		without('reported', reported),
		wanted.filter(({ type }) => type === 'reported').length - reported.length,
	]);
	const softly = matches.filter(({ gold }) => gold.soft);
	for (const type of ['direct', 'indirect', 'mixed']) {
		const hits = right(type).filter(({ gold }) => !gold.soft);
		const hard = wanted.filter(gold => gold.type === type && !gold.soft);
		counts.set(type, [hits.length, without(type, [...hits, ...softly]), hard.length - hits.length]);
	}
}

/** Speaker, cue and type of the statements found. Answers how many have a wrong speaker. */
function countParts(document: GoldDocument, hits: readonly Match[], counts: Tally): number {
	const judge = speakerJudge(document);
	const rows = {
		speaker: [0, 0],
		'speaker explicit': [0, 0],
		'speaker implicit': [0, 0],
		'speaker phrase': [0, 0],
		cue: [0, 0],
		type: [0, 0],
	} satisfies Record<string, [number, number]>;
	const add = (name: keyof typeof rows, right: boolean) => {
		rows[name][0] += Number(right);
		rows[name][1] += 1;
	};
	let wrong = 0;
	for (const { gold, got } of hits) {
		const right = judge(gold, got);
		if (right !== undefined) {
			add('speaker', right);
			add(gold.speaker === undefined ? 'speaker implicit' : 'speaker explicit', right);
		}
		wrong += Number(right === false);
		if (gold.speaker !== undefined) {
			add('speaker phrase', got.speaker !== undefined && iou([gold.speaker], [got.speaker.span]) > 0.99999);
		}
		if (gold.cue !== undefined) {
			add('cue', got.cue !== undefined && iou([gold.cue], got.cue) >= 0.5);
		}
		add('type', gold.type === got.type);
	}
	for (const [name, row] of Object.entries(rows)) {
		counts.set(name, row);
	}
	return wrong;
}
