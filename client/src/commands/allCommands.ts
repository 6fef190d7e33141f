import { commands, window } from 'vscode';
import { isolated } from '../bidi.ts';
import { keysOf } from '../cheatSheet.ts';
import { commandTitles } from '../titles.ts';
import { t } from '../ui.ts';
import type { Command } from './command.ts';

/** Every command, in the user's language: the palette knows English alone. */
export const allCommands: Command = {
	id: 'isnad.editor.allCommands',
	async run() {
		const choices = commandTitles().map(({ id, title }) => ({ label: isolated(title), description: keysOf(id), id }));
		const chosen = await window.showQuickPick(choices, { placeHolder: t('which-command') });
		if (chosen) await commands.executeCommand(chosen.id);
	},
};
