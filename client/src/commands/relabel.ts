import { isLive } from '../items.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { pickLabel } from './pickLabel.ts';
import { itemFor, placeFor } from './place.ts';
import { decide } from './send.ts';

/** Gives a name another label. */
export const relabel: Command = {
	id: 'isnad.editor.relabel',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const { uri } = place;
		const item = itemFor(app, place, given, found => found.kind === 'entity' && isLive(found));
		if (item?.kind !== 'entity') return whisper(t('no-name-here'));
		const label = given.label ?? (await pickLabel(app, uri, item.entity.label));
		if (label === undefined) return;
		return decide(app, place, item, 'isnad.relabel', { uri, id: item.id, label });
	},
};
