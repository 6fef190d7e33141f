import { window } from 'vscode';
import { corpusUri } from '../transfer.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { pickKnownEntry } from './pickEntry.ts';
import { send } from './send.ts';

/** Makes one entry of two: spellings and every link of the first go to the second. */
export const mergeEntries: Command = {
	id: 'isnad.editor.mergeEntries',
	async run(app, given) {
		const uri = await corpusUri(app, given.uri);
		if (uri === undefined) return void window.showInformationMessage(t('no-folder'));
		const gone = await pickKnownEntry(app, uri, t('merge-which'));
		if (!gone) return;
		const { key } = gone;
		const kept = await pickKnownEntry(app, uri, t('merge-into', { key }), key);
		if (!kept) return;
		const answer = await send(app, 'isnad.entry.merge', { uri, key, into: kept.key });
		if (answer) whisper(t('entries-merged', { key, into: kept.key }));
	},
};
