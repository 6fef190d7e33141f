/**
 * One article as the index keeps it: numbers only. Texts are numbers in the index's string table, so 30,000 articles fit in some
 * 80 MB and are searched by running over arrays; a row that is shown is cut from the article itself, read again.
 */
import type { Progress, StatementType, Status } from '../../model.ts';

export interface IndexedArticle {
	/** From the corpus root. */
	readonly path: string;
	/** Tells whether its files changed: see `articleFiles.ts`. */
	readonly stamp: string;
	/** Of the bytes of its files, in hexadecimal. */
	readonly hash: string;
	/** '' where nothing tells it. */
	readonly outlet: string;
	/** `YYYY-MM-DD`; '' where nothing tells it. */
	readonly date: string;
	readonly layers: readonly LayerProgress[];
	/** Its words as written, in text order: every token, marks and line ends too. */
	readonly tokens: Uint32Array;
	/** Rows of `entityWidth`, in the order of the view. */
	readonly entities: Uint32Array;
	/** Rows of `statementWidth`. */
	readonly statements: Uint32Array;
	/** Rows of `partWidth`: the contents of the statements, one after another. */
	readonly parts: Uint32Array;
}

/** How far one layer of an article is. */
export interface LayerProgress {
	/** By its name: see `layerName`. */
	readonly layer: string;
	readonly entities: Progress;
	readonly statements: Progress;
	readonly confirmed: number;
	readonly rejected: number;
}

/** Some articles with the table their numbers point into. */
export interface Pack {
	readonly strings: readonly string[];
	readonly articles: readonly IndexedArticle[];
}

/** Columns of an entity. Offsets are UTF-16 into the decoded text, tokens count from 0, `tokenEnd` exclusive. */
export const entityColumn = {
	start: 0,
	end: 1,
	token: 2,
	tokenEnd: 3,
	label: 4,
	/** As written. */
	text: 5,
	/** Match key of the name's fullest form in the article. */
	name: 6,
	/** Key in the register that a person linked it to. */
	entity: 7,
	status: 8,
	id: 9,
} as const;
export const entityWidth = 10;

export const statementColumn = {
	type: 0,
	status: 1,
	/** As written. */
	cue: 2,
	cueLemma: 3,
	stance: 4,
	/** The source phrase as written. */
	speaker: 5,
	/** The speaker's fullest name in the article. */
	speakerName: 6,
	/** As decided: key in the register, or `unnamed:…`. Of suggestions only the latter. */
	speakerEntity: 7,
	via: 8,
	id: 9,
	/** First row in `parts`, and how many. */
	part: 10,
	parts: 11,
} as const;
export const statementWidth = 12;

export const partColumn = { start: 0, end: 1, token: 2, tokenEnd: 3 } as const;
export const partWidth = 4;

export const statuses: readonly Status[] = ['suggested', 'confirmed', 'rejected', 'orphan'];
export const statementTypes: readonly StatementType[] = ['direct', 'indirect', 'mixed', 'reported'];
