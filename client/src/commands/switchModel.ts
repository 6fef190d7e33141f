import { window } from 'vscode';
import { isolated } from '../bidi.ts';
import { chooseModel, ownModel } from '../settings.ts';
import { t } from '../ui.ts';
import type { Command } from './command.ts';

/** Where training writes the model of a corpus. */
const trained = 'annotations/model.tsv';

/** Asks whether names are suggested with the shipped model alone, or with the corpus' own beside it. */
export const switchModel: Command = {
	id: 'isnad.editor.switchModel',
	async run() {
		const now = ownModel();
		const choices = [
			{ label: t('use-shipped-model'), path: '' },
			...[...new Set([now, trained])]
				.filter(path => path !== '')
				.map(path => ({ label: t('use-own-model'), detail: isolated(path), path })),
		].map(choice => (choice.path === now ? { ...choice, description: t('in-use') } : choice));
		const chosen = await window.showQuickPick(choices, { placeHolder: t('which-model') });
		if (chosen && chosen.path !== now) await chooseModel(chosen.path);
	},
};
