import { commands, window } from 'vscode';
import { keyRows } from '../cheatSheet.ts';
import { t } from '../ui.ts';
import type { Command } from './command.ts';

/** Every key of annotation mode in a list that can be searched; choosing one does it. */
export const cheatSheet: Command = {
	id: 'isnad.editor.cheatSheet',
	async run(app) {
		const uri = window.activeTextEditor?.document.uri.toString();
		const scheme = uri === undefined ? undefined : await app.articles.scheme(uri).catch(() => undefined);
		const rows = keyRows(scheme);
		const chosen = await window.showQuickPick(
			rows.map(({ keys, words, ...rest }) => ({ label: keys, description: words, ...rest })),
			{ placeHolder: t('cheat-sheet'), matchOnDescription: true },
		);
		if (chosen) await commands.executeCommand(chosen.command, chosen.argument);
	},
};
