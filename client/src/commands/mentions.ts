import { type QuickPickItem, window } from 'vscode';
import type { EntityItem } from '../../../server/src/protocol/types.ts';
import type { App } from '../app.ts';
import { isolated } from '../bidi.ts';
import { type Item, isLive, itemsOf, textOf } from '../items.ts';
import { t, whisper } from '../ui.ts';
import type { Command, Given } from './command.ts';
import { itemFor, type Place, placeFor } from './place.ts';

/** To the first mention of a name in the article. */
export const goToFirstMention: Command = {
	id: 'isnad.editor.goToFirstMention',
	async run(app, given) {
		const found = await mentionsAt(app, given);
		if (found?.mentions[0]) app.focus.goTo(found.place.editor, found.mentions[0]);
	},
};

/** A list of all mentions of a name in the article, to go to one. */
export const allMentions: Command = {
	id: 'isnad.editor.allMentions',
	async run(app, given) {
		const found = await mentionsAt(app, given);
		if (!found) return;
		const { editor, document } = found.place;
		const choices: readonly (QuickPickItem & { readonly item: Item })[] = found.mentions.map(item => ({
			label: isolated(textOf(item)),
			description: t('line', { line: item.range.start.line + 1 }),
			detail: isolated(`…${around(document.lineAt(item.range.start.line).text, item)}…`),
			item,
		}));
		const chosen = await window.showQuickPick(choices, {
			placeHolder: t('mentions', { count: choices.length }),
			onDidSelectItem: choice => {
				if (typeof choice !== 'string') app.focus.goTo(editor, (choice as (typeof choices)[number]).item);
			},
		});
		if (chosen) app.focus.goTo(editor, chosen.item);
	},
};

async function mentionsAt(
	app: App,
	given: Given,
): Promise<{ readonly place: Place; readonly mentions: readonly Item[] } | undefined> {
	const place = await placeFor(app, given);
	if (!place) return undefined;
	const item = itemFor(app, place, given, found => found.kind === 'entity' && isLive(found));
	if (item?.kind !== 'entity') {
		whisper(t('no-name-here'));
		return undefined;
	}
	const { entity } = item;
	const mentions = itemsOf(place.known).filter(
		other => other.kind === 'entity' && isLive(other) && sameName(other.entity, entity),
	);
	return { place, mentions };
}

function sameName(one: EntityItem, other: EntityItem): boolean {
	return one.name === other.name || (one.entity !== undefined && one.entity === other.entity);
}

function around(line: string, { range: { start, end } }: Item): string {
	const to = end.line === start.line ? end.character : line.length;
	return line.slice(Math.max(0, start.character - 40), to + 40);
}
