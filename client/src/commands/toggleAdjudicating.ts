import { toggleAdjudicating as toggle } from '../settings.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';

/** Between one's own decisions and the adjudicated ones, chosen from other annotators'. */
export const toggleAdjudicating: Command = {
	id: 'isnad.editor.toggleAdjudicating',
	async run() {
		whisper(t((await toggle()) ? 'adjudicating-on' : 'adjudicating-off'));
	},
};
