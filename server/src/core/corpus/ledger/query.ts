import type { StatementType, Status } from '../../model.ts';
import type { Place } from '../search/articleTexts.ts';
import type { ArticleFilter, StatementFilter, WordMatch } from '../search/query.ts';

/** Which statements the ledger shows; every key narrows. Rejected ones are never among them. */
export interface LedgerQuery extends ArticleFilter, StatementFilter {
	/** Words in the statement, as in a search. */
	readonly text?: string;
	readonly match?: WordMatch;
	/** A name in the statement: as `speaker`. */
	readonly entity?: string;
	readonly status?: Status;
	/** Only statements that more than one article tells. */
	readonly shared?: boolean;
	/** Groups from this one on, 0 by default, and at most so many, 100 by default. */
	readonly offset?: number;
	readonly limit?: number;
}

export interface LedgerAnswer {
	/** Of what was asked for: statements told, counted once however often, and all tellings. */
	readonly total: number;
	readonly tellings: number;
	/** Who speaks, over all that the other keys choose: whoever speaks most first. At most 500. */
	readonly speakers: readonly LedgerSpeaker[];
	/** In order of time; those without a date last, by path. */
	readonly groups: readonly LedgerGroup[];
	/** Articles that changed since they were indexed: their tellings are left out until then. */
	readonly stale: readonly string[];
}

export interface LedgerSpeaker {
	/** What to give as `speaker`: a register key, `unnamed:…`, or a spelling by match key; '' are those nobody knows. */
	readonly id: string;
	readonly name: string;
	readonly registered: boolean;
	readonly tellings: number;
	readonly articles: number;
	readonly outlets: number;
	/** Days of the first and last telling; '' without dates. */
	readonly first: string;
	readonly last: string;
}

/** One statement with all its tellings, the earliest first. */
export interface LedgerGroup {
	readonly speaker: string;
	readonly speakerId: string;
	/** Day of the earliest telling; '' without. */
	readonly date: string;
	readonly outlets: readonly string[];
	readonly tellings: readonly Telling[];
}

/** A statement as one article tells it. */
export interface Telling extends Place {
	readonly path: string;
	readonly outlet: string;
	readonly date: string;
	readonly id: string;
	readonly status: Status;
	readonly type: StatementType;
	/** UTF-16 units of the article as decoded, of the first part; so are the lines and columns. */
	readonly start: number;
	readonly end: number;
	/** The content; parts joined by ` … `. */
	readonly text: string;
	/** The same in pieces: what the first telling has too, and what it has not. Of the first one, what any other has. */
	readonly pieces: readonly { readonly text: string; readonly same: boolean }[];
	readonly cue: string;
	readonly stance: string;
	/** As written, and the speaker's name over the corpus. */
	readonly source: string;
	readonly speaker: string;
	readonly speakerId: string;
	readonly via: string;
	/** Whether the query itself chose it, or only its group. */
	readonly asked: boolean;
}
