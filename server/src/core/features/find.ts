/**
 * Feature: Find in an article.
 *
 * Finds words whatever their marks, tatweel, hamza seats or digits: "اكد" finds "أَكَّدَ". Stands in for the editor's own find,
 * whose match decoration displaces Arabic words.
 */
import type { Span } from '../span.ts';
import { mappedKey, matchKey } from '../text/key.ts';

/** Where the query occurs, in text order, not overlapping, at most `limit`; none for a query without letters or digits. Linear. */
export function find(text: string, query: string, limit: number): Span[] {
	const wanted = matchKey(query).trim();
	if (wanted === '') {
		return [];
	}
	const { key, offsets } = mappedKey(text);
	const hits: Span[] = [];
	for (let at = key.indexOf(wanted); at >= 0 && hits.length < limit; at = key.indexOf(wanted, at + wanted.length)) {
		const start = offsets[at] ?? 0;
		// The next letter's place, so that marks on the last letter are part of the hit; blanks after it are not.
		let end = offsets[at + wanted.length] ?? text.length;
		while (end > start && /\s/.test(text.charAt(end - 1))) {
			end -= 1;
		}
		hits.push({ start, end });
	}
	return hits;
}
