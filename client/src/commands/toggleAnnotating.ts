import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';

/** Between annotating, where keys annotate and the text is read-only, and editing the text. */
export const toggleAnnotating: Command = {
	id: 'isnad.editor.toggleAnnotating',
	async run({ mode }) {
		await mode.toggle();
		whisper(t(mode.on ? 'annotating-on' : 'annotating-off'));
	},
};
