import { itemById } from '../items.ts';
import type { Command } from './command.ts';
import { placeFor } from './place.ts';

/** Goes to a name or a statement. */
export const reveal: Command = {
	id: 'isnad.editor.reveal',
	async run(app, given) {
		const place = await placeFor(app, given);
		const item = place && given.id !== undefined ? itemById(place.known, given.id) : undefined;
		if (place && item) app.focus.goTo(place.editor, item);
	},
};
