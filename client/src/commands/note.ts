import { window } from 'vscode';
import { isSuggested } from '../items.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { itemFor, placeFor } from './place.ts';
import { send } from './send.ts';

/** Writes a comment on what is marked here, or changes it; an empty one is removed. */
export const note: Command = {
	id: 'isnad.editor.note',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const item = itemFor(app, place, given);
		if (!item) return whisper(t('nothing-here'));
		if (isSuggested(item)) return whisper(t('decide-first'));
		const { comment: old } = item.kind === 'entity' ? item.entity : item.statement;
		const comment = await window.showInputBox({ prompt: t('comment-on'), value: old ?? '', ignoreFocusOut: true });
		if (comment === undefined) return;
		return send(app, 'isnad.note', { uri: place.uri, id: item.id, comment: comment.trim() });
	},
};
