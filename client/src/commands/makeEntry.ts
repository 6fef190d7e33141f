import { window } from 'vscode';
import { isolated } from '../bidi.ts';
import { isLive } from '../items.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { askKey } from './pickEntry.ts';
import { itemFor, placeFor } from './place.ts';
import { send } from './send.ts';

/** Makes an entry of the register of a name in the text, with spellings that the corpus has for it; the name is linked to it. */
export const makeEntry: Command = {
	id: 'isnad.editor.makeEntry',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const item = itemFor(app, place, given, found => found.kind === 'entity' && isLive(found));
		if (item?.kind !== 'entity') return whisper(t('no-name-here'));
		const { uri } = place;
		const { text, label } = item.entity;
		const facts = await app.server.entry({ uri, spelling: text, label });
		const key = await askKey(t('entry-key', { text }), facts?.proposedKey ?? '');
		if (key === undefined) return;
		const others = (facts?.spellings ?? []).filter(spelling => spelling !== text);
		const aliases = others.length === 0 ? [] : await pickSpellings(others, t('entry-aliases', { text }));
		if (!aliases) return;
		const answer = await send(app, 'isnad.entry.make', { uri, id: item.id, key, aliases });
		if (answer) whisper(t('entry-made', { key }));
	},
};

/** Some of the spellings of a name, all of them ticked. */
async function pickSpellings(
	spellings: readonly string[],
	placeHolder: string,
): Promise<readonly string[] | undefined> {
	const choices = spellings.map(spelling => ({ label: isolated(spelling), picked: true, spelling }));
	return (await window.showQuickPick(choices, { canPickMany: true, placeHolder }))?.map(({ spelling }) => spelling);
}
