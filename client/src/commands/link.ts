import { type QuickPickItem, window } from 'vscode';
import type { RegisterResult } from '../../../server/src/protocol/requests.ts';
import type { DocumentItem, EntityItem } from '../../../server/src/protocol/types.ts';
import { inert, isolated } from '../bidi.ts';
import { isLive } from '../items.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
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
		const entity = await pickKey(keysFor(item.entity, entries, place.known), item.entity.text, item.entity.entity);
		return entity && send(app, 'isnad.link', { uri: place.uri, id: item.id, entity });
	},
};

interface Key extends QuickPickItem {
	readonly label: string;
}

/** Keys to choose from: entries of the register, those of this label first, then keys that only this article uses. */
function keysFor(
	{ label, entity: current }: EntityItem,
	entries: RegisterResult['entries'],
	{ entities }: DocumentItem,
): readonly Key[] {
	const listed = entries
		.filter(({ key }) => key !== current)
		.map(({ key, label: own, name, aliases, note }) => ({
			same: own === label,
			item: {
				label: key,
				description: isolated([name, ...aliases].join('، ')),
				...(note === undefined ? {} : { detail: inert(note) }),
			},
		}));
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

/** One of the known keys, or one typed. */
function pickKey(known: readonly Key[], text: string, current: string | undefined): Promise<string | undefined> {
	const names = new Set(known.map(({ label }) => label));
	const pick = window.createQuickPick();
	pick.placeholder = t('link-to', { text });
	pick.matchOnDescription = true;
	pick.value = current ?? '';
	const offerTyped = (): void => {
		const typed = pick.value.trim();
		const isNew = typed !== '' && !names.has(typed);
		pick.items = isNew ? [{ label: typed, description: t('new-key') }, ...known] : known;
	};
	offerTyped();
	return new Promise(resolve => {
		pick.onDidChangeValue(offerTyped);
		pick.onDidAccept(() => {
			resolve(pick.selectedItems[0]?.label);
			pick.hide();
		});
		pick.onDidHide(() => {
			resolve(undefined);
			pick.dispose();
		});
		pick.show();
	});
}
