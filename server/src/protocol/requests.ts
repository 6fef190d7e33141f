/** Custom requests and notifications: names with their types. One copy for both sides. */
import type { DocumentItem, EntityItem, Highlight, Range, SchemeItem, StatementItem } from './types.ts';

// ---- From client to server ----

/** Everything known of one document. Refused for a uri outside every corpus. */
export const documentRequest = 'isnad/document';
export interface DocumentParams {
	readonly uri: string;
	/** "common", "gold" or an annotator's name; default where this session's decisions go. */
	readonly layer?: string;
}
export type DocumentResult = DocumentItem | null;

/** Whose decisions on a text there are. */
export const layersRequest = 'isnad/layers';
export interface LayersParams {
	readonly uri: string;
}
export interface LayersResult {
	/** Where this session's decisions go: "common", "gold" or an annotator's name. */
	readonly own: string;
	/** Those that have a sidecar for this text. */
	readonly layers: readonly {
		readonly name: string;
		readonly status: DocumentItem['status'];
		readonly records: number;
	}[];
}

/** Where two layers of an open article differ. */
export const compareRequest = 'isnad/compare';
export interface CompareParams {
	readonly uri: string;
	readonly layers: readonly [string, string];
}
export type CompareResult = {
	readonly version: number;
	/** Names and statements that both have alike; and how many of them the adjudicated layer has. */
	readonly agreed: number;
	readonly taken: number;
	/** In text order. */
	readonly differences: readonly {
		readonly kind: 'entity' | 'statement';
		/** What they differ in: name, label, content, type, cue, speaker, who speaks. */
		readonly over: readonly string[];
		readonly range: Range;
		/** Absent where that layer has nothing here. */
		readonly first?: EntityItem | StatementItem;
		readonly second?: EntityItem | StatementItem;
		/** Whether the adjudicated layer has decided about it. */
		readonly settled: boolean;
	}[];
} | null;

/** The label scheme that holds for a document, worded in the user's language. */
export const schemeRequest = 'isnad/scheme';
export interface SchemeParams {
	readonly uri: string;
}
export type SchemeResult = SchemeItem;

/** The entity register of a document's corpus, in its order. */
export const registerRequest = 'isnad/register';
export interface RegisterParams {
	readonly uri: string;
}
export interface RegisterResult {
	readonly entries: readonly {
		readonly key: string;
		readonly label: string;
		readonly name: string;
		readonly aliases: readonly string[];
		readonly note?: string;
	}[];
}

/** Whether a file is an article of a corpus, and of which. Answers for files that are not open too. */
export const articleRequest = 'isnad/article';
export interface ArticleParams {
	readonly uri: string;
}
export interface ArticleResult {
	/** Whether the corpus' globs take the file. */
	readonly article: boolean;
	/** Uri of the corpus root; absent outside any corpus. */
	readonly root?: string;
	/** Uri of the article's sidecar. */
	readonly sidecar?: string;
	/** What to offer when the file cannot be annotated where it is. */
	readonly offer?: 'open-corpus' | 'open-folder';
}

/** The next (or first) article of the corpus after this one whose entities or statements are not done. */
export const unfinishedRequest = 'isnad/unfinished';
export interface UnfinishedParams {
	readonly uri: string;
}
export interface UnfinishedResult {
	readonly uri?: string;
	readonly left: number;
}

/** Search in one document by match key: marks, tatweel and hamza seats do not matter. */
export const findRequest = 'isnad/find';
export interface FindParams {
	readonly uri: string;
	readonly query: string;
}
export interface FindResult {
	readonly hits: readonly {
		readonly range: Range;
		readonly before: string;
		readonly text: string;
		readonly after: string;
	}[];
}

/** What is known of the name and of the statement at a place and why they were suggested, worded as in hovers, without links. */
export const explainRequest = 'isnad/explain';
export interface ExplainParams {
	readonly uri: string;
	readonly position: Range['start'];
}
export interface ExplainResult {
	readonly items: readonly { readonly id: string; readonly lines: readonly string[] }[];
}

/** What a label key takes on a bare cursor: the token there, clitics left outside. */
export const tokenRequest = 'isnad/token';
export interface TokenParams {
	readonly uri: string;
	readonly position: Range['start'];
}
export interface TokenResult {
	readonly range?: Range;
}

/** The machine's best guesses for a part of a statement whose content is marked, best first. */
export const guessRequest = 'isnad/guess';
export interface GuessParams {
	readonly uri: string;
	readonly content: readonly Range[];
}
export interface GuessResult {
	readonly type: 'direct' | 'indirect' | 'mixed' | 'reported';
	readonly cues: readonly { readonly range: Range; readonly text: string }[];
	readonly speakers: readonly {
		readonly range?: Range;
		readonly text: string;
		readonly name?: string;
		readonly entity?: string;
	}[];
}

// ---- From server to client ----

/** What to draw. `revision` grows with every change of a document; a message for another version is dropped by the client. */
export const annotationsNotification = 'isnad/annotations';
export interface AnnotationsParams {
	readonly uri: string;
	readonly version: number;
	readonly revision: number;
	/** True when this replaces all that was drawn (first message, or after a language change). */
	readonly whole: boolean;
	readonly removed: readonly string[];
	readonly upserted: readonly Highlight[];
	/** For the status bar and the tree: cheap totals. */
	readonly counts: { readonly suggested: number; readonly confirmed: number; readonly orphans: number };
	readonly status: DocumentItem['status'];
}

/** Files of schemes the server cannot reach itself (virtual workspaces, the browser). Content in base64. */
export const readFileRequest = 'isnad/fs/read';
export const writeFileRequest = 'isnad/fs/write';
export const removeFileRequest = 'isnad/fs/remove';
export const listFolderRequest = 'isnad/fs/list';
export interface FileParams {
	readonly uri: string;
}
export interface WriteFileParams extends FileParams {
	readonly content: string;
}
export type ReadFileResult = { readonly content: string } | null;
export type ListFolderResult = readonly { readonly name: string; readonly kind: 'file' | 'folder' | 'other' }[];
