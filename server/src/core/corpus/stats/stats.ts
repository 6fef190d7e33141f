import type { Progress, Status } from '../../model.ts';
import { compareText } from '../../sidecar/order.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import {
	entityColumn,
	entityWidth,
	statementColumn,
	statementTypes,
	statementWidth,
	statuses,
} from '../index/indexedArticle.ts';
import { speakerOf } from '../ledger/speakers.ts';
import { articleFilter } from '../search/articleFilter.ts';
import type { ArticleFilter } from '../search/query.ts';
import type { Names } from '../who.ts';

export interface StatsQuery extends ArticleFilter {
	/** Names and speakers in the lists; 50 by default. */
	readonly top?: number;
}

export type StatusCounts = Readonly<Record<Exclude<Status, 'orphan'>, number>>;

export interface CorpusStats {
	readonly articles: number;
	readonly outlets: readonly {
		/** '' are the articles of which it is not known. */
		readonly outlet: string;
		readonly articles: number;
		readonly first: string;
		readonly last: string;
	}[];
	/** Months with articles, `YYYY-MM`, in order; '' are those without a date. */
	readonly months: readonly { readonly month: string; readonly articles: number }[];
	/** A row for the common layer, then one for each other there is; articles without its sidecar count as new. */
	readonly layers: readonly {
		readonly layer: string;
		readonly entities: Readonly<Record<Progress, number>>;
		readonly statements: Readonly<Record<Progress, number>>;
		readonly confirmed: number;
		readonly rejected: number;
	}[];
	/** In the layer that the index shows. */
	readonly labels: readonly ({ readonly label: string } & StatusCounts)[];
	readonly types: readonly ({ readonly type: string } & StatusCounts)[];
	/** Who is named most, and who speaks most, over outlets and months. Rejected ones are left out. */
	readonly entities: readonly TopName[];
	readonly speakers: readonly TopName[];
}

export interface TopName {
	/** A register key, or a spelling by match key: what to give as `entity` or `speaker` in a search. */
	readonly id: string;
	readonly name: string;
	/** Of a name. */
	readonly label?: string;
	readonly count: number;
	readonly articles: number;
	readonly byOutlet: Readonly<Record<string, number>>;
	readonly byMonth: Readonly<Record<string, number>>;
}

/** Counts for a dashboard. Runs once over the index. */
export function corpusStats(index: CorpusIndex, names: Names, query: StatsQuery): CorpusStats {
	const takes = articleFilter(query);
	const articles = index.articles.filter(takes);
	const labels = new Map<string, Record<string, number>>();
	const types = new Map<string, Record<string, number>>();
	const entities = new Map<string, Counting>();
	const speakers = new Map<string, Counting>();
	for (const article of articles) {
		for (let row = 0; row < article.entities.length; row += entityWidth) {
			const status = statuses[article.entities[row + entityColumn.status] ?? 0] ?? 'suggested';
			const label = index.strings.text(article.entities[row + entityColumn.label]);
			count(labels, label, status);
			if (status !== 'rejected' && label !== 'DATE') {
				const { id, name } = nameOf(index, names, article.entities, row, label);
				tell(entities, `${label} ${id}`, { id, name, label }, article);
			}
		}
		for (let row = 0; row < article.statements.length; row += statementWidth) {
			const status = statuses[article.statements[row + statementColumn.status] ?? 0] ?? 'suggested';
			count(types, statementTypes[article.statements[row + statementColumn.type] ?? 0] ?? '', status);
			const speaker = speakerOf(index, names, article, row);
			if (status !== 'rejected' && speaker.id !== '' && !speaker.id.startsWith('unnamed:')) {
				tell(speakers, speaker.id, { id: speaker.id, name: speaker.name }, article);
			}
		}
	}
	const top = query.top ?? 50;
	return {
		articles: articles.length,
		outlets: outletsOf(articles),
		months: [...grouped(articles, ({ date }) => date.slice(0, 7))]
			.map(([month, some]) => ({ month, articles: some.length }))
			.sort((a, b) => compareText(a.month, b.month)),
		layers: layersOf(articles),
		labels: inOrder(labels).map(([label, counts]) => ({ label, ...counts })),
		types: inOrder(types).map(([type, counts]) => ({ type, ...counts })),
		entities: topOf(entities, top),
		speakers: topOf(speakers, top),
	};
}

