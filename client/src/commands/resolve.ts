import { window } from 'vscode';
import { isolated } from '../bidi.ts';
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
		const { alternatives = [] } = item.kind === 'entity' ? item.entity : item.statement;
		if (alternatives.length === 0) return whisper(t('one-version'));
		const choices = [
			{ label: t('keep-this-version'), choice: 0 },
			...alternatives.map((version, index) => ({
				label: t('take-other-version'),
				detail: isolated(version),
				choice: index + 1,
			})),
		];
		const picked = await window.showQuickPick(choices, { placeHolder: t('which-version') });
		return picked && send(app, 'isnad.resolve', { uri: place.uri, id: item.id, choice: picked.choice });
	},
};
