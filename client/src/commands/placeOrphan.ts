import { window } from 'vscode';
import { isolated } from '../bidi.ts';
import { type Item, itemById } from '../items.ts';
import { fromRange } from '../ranges.ts';
import { selectedIn } from '../selection.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { type Place, placeFor } from './place.ts';
import { send } from './send.ts';

/** Gives a decision that lost its place in the text a place again: the selected words, or words to be chosen. */
export const placeOrphan: Command = {
	id: 'isnad.editor.place',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const { uri, editor, document } = place;
		const id = given.id ?? (await pickOrphan(place));
		if (id === undefined) return;
		const [selected] = selectedIn(editor).map(fromRange);
		const range = selected ?? (await app.choosing.ask(editor, t('select-place', { text: wordsOf(place, id) })));
		return range && send(app, 'isnad.place', { uri, version: document.version, id, range });
	},
};

async function pickOrphan({ known }: Place): Promise<string | undefined> {
	const orphans: readonly { readonly id: string; readonly text: string; readonly status: string }[] = [
		...known.entities,
		...known.statements,
	].filter(({ status }) => status === 'orphan');
	if (orphans.length === 0) {
		whisper(t('no-orphans'));
		return undefined;
	}
	const choices = orphans.map(({ id, text }) => ({ label: isolated(text), id }));
	return (await window.showQuickPick(choices, { placeHolder: t('which-orphan') }))?.id;
}

function wordsOf({ known }: Place, id: string): string {
	const item: Item | undefined = itemById(known, id);
	if (!item) return '';
	const { text } = item.kind === 'entity' ? item.entity : item.statement;
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
