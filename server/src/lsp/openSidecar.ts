import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem } from '../core/model.ts';

/** A sidecar that is open in the editor, at one moment. */
export interface OpenSidecar {
	readonly uri: string;
	readonly version: number;
	/** The YAML as it is in the editor. */
	readonly text: TextDocument;
	/** Of the sidecar reader; spans are into `text`. */
	readonly problems: readonly Problem[];
}
