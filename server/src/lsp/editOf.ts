import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { TextChange } from '../core/sidecar/live.ts';
import { difference } from './difference.ts';

/** What an editor's change does to the text as it was; undefined where a text sent anew is the same. */
export function editOf(text: TextDocument, change: TextDocumentContentChangeEvent): TextChange | undefined {
	if (!('range' in change)) {
		return difference(text.getText(), change.text);
	}
	const { start, end } = change.range;
	return { start: text.offsetAt(start), end: text.offsetAt(end), newLength: change.text.length };
}
