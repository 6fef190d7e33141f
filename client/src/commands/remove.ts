import { isLive, isSuggested, statusOf } from '../items.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { itemFor, placeFor } from './place.ts';
import { send } from './send.ts';

/** Takes a decision back, a rejection too where nothing else is decided: the machine may suggest again. */
export const remove: Command = {
	id: 'isnad.editor.remove',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const item =
			itemFor(app, place, given, found => isLive(found) && !isSuggested(found)) ??
			itemFor(app, place, given, found => statusOf(found) === 'rejected');
		if (!item) return whisper(t('nothing-decided-here'));
		return send(app, 'isnad.remove', { uri: place.uri, id: item.id });
	},
};
