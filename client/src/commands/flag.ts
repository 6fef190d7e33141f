import { isSuggested } from '../items.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { itemFor, placeFor } from './place.ts';
import { send } from './send.ts';

/** Flags what is marked here as doubtful, or takes the flag away. */
export const flag: Command = {
	id: 'isnad.editor.flag',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const item = itemFor(app, place, given);
		if (!item) return whisper(t('nothing-here'));
		if (isSuggested(item)) return whisper(t('decide-first'));
		const { flag: old } = item.kind === 'entity' ? item.entity : item.statement;
		const answer = await send(app, 'isnad.note', { uri: place.uri, id: item.id, flag: !old });
		if (answer) whisper(t(old ? 'unflagged' : 'flagged'));
		return answer;
	},
};
