/**
 * Requests about a corpus as a whole. `uri` is any file or folder in it. The index is made in the background when a corpus is first
 * asked of; an answer before it is ready is about what is indexed so far, and says so in `state`. Rows carry the place to open.
 */
import type { LedgerAnswer, LedgerGroup, LedgerQuery, Telling } from '../core/corpus/ledger/query.ts';
import type { CorpusNameFacts } from '../core/corpus/search/nameFacts.ts';
import type { SearchAnswer, SearchQuery, SearchRow } from '../core/corpus/search/query.ts';
import type { CorpusStats, StatsQuery } from '../core/corpus/stats/stats.ts';
import type { Range } from './types.ts';

export type { LedgerQuery, SearchQuery, StatsQuery };

/** Where the index of a corpus is. */
export interface IndexState {
	/** Uri of the corpus' folder. */
	readonly root: string;
	/** stopped: cancelled, or failed; what is indexed stays, and the next `isnad/index` goes on. */
	readonly state: 'indexing' | 'ready' | 'stopped';
	/** Articles done, of those that were new or changed. */
	readonly done: number;
	readonly of: number;
	/** Paths of articles that cannot be read as text. */
	readonly unreadable: readonly string[];
}

/** Concordance. */
export const searchRequest = 'isnad/search';
export interface SearchParams {
	readonly uri: string;
	readonly query: SearchQuery;
}
export interface SearchResult extends Omit<SearchAnswer, 'rows'> {
	readonly index: IndexState;
	readonly rows: readonly SearchResultRow[];
}
export interface SearchResultRow extends SearchRow {
	readonly uri: string;
	readonly range: Range;
}

/** Who said what. */
export const ledgerRequest = 'isnad/ledger';
export interface LedgerParams {
	readonly uri: string;
	readonly query: LedgerQuery;
}
export interface LedgerResult extends Omit<LedgerAnswer, 'groups'> {
	readonly index: IndexState;
	readonly groups: readonly LedgerResultGroup[];
}
export interface LedgerResultGroup extends Omit<LedgerGroup, 'tellings'> {
	readonly tellings: readonly LedgerResultTelling[];
}
export interface LedgerResultTelling extends Telling {
	readonly uri: string;
	readonly range: Range;
}

/** Counts for the dashboard. Other annotators' layers are left out where the settings hide them. */
export const statsRequest = 'isnad/stats';
export interface StatsParams {
	readonly uri: string;
	readonly query: StatsQuery;
}
export interface StatsResult extends CorpusStats {
	readonly index: IndexState;
}

/** All rows of a search or ledger as text for a file; csv begins with a byte order mark, and no cell of it is a formula. */
export const exportRequest = 'isnad/export';
export interface ExportParams {
	readonly uri: string;
	readonly format: 'csv' | 'jsonl';
	readonly search?: SearchQuery;
	readonly ledger?: LedgerQuery;
}
export interface ExportResult {
	readonly content: string;
}

/** What the corpus knows of a name: by its key in the register, else by a spelling (with a label, only names of that label). */
export const entryRequest = 'isnad/entry';
export interface EntryParams {
	readonly uri: string;
	readonly key?: string;
	readonly spelling?: string;
	readonly label?: string;
}
export interface EntryResult extends CorpusNameFacts {
	readonly index: IndexState;
	/** For a name that has no entry: a key that is free. */
	readonly proposedKey: string;
}

/** Brings the index up to the files; answers at once, notifications tell the progress. */
export const indexRequest = 'isnad/index';
export interface IndexParams {
	readonly uri: string;
	/** Stop what is under way instead. */
	readonly stop?: boolean;
}

/** From the server: the index of a corpus goes on, is ready, or stopped. At most ten a second. */
export const indexNotification = 'isnad/indexState';
