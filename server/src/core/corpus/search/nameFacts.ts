import { compareText } from '../../sidecar/order.ts';
import { matchKey } from '../../text/key.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { entityColumn, entityWidth, type IndexedArticle, statuses } from '../index/indexedArticle.ts';
import type { Names } from '../who.ts';

/** A name by its key in the register, else by a spelling; with a label, only names of that label. */
export interface NameQuery {
	readonly key?: string;
	readonly spelling?: string;
	readonly label?: string;
}

/** What the corpus knows of a name. Rejected mentions do not count. */
export interface CorpusNameFacts {
	/** Of the register, where the name is in it. */
	readonly key?: string;
	readonly name?: string;
	readonly mentions: number;
	readonly articles: number;
	readonly outlets: number;
	/** The first day it is named; '' without dates. */
	readonly first: string;
	/** As written, the commonest first, at most 20. */
	readonly spellings: readonly string[];
	/** Spellings that people linked to this entry and that it does not have yet. */
	readonly newAliases: readonly string[];
}

/** Runs once over the names of the corpus. */
export function nameFacts(index: CorpusIndex, names: Names, query: NameQuery): CorpusNameFacts {
	const { label } = query;
	const spelling = query.spelling === undefined ? undefined : matchKey(query.spelling).trim();
	const entry = query.key === undefined ? spelling && names.named(spelling, label) : names.entry(query.key);
	const found = entry || undefined;
	const key = found?.key ?? query.key;
	const known = new Set(found === undefined ? [] : [found.name, ...found.aliases].map(matchKey));
	const counts = new Map<string, number>();
	const linked = new Map<string, number>();
	const articles = new Set<IndexedArticle>();
	let mentions = 0;
	for (const article of index.articles) {
		const { entities } = article;
		for (let row = 0; row < entities.length; row += entityWidth) {
			const at = (column: number): number => entities[row + column] ?? 0;
			if (statuses[at(entityColumn.status)] === 'rejected') continue;
			if (label !== undefined && index.strings.text(at(entityColumn.label)) !== label) continue;
			const own = index.strings.text(at(entityColumn.entity));
			const fullest = index.strings.text(at(entityColumn.name));
			const isIt =
				own === ''
					? known.has(fullest) ||
						known.has(index.key(at(entityColumn.text))) ||
						(known.size === 0 && fullest === spelling)
					: own === key;
			if (!isIt) continue;
			const written = index.strings.text(at(entityColumn.text));
			mentions += 1;
			articles.add(article);
			counts.set(written, (counts.get(written) ?? 0) + 1);
			if (own !== '') {
				linked.set(written, (linked.get(written) ?? 0) + 1);
			}
		}
	}
	const days = [...articles].map(({ date }) => date).filter(date => date !== '');
	return {
		...(key === undefined ? {} : { key }),
		...(found === undefined ? {} : { name: found.name }),
		mentions,
		articles: articles.size,
		outlets: new Set([...articles].map(({ outlet }) => outlet).filter(outlet => outlet !== '')).size,
		first: days.sort(compareText)[0] ?? '',
		spellings: commonest(counts).slice(0, 20),
		newAliases: newAliases(commonest(linked), known),
	};
}

function commonest(counts: ReadonlyMap<string, number>): readonly string[] {
	return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([text]) => text);
}

/** Those not known by match key, each once. */
function newAliases(spellings: readonly string[], known: ReadonlySet<string>): readonly string[] {
	const have = new Set(known);
	return spellings.filter(spelling => {
		const key = matchKey(spelling);
		const isNew = !have.has(key);
		have.add(key);
		return isNew;
	});
}
