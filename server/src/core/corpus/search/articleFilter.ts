import type { IndexedArticle } from '../index/indexedArticle.ts';
import type { ArticleFilter } from './query.ts';

/** Whether an article is among those asked for. */
export function articleFilter({ outlets, since, until, below }: ArticleFilter): (article: IndexedArticle) => boolean {
	const wanted = outlets === undefined || outlets.length === 0 ? undefined : new Set(outlets);
	const folder = below === undefined || below === '' ? undefined : below.replace(/\/$/, '');
	return ({ path, outlet, date }) =>
		(wanted === undefined || wanted.has(outlet)) &&
		(since === undefined || (date !== '' && date >= since)) &&
		(until === undefined || (date !== '' && date <= until)) &&
		(folder === undefined || path === folder || path.startsWith(`${folder}/`));
}
