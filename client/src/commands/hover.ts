import { commands } from 'vscode';
import type { Command } from './command.ts';

/** What is known of the place at the cursor. */
export const hover: Command = {
	id: 'isnad.editor.hover',
	async run() {
		await commands.executeCommand('editor.action.showHover');
	},
};
