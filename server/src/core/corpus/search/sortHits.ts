import { compareText } from '../../sidecar/order.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Hit } from './findHits.ts';
import type { SearchSort } from './query.ts';

/** Words of context that are compared; further ones decide nothing that is looked at. */
const depth = 5;

/** The hits from `offset` on in an order, at most `limit`. Hits that compare alike stay in the order of places. Finds a page without sorting all. */
export function sortedPage(
	index: CorpusIndex,
	hits: readonly Hit[],
	sort: SearchSort,
	{ offset, limit }: { readonly offset: number; readonly limit: number },
): readonly Hit[] {
	if (sort === 'place') {
		return hits.slice(offset, offset + limit);
	}
	const compare = comparerOf(index, sort);
	const order = (a: number, b: number): number => compare(hits[a] as Hit, hits[b] as Hit) || a - b;
	const first = firstOf(hits.length, offset + limit, order);
	return first.slice(offset).map(at => hits[at] as Hit);
}

function comparerOf(index: CorpusIndex, sort: Exclude<SearchSort, 'place'>): (a: Hit, b: Hit) => number {
	if (sort === 'date') {
		// What has no date stands last.
		return (a, b) => compareText(a.article.date || '~', b.article.date || '~');
	}
	const word = ({ article, token, tokenEnd }: Hit, step: number): string =>
		index.key(article.tokens[sort === 'right' ? tokenEnd + step : token - 1 - step]);
	return (a, b) => {
		for (let step = 0; step < depth; step++) {
			const order = compareText(word(a, step), word(b, step));
			if (order !== 0) return order;
		}
		return 0;
	};
}

/** The first `count` of the numbers below `length` in an order, sorted: a heap holds the best so far, its worst on top. */
function firstOf(length: number, count: number, compare: (a: number, b: number) => number): readonly number[] {
	const heap: number[] = [];
	for (let item = 0; item < length; item++) {
		if (heap.length < count) {
			heap.push(item);
			rise(heap, compare);
		} else if (count > 0 && compare(item, heap[0] as number) < 0) {
			heap[0] = item;
			sink(heap, compare);
		}
	}
	return heap.sort(compare);
}

function rise(heap: number[], compare: (a: number, b: number) => number): void {
	let at = heap.length - 1;
	while (at > 0) {
		const parent = (at - 1) >> 1;
		if (compare(heap[at] as number, heap[parent] as number) <= 0) return;
		swap(heap, at, parent);
		at = parent;
	}
}

function sink(heap: number[], compare: (a: number, b: number) => number): void {
	let at = 0;
	for (;;) {
		let most = at;
		for (const child of [2 * at + 1, 2 * at + 2]) {
			if (child < heap.length && compare(heap[child] as number, heap[most] as number) > 0) most = child;
		}
		if (most === at) return;
		swap(heap, at, most);
		at = most;
	}
}

function swap(heap: number[], a: number, b: number): void {
	const kept = heap[a] as number;
	heap[a] = heap[b] as number;
	heap[b] = kept;
}
