import type { RegisterResult } from '../../../server/src/protocol/requests.ts';
import type { DocumentItem, EntityItem } from '../../../server/src/protocol/types.ts';
import { isolated } from '../bidi.ts';
import { isLive } from '../items.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { type KeyItem, keyItem, pickKey } from './pickEntry.ts';
import { itemFor, placeFor } from './place.ts';
import { send } from './send.ts';

/** Links a name to an entry of the entity register, found by key, name or alias. */
export const link: Command = {
	id: 'isnad.editor.link',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const item = itemFor(app, place, given, found => found.kind === 'entity' && isLive(found));
		if (item?.kind !== 'entity') return whisper(t('no-name-here'));
		const { entries } = await app.server.register(place.uri);
		const keys = keysFor(item.entity, entries, place.known);
		const entity = await pickKey(keys, t('link-to', { text: item.entity.text }), item.entity.entity);
		return entity && send(app, 'isnad.link', { uri: place.uri, id: item.id, entity });
	},
};

/** Keys to choose from: entries of the register, those of this label first, then keys that only this article uses. */
function keysFor(
	{ label, entity: current }: EntityItem,
	entries: RegisterResult['entries'],
	{ entities }: DocumentItem,
): readonly KeyItem[] {
	const listed = entries
		.filter(({ key }) => key !== current)
		.map(entry => ({ same: entry.label === label, item: keyItem(entry) }));
	const known = new Set(entries.map(({ key }) => key));
	const used = new Map<string, string>();
	for (const { entity, text } of entities) {
		if (entity !== undefined && entity !== current && !known.has(entity)) used.set(entity, text);
	}
	return [
		...listed.filter(({ same }) => same).map(({ item }) => item),
		...listed.filter(({ same }) => !same).map(({ item }) => item),
		...[...used].map(([key, name]) => ({ label: key, description: isolated(name) })),
	];
}
