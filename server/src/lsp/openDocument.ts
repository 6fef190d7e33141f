import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentView, Problem } from '../core/model.ts';
import type { ParsedText } from '../core/text/parsed.ts';

/** What a request handler sees of an open article: one moment of it, never changing under the handler's hands. */
export interface OpenDocument {
	readonly uri: string;
	readonly version: number;
	/** For positions; its text is `view.text`. */
	readonly text: TextDocument;
	readonly parsed: ParsedText;
	readonly view: DocumentView;
	/** Problems of its sidecar, scheme and text, as the server knows them. */
	readonly problems: readonly Problem[];
	/** Uri of its sidecar; absent outside every corpus. */
	readonly sidecar?: string;
	/** Why nothing is saved, as a problem code, if so. */
	readonly readOnly?: string;
}
