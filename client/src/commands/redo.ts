import type { Command } from './command.ts';
import { placeFor } from './place.ts';
import { send } from './send.ts';

/** Makes again what was last taken back. */
export const redo: Command = {
	id: 'isnad.editor.redo',
	async run(app, given) {
		const place = await placeFor(app, given);
		return place && send(app, 'isnad.redo', { uri: place.uri });
	},
};
