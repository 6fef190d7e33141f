import { type Item, isSuggested } from '../items.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { itemFor, placeFor } from './place.ts';
import { decide, send } from './send.ts';

/** Says that what is marked here is wrong: the machine's is rejected and not suggested again, a person's own is removed. */
export const reject: Command = {
	id: 'isnad.editor.reject',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const { uri } = place;
		const item = itemFor(app, place, given, isSuggested) ?? itemFor(app, place, given);
		if (!item) return whisper(t('nothing-here'));
		const command = isManual(item) ? 'isnad.remove' : 'isnad.reject';
		return given.id === undefined
			? decide(app, place, item, command, { uri, id: item.id })
			: send(app, command, { uri, id: item.id });
	},
};

function isManual(item: Item): boolean {
	return (item.kind === 'entity' ? item.entity.from : item.statement.from) === 'manual';
}
