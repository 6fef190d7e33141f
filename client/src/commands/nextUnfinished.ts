import { commands, Uri, window } from 'vscode';
import { activeDocument } from '../activeDocument.ts';
import { readerView } from '../reader/viewType.ts';
import { t } from '../ui.ts';
import type { Command } from './command.ts';

/** Opens the next article of the corpus whose names or statements are not done. */
export const nextUnfinished: Command = {
	id: 'isnad.editor.nextUnfinished',
	async run({ server, readers }, given) {
		const from = given.uri ?? activeDocument({ readers })?.uri.toString();
		if (from === undefined) return void window.showInformationMessage(t('no-article'));
		const { uri } = await server.unfinished(from);
		if (uri === undefined) return void window.showInformationMessage(t('all-done'));
		const next = Uri.parse(uri, true);
		if (readers.active) await commands.executeCommand('vscode.openWith', next, readerView);
		else await window.showTextDocument(next);
	},
};
