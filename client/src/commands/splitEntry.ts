import { window } from 'vscode';
import { isolated } from '../bidi.ts';
import { corpusUri } from '../transfer.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { askKey, pickKnownEntry } from './pickEntry.ts';
import { send } from './send.ts';

/** Makes two entries of one: the ticked spellings, and names written so, go to a new entry. */
export const splitEntry: Command = {
	id: 'isnad.editor.splitEntry',
	async run(app, given) {
		const uri = await corpusUri(app, given.uri);
		if (uri === undefined) return void window.showInformationMessage(t('no-folder'));
		const entry = await pickKnownEntry(app, uri, t('split-which'));
		if (!entry) return;
		const { key } = entry;
		const facts = await app.server.entry({ uri, key });
		const all = new Set([...entry.aliases, ...(facts?.spellings ?? [])]);
		all.delete(entry.name);
		if (all.size === 0) return void window.showInformationMessage(t('split-one-spelling', { key }));
		const choices = [...all].map(spelling => ({ label: isolated(spelling), spelling }));
		const chosen = await window.showQuickPick(choices, {
			canPickMany: true,
			placeHolder: t('split-spellings', { key }),
		});
		const [name, ...others] = (chosen ?? []).map(({ spelling }) => spelling);
		if (name === undefined) return;
		const proposed = (await app.server.entry({ uri, spelling: name }))?.proposedKey ?? '';
		const newKey = await askKey(t('entry-key', { text: name }), proposed);
		if (newKey === undefined) return;
		const answer = await send(app, 'isnad.entry.split', { uri, key, newKey, name, spellings: others });
		if (answer) whisper(t('entry-made', { key: newKey }));
	},
};
