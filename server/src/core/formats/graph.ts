import type { Span } from '../span.ts';

/**
 * What interchange formats hold: labelled spans and labelled links between two of them. Records become one before they are
 * written, and are made of one after reading, so that a format knows nothing of statements.
 */
export interface Graph {
	/** In the order of their records; parts of a statement behind it. */
	readonly marks: readonly Mark[];
	readonly links: readonly Link[];
	/** Labels of the whole document. */
	readonly documentLabels: Readonly<Record<string, string>>;
}

/** A labelled span. */
export interface Mark {
	/** Unique in its graph. Of a record of ours, the record's id; of its cue the id with `.cue` behind it. */
	readonly id: string;
	readonly label: string;
	/** One or more, in text order; UTF-16 of the text as given. */
	readonly parts: readonly Span[];
	/** Everything else that is known of it, by the names of `fields.ts`. */
	readonly fields: Readonly<Record<string, string>>;
	/** The words that a file says stand there; absent where it does not say. Parts are joined by a blank. Of files only. */
	readonly exact?: string;
}

/** A labelled link from one mark to another. */
export interface Link {
	/** Of a relation, its record's id; '' for what holds a statement together. */
	readonly id: string;
	readonly type: string;
	readonly source: string;
	readonly target: string;
	readonly fields: Readonly<Record<string, string>>;
}
