import { Uri, window } from 'vscode';
import { t } from '../ui.ts';
import type { Command } from './command.ts';

/** Opens the next article of the corpus whose names or statements are not done. */
export const nextUnfinished: Command = {
	id: 'isnad.editor.nextUnfinished',
	async run({ server }, given) {
		const from = given.uri ?? window.activeTextEditor?.document.uri.toString();
		if (from === undefined) return void window.showInformationMessage(t('no-article'));
		const { uri } = await server.unfinished(from);
		if (uri === undefined) return void window.showInformationMessage(t('all-done'));
		await window.showTextDocument(Uri.parse(uri, true));
	},
};
