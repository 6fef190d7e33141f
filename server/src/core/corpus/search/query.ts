import type { StatementType, Status } from '../../model.ts';
import type { Place } from './articleTexts.ts';

/** Which articles. */
export interface ArticleFilter {
	/** Outlets as the index knows them. */
	readonly outlets?: readonly string[];
	/** From this day on, and up to and with that one, `YYYY-MM-DD`. Articles without a date are then left out. */
	readonly since?: string;
	readonly until?: string;
	/** A path from the corpus root, or a folder. */
	readonly below?: string;
}

/** Which statements. */
export interface StatementFilter {
	/** A register key, any spelling that the register has for it, or words of a name. */
	readonly speaker?: string;
	readonly type?: StatementType;
	readonly stance?: string;
	/** The cue's lemma, or as written. */
	readonly cue?: string;
}

/**
 * What to look for; every key narrows. With `text` a hit is a run of words; else with `label` or `entity` a name; else a
 * statement. Words are looked for within the names and statements that the other keys choose. `status` is of the names where
 * there are keys for names, else of the statements; alone, of both.
 */
export interface SearchQuery extends ArticleFilter, StatementFilter {
	/** Words in a row; one that ends in `*` stands for all words that begin so. */
	readonly text?: string;
	/**
	 * written: letter for letter; folded: marks, tatweel, hamza seats, final ى and ة do not matter; clitics (default): also with
	 * و ف ب ك ل س and the article before the first word, or without.
	 */
	readonly match?: WordMatch;
	readonly label?: string;
	/** As `speaker`. */
	readonly entity?: string;
	readonly status?: Status;
	/** Default place: by path and place. Contexts are compared word by word away from the hit, by match key. */
	readonly sort?: SearchSort;
	/** Rows from this one on, 0 by default, and at most so many, 200 by default. */
	readonly offset?: number;
	readonly limit?: number;
}

export const wordMatches = ['written', 'folded', 'clitics'] as const;
export type WordMatch = (typeof wordMatches)[number];
export const searchSorts = ['place', 'left', 'right', 'date'] as const;
export type SearchSort = (typeof searchSorts)[number];

/** A line of a concordance. */
export interface SearchRow extends Place {
	/** From the corpus root. */
	readonly path: string;
	/** UTF-16 units of the article as decoded. */
	readonly start: number;
	readonly end: number;
	/** Up to 60 UTF-16 units before and after, in one line. In Arabic the left context stands at the right. */
	readonly left: string;
	readonly text: string;
	readonly right: string;
	readonly kind: 'words' | 'entity' | 'statement';
	/** Of the name, or statement, that the row is, or that its words stand in. */
	readonly id?: string;
	readonly status?: Status;
	/** Label of the name, type of the statement. */
	readonly label?: string;
	/** Key and preferred name in the register, where it is linked or its spelling known. */
	readonly entity?: string;
	readonly name?: string;
	/** Of the statement. */
	readonly speaker?: string;
	readonly outlet: string;
	readonly date: string;
}

export interface SearchAnswer {
	/** Hits in all, and the articles and outlets they are in. */
	readonly total: number;
	readonly articles: number;
	readonly outlets: number;
	readonly rows: readonly SearchRow[];
	/** Articles of rows that changed since they were indexed: their rows are left out until then. */
	readonly stale: readonly string[];
}
