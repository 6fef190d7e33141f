import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';

/**
 * The text after one change. Positions beyond the end are brought to it first: the library takes them for its text but not for
 * the starts of lines it keeps, so that everything behind the edit would be found in a wrong line (1.0.16).
 */
export function updated(text: TextDocument, change: TextDocumentContentChangeEvent, version: number): TextDocument {
	if (!('range' in change)) {
		return TextDocument.update(text, [change], version);
	}
	const within = (position: Place) => text.positionAt(text.offsetAt(position));
	const range = { start: within(change.range.start), end: within(change.range.end) };
	return TextDocument.update(text, [{ range, text: change.text }], version);
}

type Place = Parameters<TextDocument['offsetAt']>[0];
