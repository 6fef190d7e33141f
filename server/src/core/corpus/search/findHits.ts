import type { CorpusIndex } from '../index/corpusIndex.ts';
import {
	entityColumn,
	entityWidth,
	type IndexedArticle,
	partColumn,
	partWidth,
	statementColumn,
	statementWidth,
	statuses,
} from '../index/indexedArticle.ts';
import type { Names } from '../who.ts';
import { articleFilter } from './articleFilter.ts';
import type { SearchQuery } from './query.ts';
import { statementFilter } from './statementFilter.ts';
import { type WordForms, wordForms } from './wordForms.ts';

/** A place that a query found. */
export interface Hit {
	readonly article: IndexedArticle;
	/** Tokens of the article, end exclusive. */
	readonly token: number;
	readonly tokenEnd: number;
	/** Offset of the name's or statement's row that the hit is or stands in; -1 without. */
	readonly entity: number;
	readonly statement: number;
}

/** All hits in the order of paths and places. Runs once over the columns of the articles asked for. */
export function findHits(index: CorpusIndex, names: Names, query: SearchQuery): Hit[] {
	const forms = query.text === undefined ? undefined : wordForms(index, query.text, query.match ?? 'clitics');
	if (query.text !== undefined && forms === undefined) {
		return [];
	}
	const takes = articleFilter(query);
	const find = finderOf(index, names, query, forms);
	return index.articles.flatMap(article => (takes(article) ? find(article) : []));
}

function finderOf(
	index: CorpusIndex,
	names: Names,
	query: SearchQuery,
	forms: WordForms | undefined,
): (article: IndexedArticle) => readonly Hit[] {
	const statement = statementFilter(index, names, query);
	const wantsNames = query.label !== undefined || query.entity !== undefined;
	const status = query.status === undefined ? -1 : statuses.indexOf(query.status);
	const entityTest = entityFilter(index, names, query, wantsNames || statement === undefined ? status : -1);
	const statementTest = (article: IndexedArticle, row: number): boolean =>
		(statement?.(article, row) ?? true) &&
		(wantsNames || status < 0 || article.statements[row + statementColumn.status] === status);
	const inNames = wantsNames || (forms !== undefined && statement === undefined && status >= 0);
	return article => {
		if (forms === undefined && !wantsNames) {
			const own = statementHits(article, statementTest);
			return statement === undefined && status >= 0 ? [...nameHits(article, entityTest), ...own].sort(inOrder) : own;
		}
		const found = forms === undefined ? nameHits(article, entityTest) : wordHits(article, forms);
		if (found.length === 0) {
			return found;
		}
		const named = forms !== undefined && inNames ? within(found, nameHits(article, entityTest), 'entity') : found;
		return statement === undefined ? named : within(named, partHits(article, statementTest), 'statement');
	};
}

function entityFilter(
	index: CorpusIndex,
	names: Names,
	{ label, entity }: SearchQuery,
	status: number,
): (article: IndexedArticle, row: number) => boolean {
	const named = entity === undefined ? undefined : nameTest(index, names.asked(entity));
	const labelNumber = label === undefined ? -1 : index.strings.find(label);
	return ({ entities }, row) =>
		(label === undefined || entities[row + entityColumn.label] === labelNumber) &&
		(status < 0 ? entities[row + entityColumn.status] !== rejected : entities[row + entityColumn.status] === status) &&
		(named === undefined || named(entities, row));
}

/** Whether the name in a row is the one asked for; looked up once for each spelling, since there are far fewer than names. */
function nameTest(
	index: CorpusIndex,
	asked: ReturnType<Names['asked']>,
): (entities: Uint32Array, row: number) => boolean {
	const { strings } = index;
	const answers = new Map<number, boolean>();
	const bySpelling = (id: number): boolean => {
		const known = answers.get(id);
		if (known !== undefined) return known;
		const answer = asked('', index.key(id));
		answers.set(id, answer);
		return answer;
	};
	return (entities, row) => {
		const name = entities[row + entityColumn.name] ?? 0;
		const text = entities[row + entityColumn.text] ?? 0;
		const key = entities[row + entityColumn.entity] ?? 0;
		return key === 0
			? bySpelling(name) || bySpelling(text)
			: asked(strings.text(key), strings.text(name)) || asked(strings.text(key), index.key(text));
	};
}

const rejected = statuses.indexOf('rejected');

function wordHits(article: IndexedArticle, forms: WordForms): readonly Hit[] {
	const { tokens } = article;
	const [first] = forms;
	const hits: Hit[] = [];
	const last = tokens.length - forms.length;
	for (let at = 0; at <= last; at++) {
		if (first?.[tokens[at] as number] !== 1) {
			continue;
		}
		let next = 1;
		while (next < forms.length && forms[next]?.[tokens[at + next] as number] === 1) {
			next += 1;
		}
		if (next === forms.length) {
			hits.push({ article, token: at, tokenEnd: at + next, entity: -1, statement: -1 });
			at += next - 1;
		}
	}
	return hits;
}

type Test = (article: IndexedArticle, row: number) => boolean;

function nameHits(article: IndexedArticle, test: Test): readonly Hit[] {
	const { entities } = article;
	const hits: Hit[] = [];
	for (let row = 0; row < entities.length; row += entityWidth) {
		if (test(article, row)) {
			const token = entities[row + entityColumn.token] ?? 0;
			hits.push({
				article,
				token,
				tokenEnd: entities[row + entityColumn.tokenEnd] ?? token,
				entity: row,
				statement: -1,
			});
		}
	}
	return hits;
}

/** Statements, each at its first part. */
function statementHits(article: IndexedArticle, test: Test): readonly Hit[] {
	return statementRows(article, test).flatMap(row => partsOf(article, row).slice(0, 1));
}

function partHits(article: IndexedArticle, test: Test): readonly Hit[] {
	return statementRows(article, test).flatMap(row => partsOf(article, row));
}

function statementRows(article: IndexedArticle, test: Test): readonly number[] {
	const rows: number[] = [];
	for (let row = 0; row < article.statements.length; row += statementWidth) {
		if (test(article, row)) rows.push(row);
	}
	return rows;
}

function partsOf(article: IndexedArticle, row: number): readonly Hit[] {
	const { statements, parts } = article;
	const first = statements[row + statementColumn.part] ?? 0;
	const count = statements[row + statementColumn.parts] ?? 0;
	return Array.from({ length: count }, (_, index) => {
		const at = (first + index) * partWidth;
		const token = parts[at + partColumn.token] ?? 0;
		return { article, token, tokenEnd: parts[at + partColumn.tokenEnd] ?? token, entity: -1, statement: row };
	});
}

/** Those hits that lie in one of the places, as hits of the narrowest one. */
function within(hits: readonly Hit[], places: readonly Hit[], what: 'entity' | 'statement'): readonly Hit[] {
	return hits.flatMap(hit => {
		let around: Hit | undefined;
		for (const place of places) {
			const covers = place.token <= hit.token && hit.tokenEnd <= place.tokenEnd;
			if (covers && (around === undefined || place.tokenEnd - place.token < around.tokenEnd - around.token)) {
				around = place;
			}
		}
		return around === undefined ? [] : [{ ...hit, [what]: around[what] }];
	});
}

function inOrder(a: Hit, b: Hit): number {
	return a.token - b.token || b.tokenEnd - a.tokenEnd;
}
