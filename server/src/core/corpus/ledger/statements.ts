import type { CorpusIndex } from '../index/corpusIndex.ts';
import {
	type IndexedArticle,
	partColumn,
	partWidth,
	statementColumn,
	statementWidth,
	statuses,
} from '../index/indexedArticle.ts';
import { reuseGroups } from './reuse.ts';
import { Stems } from './stems.ts';

/** A statement of the corpus. */
export interface LedgerStatement {
	readonly article: IndexedArticle;
	/** Offset of its row. */
	readonly row: number;
	/** Its words as stems, marks left out. */
	readonly words: Uint32Array;
	/** For each of them the token in the article. */
	readonly tokens: Uint32Array;
}

/** All statements that nobody rejected, in the order of paths and places, and which of them tell the same. */
export interface LedgerBase {
	readonly statements: readonly LedgerStatement[];
	/** For each the number of the first one of its group. */
	readonly groups: Uint32Array;
}

export function ledgerBase(index: CorpusIndex): LedgerBase {
	const stems = new Stems(index);
	const statements = index.articles.flatMap(article => statementsOf(article, stems));
	return { statements, groups: reuseGroups(statements.map(({ words }) => words)) };
}

const rejected = statuses.indexOf('rejected');

function statementsOf(article: IndexedArticle, stems: Stems): readonly LedgerStatement[] {
	const { statements, parts } = article;
	const found: LedgerStatement[] = [];
	for (let row = 0; row < statements.length; row += statementWidth) {
		if (statements[row + statementColumn.status] === rejected) {
			continue;
		}
		const first = statements[row + statementColumn.part] ?? 0;
		const end = first + (statements[row + statementColumn.parts] ?? 0);
		const words: number[] = [];
		const tokens: number[] = [];
		for (let part = first; part < end; part++) {
			const last = parts[part * partWidth + partColumn.tokenEnd] ?? 0;
			for (let token = parts[part * partWidth + partColumn.token] ?? 0; token < last; token++) {
				const stem = stems.of(article.tokens[token] ?? 0);
				if (stem !== 0) {
					words.push(stem);
					tokens.push(token);
				}
			}
		}
		found.push({ article, row, words: Uint32Array.from(words), tokens: Uint32Array.from(tokens) });
	}
	return found;
}
