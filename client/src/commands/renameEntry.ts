import { window } from 'vscode';
import { corpusUri } from '../transfer.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { askKey, pickKnownEntry } from './pickEntry.ts';
import { send } from './send.ts';

/** Gives an entry of the register another key, in every link. */
export const renameEntry: Command = {
	id: 'isnad.editor.renameEntry',
	async run(app, given) {
		const uri = await corpusUri(app, given.uri);
		if (uri === undefined) return void window.showInformationMessage(t('no-folder'));
		const entry = await pickKnownEntry(app, uri, t('rename-which'));
		if (!entry) return;
		const { key } = entry;
		const newKey = await askKey(t('rename-to', { key }), key);
		if (newKey === undefined || newKey === key) return;
		const answer = await send(app, 'isnad.entry.rename', { uri, key, newKey });
		if (answer) whisper(t('entry-renamed', { key, newKey }));
	},
};
