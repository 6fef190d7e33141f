import { moveRecord, type TextChange } from '../sidecar/live.ts';
import type { DocumentChange } from './decision.ts';

/** One step that a user can undo, in every document it touched. */
export interface Transaction {
	readonly documents: Readonly<Record<string, DocumentChange>>;
	/** Other files of the corpus that changed with it, by uri; '' is a file that was not there. */
	readonly files?: Readonly<Record<string, FileChange>>;
}

export interface FileChange {
	readonly before: string;
	readonly after: string;
}

/** What can be undone and redone, newest last. Data: nothing is ever changed in place. */
export interface History {
	readonly undo: readonly Transaction[];
	readonly redo: readonly Transaction[];
}

export const emptyHistory: History = { undo: [], redo: [] };

const longest = 500;

/** The history after a step. What could be redone in the documents it touched no longer can. */
export function remember(history: History, transaction: Transaction): History {
	const uris = Object.keys(transaction.documents);
	return {
		undo: [...history.undo, transaction].slice(-longest),
		redo: history.redo.filter(other => !uris.some(uri => Object.hasOwn(other.documents, uri))),
	};
}

export interface Step {
	readonly history: History;
	/** What to apply to each document now. */
	readonly transaction: Transaction;
}

/** Takes back the last transaction that touched a document; undefined where there is none. */
export function undo(history: History, uri: string): Step | undefined {
	const at = history.undo.findLastIndex(transaction => Object.hasOwn(transaction.documents, uri));
	const transaction = history.undo[at];
	return (
		transaction && {
			history: { undo: history.undo.toSpliced(at, 1), redo: [...history.redo, transaction] },
			transaction: reversed(transaction),
		}
	);
}

/** Makes the last transaction that was taken back again. */
export function redo(history: History, uri: string): Step | undefined {
	const at = history.redo.findLastIndex(transaction => Object.hasOwn(transaction.documents, uri));
	const transaction = history.redo[at];
	return (
		transaction && {
			history: { undo: [...history.undo, transaction], redo: history.redo.toSpliced(at, 1) },
			transaction,
		}
	);
}

/** The transaction that takes a transaction back. */
function reversed(transaction: Transaction): Transaction {
	const files = Object.entries(transaction.files ?? {});
	return {
		documents: mapDocuments(transaction, inverse),
		...(files.length === 0
			? {}
			: {
					files: Object.fromEntries(files.map(([uri, { before, after }]) => [uri, { before: after, after: before }])),
				}),
	};
}

/** The change that takes a change back. */
export function inverse({ records, status }: DocumentChange): DocumentChange {
	return {
		records: [...records].reverse().map(({ before, after }) => ({
			...(after === undefined ? {} : { before: after }),
			...(before === undefined ? {} : { after: before }),
		})),
		...(status === undefined ? {} : { status: { before: status.after, after: status.before } }),
	};
}

/** The history after an edit of a document's text: what undo brings back stands where its words stand now. */
export function moveHistory(history: History, uri: string, change: TextChange, textAfter?: string): History {
	const move = (transaction: Transaction): Transaction => {
		const document = transaction.documents[uri];
		return document === undefined || !Object.hasOwn(transaction.documents, uri)
			? transaction
			: { ...transaction, documents: { ...transaction.documents, [uri]: moveChange(document, change, textAfter) } };
	};
	return { undo: history.undo.map(move), redo: history.redo.map(move) };
}

function moveChange(document: DocumentChange, change: TextChange, textAfter: string | undefined): DocumentChange {
	return {
		...document,
		records: document.records.map(({ before, after }) => ({
			...(before === undefined ? {} : { before: moveRecord(before, change, textAfter) }),
			...(after === undefined ? {} : { after: moveRecord(after, change, textAfter) }),
		})),
	};
}

function mapDocuments(
	transaction: Transaction,
	change: (document: DocumentChange) => DocumentChange,
): Readonly<Record<string, DocumentChange>> {
	return Object.fromEntries(Object.entries(transaction.documents).map(([uri, document]) => [uri, change(document)]));
}
