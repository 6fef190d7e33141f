import { window } from 'vscode';
import type { App } from '../app.ts';
import { keysOfReader } from '../keys.ts';
import type { Command, Given } from './command.ts';

const prefix = 'isnad.editor.';
/** What the editor does for both; the page asks for it too. */
const ofEditor: readonly string[] = ['openText', 'openSidecar', 'nextUnfinished', 'saveReaderPage', 'allCommands'];
const ofPage = new Set(
	[...Object.values(keysOfReader()), 'reveal', 'label'].filter(action => !ofEditor.includes(action)),
);

/** Lets the Reader do a command that was called for it, from the palette, a menu or the tree; false where another editor is meant. */
export function inReader({ readers }: App, id: Command['id'], { uri, id: item, label }: Given): boolean {
	const reader =
		uri === undefined || window.visibleTextEditors.some(editor => editor.document.uri.toString() === uri)
			? readers.active
			: readers.of(uri);
	const action = id.slice(prefix.length);
	if (!reader || !ofPage.has(action) || (uri !== undefined && reader.document.uri.toString() !== uri)) return false;
	reader.act(action, { ...(item === undefined ? {} : { id: item }), ...(label === undefined ? {} : { label }) });
	return true;
}
