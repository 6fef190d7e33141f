import type { Command } from './command.ts';
import { placeFor } from './place.ts';
import { send } from './send.ts';

/** Takes back the last decision that touched this article, in every article it touched. */
export const undo: Command = {
	id: 'isnad.editor.undo',
	async run(app, given) {
		const place = await placeFor(app, given);
		return place && send(app, 'isnad.undo', { uri: place.uri });
	},
};
