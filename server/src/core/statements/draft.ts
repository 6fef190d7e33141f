import type { StatementType } from '../model.ts';
import type { Span } from '../span.ts';
import type { Agreement } from './lexicon/conjugation.ts';
import type { Tense } from './lexicon/cueTable.ts';
import type { SourcePhrase } from './sourcePhrase.ts';

/** How the words of a statement were found; the table of scores has a row for each. */
export type Finding = 'that' | 'colonMark' | 'mark' | 'colon' | 'object' | 'attribution' | 'headline' | 'inverted';

/** A statement before its speaker is resolved. Token indexes are half-open. */
export interface Draft {
	readonly type: StatementType;
	readonly content: readonly Span[];
	/** Tokens of the content, all parts together. */
	readonly first: number;
	readonly last: number;
	/** Token where the attribution begins, for the order of speakers. */
	readonly at: number;
	readonly unit: number;
	readonly paragraph: number;
	readonly found: Finding;
	readonly cue?: Span;
	readonly lemma?: string;
	readonly stance?: string;
	readonly tense?: Tense;
	/** What the cue says of an implicit subject. */
	readonly agreement?: Agreement;
	readonly source?: SourcePhrase;
	/** Media that pass it on, the outermost first. */
	readonly via?: readonly SourcePhrase[];
	readonly addressee?: Span;
	/** The subject of the verb that a participle belongs to, written at that verb. */
	readonly host?: SourcePhrase;
	/** It attributes words that another draft attributes already: that draft's `at`. */
	readonly relays?: number;
	readonly unmarked?: boolean;
}
