import { type TextDocument, window } from 'vscode';
import type { App } from './app.ts';

/** The document that the user is in: of the active text editor, or of the active Reader. */
export function activeDocument({ readers }: Pick<App, 'readers'>): TextDocument | undefined {
	return window.activeTextEditor?.document ?? readers.active?.document;
}
