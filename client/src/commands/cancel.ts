import type { Command } from './command.ts';

/** Gives up choosing words in the text. */
export const cancel: Command = {
	id: 'isnad.editor.cancel',
	async run({ choosing }) {
		choosing.cancel();
	},
};