type Article = CorpusIndex['articles'][number];

interface Counting {
	readonly of: { readonly id: string; readonly name: string; readonly label?: string };
	readonly spellings: Map<string, number>;
	count: number;
	readonly articles: Set<Article>;
	readonly byOutlet: Map<string, number>;
	readonly byMonth: Map<string, number>;
}

function tell(counts: Map<string, Counting>, key: string, of: Counting['of'], article: Article): void {
	const known = counts.get(key);
	const counting: Counting = known ?? {
		of,
		spellings: new Map(),
		count: 0,
		articles: new Set(),
		byOutlet: new Map(),
		byMonth: new Map(),
	};
	counts.set(key, counting);
	counting.count += 1;
	counting.articles.add(article);
	add(counting.spellings, of.name);
	add(counting.byOutlet, article.outlet);
	add(counting.byMonth, article.date.slice(0, 7));
}

function add(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}

function count(counts: Map<string, Record<string, number>>, key: string, status: Status): void {
	const row = counts.get(key) ?? { suggested: 0, confirmed: 0, rejected: 0 };
	row[status] = (row[status] ?? 0) + 1;
	counts.set(key, row);
}

function inOrder(counts: Map<string, Record<string, number>>): readonly (readonly [string, StatusCounts])[] {
	const rows = [...counts].sort((a, b) => compareText(a[0], b[0]));
	return rows.map(([key, row]) => [
		key,
		{ suggested: row['suggested'] ?? 0, confirmed: row['confirmed'] ?? 0, rejected: row['rejected'] ?? 0 },
	]);
}

function nameOf(index: CorpusIndex, names: Names, rows: Uint32Array, row: number, label: string) {
	const linked = index.strings.text(rows[row + entityColumn.entity]);
	const spelling = index.strings.text(rows[row + entityColumn.name]);
	const entry = linked === '' ? names.named(spelling, label) : names.entry(linked);
	const written = index.strings.text(rows[row + entityColumn.text]);
	return entry === undefined ? { id: linked || spelling, name: written } : { id: entry.key, name: entry.name };
}

function topOf(counts: ReadonlyMap<string, Counting>, top: number): readonly TopName[] {
	return [...counts]
		.sort((a, b) => b[1].count - a[1].count || compareText(a[0], b[0]))
		.slice(0, top)
		.map(([, { of, spellings, count: total, articles, byOutlet, byMonth }]) => ({
			...of,
			name: [...spellings].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0] ?? of.name,
			count: total,
			articles: articles.size,
			byOutlet: record(byOutlet),
			byMonth: record(byMonth),
		}));
}

function record(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
	return Object.fromEntries([...counts].sort((a, b) => compareText(a[0], b[0])));
}

function outletsOf(articles: readonly Article[]): CorpusStats['outlets'] {
	return [...grouped(articles, ({ outlet }) => outlet)]
		.map(([outlet, some]) => {
			const days = some
				.map(({ date }) => date)
				.filter(date => date !== '')
				.sort(compareText);
			return { outlet, articles: some.length, first: days[0] ?? '', last: days.at(-1) ?? '' };
		})
		.sort((a, b) => b.articles - a.articles || compareText(a.outlet, b.outlet));
}

function layersOf(articles: readonly Article[]): CorpusStats['layers'] {
	const found = new Set(articles.flatMap(({ layers }) => layers.map(({ layer }) => layer)));
	found.delete('common');
	return ['common', ...[...found].sort(compareText)].map(layer => {
		const entities = { new: 0, draft: 0, done: 0 };
		const statements = { new: 0, draft: 0, done: 0 };
		let confirmed = 0;
		let rejected = 0;
		for (const article of articles) {
			const own = article.layers.find(one => one.layer === layer);
			entities[own?.entities ?? 'new'] += 1;
			statements[own?.statements ?? 'new'] += 1;
			confirmed += own?.confirmed ?? 0;
			rejected += own?.rejected ?? 0;
		}
		return { layer, entities, statements, confirmed, rejected };
	});
}

function grouped(articles: readonly Article[], keyOf: (article: Article) => string): ReadonlyMap<string, Article[]> {
	const groups = new Map<string, Article[]>();
	for (const article of articles) {
		const key = keyOf(article);
		const group = groups.get(key) ?? [];
		group.push(article);
		groups.set(key, group);
	}
	return groups;
}
