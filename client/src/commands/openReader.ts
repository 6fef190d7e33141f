import { commands, Uri, ViewColumn, window } from 'vscode';
import { fromRange } from '../ranges.ts';
import { readerView } from '../reader/viewType.ts';
import { t } from '../ui.ts';
import type { Command } from './command.ts';

/** Shows an article in the Reader, at the place where the text editor is. */
export const openReader: Command = {
	id: 'isnad.editor.openReader',
	async run({ readers }, given) {
		const editor = window.activeTextEditor;
		const uri = given.uri ?? editor?.document.uri.toString();
		if (uri === undefined) return void window.showInformationMessage(t('no-article'));
		const range = editor?.document.uri.toString() === uri ? fromRange(editor.selection) : undefined;
		if (range) readers.leave(uri, range);
		const open = readers.of(uri);
		if (open && range) open.goTo(range);
		await commands.executeCommand(
			'vscode.openWith',
			Uri.parse(uri, true),
			readerView,
			editor?.viewColumn ?? ViewColumn.Active,
		);
	},
};
