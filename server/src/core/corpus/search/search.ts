import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Names } from '../who.ts';
import { articleTexts, type ReadingMeans } from './articleTexts.ts';
import { findHits } from './findHits.ts';
import type { SearchAnswer, SearchQuery } from './query.ts';
import { rowOf } from './rows.ts';
import { sortedPage } from './sortHits.ts';

const pageLength = 200;

/** One page of a concordance: hits are found in the index, and only the page's own articles are read. */
export async function search(
	index: CorpusIndex,
	names: Names,
	query: SearchQuery,
	means: ReadingMeans,
): Promise<SearchAnswer> {
	const hits = findHits(index, names, query);
	const page = sortedPage(index, hits, query.sort ?? 'place', {
		offset: query.offset ?? 0,
		limit: query.limit ?? pageLength,
	});
	const texts = await articleTexts(
		index,
		page.map(({ article }) => article),
		means,
	);
	const stale = new Set<string>();
	const rows = page.flatMap(hit => {
		const text = texts.get(hit.article.path);
		if (text === undefined) {
			stale.add(hit.article.path);
			return [];
		}
		return [rowOf(index, names, hit, text)];
	});
	const articles = new Set(hits.map(({ article }) => article));
	const outlets = new Set([...articles].map(({ outlet }) => outlet).filter(outlet => outlet !== ''));
	return { total: hits.length, articles: articles.size, outlets: outlets.size, rows, stale: [...stale].sort() };
}
