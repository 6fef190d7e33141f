import { window } from 'vscode';
import { isFile, makeArticle } from '../language.ts';
import { t } from '../ui.ts';
import type { Command } from './command.ts';

/** Treats the file in the editor as an article although no corpus takes it, or although another language was chosen. */
export const setLanguage: Command = {
	id: 'isnad.editor.setLanguage',
	async run({ memory }) {
		const document = window.activeTextEditor?.document;
		if (document && isFile(document)) await makeArticle(document, memory);
		else void window.showInformationMessage(t('no-file'));
	},
};
