import { type QuickPickItem, window } from 'vscode';
import type { DocumentItem } from '../../../server/src/protocol/types.ts';
import { isolated } from '../bidi.ts';
import { isLive } from '../items.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { itemFor, placeFor } from './place.ts';
import { send } from './send.ts';

/** Links a name to an entry of the entity register, by its key. */
export const link: Command = {
	id: 'isnad.editor.link',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const item = itemFor(app, place, given, found => found.kind === 'entity' && isLive(found));
		if (item?.kind !== 'entity') return whisper(t('no-name-here'));
		const entity = await pickKey(place.known, item.entity.text, item.entity.entity);
		return entity && send(app, 'isnad.link', { uri: place.uri, id: item.id, entity });
	},
};

/** A key that this article uses already, or one typed. */
function pickKey({ entities }: DocumentItem, text: string, current: string | undefined): Promise<string | undefined> {
	const names = new Map<string, string>();
	for (const { entity, text: name } of entities) {
		if (entity !== undefined && entity !== current && !names.has(entity)) names.set(entity, name);
	}
	const known: readonly QuickPickItem[] = [...names].map(([label, name]) => ({ label, description: isolated(name) }));
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
