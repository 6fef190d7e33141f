import { window } from 'vscode';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { itemFor, placeFor } from './place.ts';
import { send } from './send.ts';

/** Chooses among versions of a decision that a merge could not reconcile. */
export const resolve: Command = {
	id: 'isnad.editor.resolve',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const item = itemFor(app, place, given);
		if (!item) return whisper(t('nothing-here'));
		const choices = [0, 1].map(choice => ({
			label: t(choice === 0 ? 'keep-this-version' : 'take-other-version'),
			choice,
		}));
		const picked = await window.showQuickPick(choices, { placeHolder: t('which-version') });
		return picked && send(app, 'isnad.resolve', { uri: place.uri, id: item.id, choice: picked.choice });
	},
};
