import { offer, t } from '../ui.ts';
import type { Command } from './command.ts';
import { nextUnfinished } from './nextUnfinished.ts';
import { placeFor } from './place.ts';
import { send } from './send.ts';

/** Marks an article done, names and statements, and offers the next one. */
export const markDone: Command = {
	id: 'isnad.editor.markDone',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const { uri } = place;
		for (const kind of ['entities', 'statements'] as const) {
			if (!(await send(app, 'isnad.status', { uri, kind, status: 'done' }))) return;
		}
		void offer(t('marked-done'), t('go-to-next'), () => nextUnfinished.run(app, { uri }));
	},
};
