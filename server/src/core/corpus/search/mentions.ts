import { type MentionReason, mentionPlaces } from '../../decisions/mentionPlaces.ts';
import { covers, equals, overlaps, type Span } from '../../span.ts';
import { tokenize } from '../../text/tokens.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { entityColumn, entityWidth, type IndexedArticle, statuses } from '../index/indexedArticle.ts';
import type { Names } from '../who.ts';
import { type ArticleText, articleTexts, type Place, placeIn, type ReadingMeans } from './articleTexts.ts';
import { contextOf } from './context.ts';
import { findHits } from './findHits.ts';

export interface MentionsQuery {
	/** The name as written somewhere. */
	readonly written: string;
	/** Other spellings of it, as a register has them. */
	readonly aliases?: readonly string[];
	/** Only places that differ in these ways; all by default. */
	readonly allow?: readonly MentionReason[];
}

/** A place where a name could be labelled. */
export interface MentionRow extends Place {
	readonly path: string;
	readonly start: number;
	readonly end: number;
	readonly left: string;
	readonly text: string;
	readonly right: string;
	readonly why: readonly MentionReason[];
	readonly outlet: string;
	readonly date: string;
}

export interface MentionsAnswer {
	readonly rows: readonly MentionRow[];
	/** Articles that changed since they were indexed: nothing is said of them. */
	readonly stale: readonly string[];
}

/** So many articles are held in memory at a time. */
const inStep = 500;

/** Every place of the corpus where a name stands and nobody decided on yet, as `mentionPlaces` finds them; parts of longer names are none. */
export async function findMentions(
	index: CorpusIndex,
	names: Names,
	{ written, aliases = [], allow }: MentionsQuery,
	means: ReadingMeans,
): Promise<MentionsAnswer> {
	const spellings = [written, ...aliases].map(one => ({ written: one, words: tokenize(one).map(({ key }) => key) }));
	const hits = spellings.flatMap(spelling => findHits(index, names, { text: spelling.written }));
	const found = new Set(hits.map(({ article }) => article));
	const articles = index.articles.filter(article => found.has(article));
	const rows: MentionRow[] = [];
	const stale: string[] = [];
	for (let at = 0; at < articles.length; at += inStep) {
		const some = articles.slice(at, at + inStep);
		const texts = await articleTexts(index, some, means);
		for (const article of some) {
			const text = texts.get(article.path);
			if (text === undefined) {
				stale.push(article.path);
				continue;
			}
			const free = freePlaces(article);
			for (const { span, why } of mentionPlaces(text.text, text.tokens, spellings)) {
				if (free(span) && (allow === undefined || why.every(reason => allow.includes(reason)))) {
					rows.push(rowOf(article, text, span, why));
				}
			}
		}
	}
	return { rows, stale };
}

/** Whether nobody decided on a place, and it is no part of a longer name. */
function freePlaces({ entities }: IndexedArticle): (span: Span) => boolean {
	const decided: Span[] = [];
	const suggested: Span[] = [];
	for (let row = 0; row < entities.length; row += entityWidth) {
		const span = { start: entities[row + entityColumn.start] ?? 0, end: entities[row + entityColumn.end] ?? 0 };
		const isSuggested = statuses[entities[row + entityColumn.status] ?? 0] === 'suggested';
		(isSuggested ? suggested : decided).push(span);
	}
	return span =>
		!decided.some(other => overlaps(other, span)) &&
		!suggested.some(other => covers(other, span) && !equals(other, span));
}

function rowOf(
	{ path, outlet, date }: IndexedArticle,
	article: ArticleText,
	span: Span,
	why: readonly MentionReason[],
): MentionRow {
	return { path, ...span, ...placeIn(article, span), ...contextOf(article.text, span), why, outlet, date };
}
