import { ProgressLocation, window } from 'vscode';
import { isolated } from '../bidi.ts';
import { isLive } from '../items.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { itemFor, placeFor } from './place.ts';
import { send } from './send.ts';

/** Labels every other mention of a name in all articles, those that the user leaves ticked, as one step. */
export const labelAllInCorpus: Command = {
	id: 'isnad.editor.labelAllInCorpus',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const { uri } = place;
		const item = itemFor(app, place, given, found => found.kind === 'entity' && isLive(found));
		if (item?.kind !== 'entity') return whisper(t('no-name-here'));
		const { text } = item.entity;
		const base = { uri, id: item.id, scope: 'corpus' } as const;
		const found = await window.withProgress(
			{ location: ProgressLocation.Notification, title: t('looking-everywhere', { text }) },
			() => send(app, 'isnad.labelAll', { ...base, dryRun: true }),
		);
		if (!found) return;
		const mentions = (found.mentions ?? []).filter(mention => mention.uri !== uri || !same(mention, item));
		if (mentions.length === 0) return void window.showInformationMessage(t('no-other-mentions'));
		const choices = mentions.map(mention => ({
			label: isolated(mention.text),
			description: mention.why.map(reason => t(`why-${reason}`)).join(' · '),
			detail: `${isolated(`…${mention.left}${mention.text}${mention.right}…`)}  ${isolated(mention.outlet || mention.path)}`,
			picked: true,
			mention,
		}));
		const chosen = await window.showQuickPick(choices, {
			canPickMany: true,
			matchOnDetail: true,
			placeHolder: t('label-all-corpus-which', { text, count: choices.length }),
		});
		if (!chosen || chosen.length === 0) return;
		const places = chosen.map(({ mention }) => ({ uri: mention.uri, range: mention.range }));
		const answer = await send(app, 'isnad.labelAll', { ...base, places });
		if (answer) whisper(t('labelled-in', { count: chosen.length, articles: answer.articles ?? 1 }));
	},
};

function same(one: { readonly range: object }, other: { readonly range: object }): boolean {
	return JSON.stringify(one.range) === JSON.stringify(other.range);
}
