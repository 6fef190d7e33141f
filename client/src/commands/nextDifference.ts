import { window } from 'vscode';
import type { EntityItem, StatementItem } from '../../../server/src/protocol/types.ts';
import { isolated } from '../bidi.ts';
import type { Compared } from '../comparing.ts';
import { compare as order } from '../items.ts';
import { fromPosition } from '../ranges.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { placeFor } from './place.ts';
import { send } from './send.ts';

type Difference = Compared['differences'][number];

/** Goes to the next thing that two layers do not say alike and that is not settled yet, and asks what holds. */
export const nextDifference: Command = {
	id: 'isnad.editor.nextDifference',
	async run(app, given) {
		const place = await placeFor(app, given);
		const compared = place && (await app.comparing.compare(place.uri));
		if (!place || !compared) return;
		const open = compared.differences.filter(({ settled }) => !settled);
		const here = fromPosition(place.editor.selection.active);
		const next = open.find(({ range }) => order(range.start, here) > 0) ?? open[0];
		if (!next) return whisper(t('no-differences'));
		app.focus.show(place.editor, next.range);
		const picked = await window.showQuickPick(choices(next, compared.titles), {
			placeHolder: t('differ-in', { what: compared.about[compared.differences.indexOf(next)] ?? '' }),
		});
		if (!picked) return;
		const { first, second } = next;
		return send(app, 'isnad.settle', {
			uri: place.uri,
			layers: compared.layers,
			choice: picked.choice,
			...(first ? { first: first.id } : {}),
			...(second ? { second: second.id } : {}),
		});
	},
};

function choices({ first, second }: Difference, titles: Compared['titles']) {
	const side = (choice: 'first' | 'second', item: EntityItem | StatementItem | undefined) => ({
		label: titles[choice === 'first' ? 0 : 1],
		detail: item ? described(item) : t('nothing-marked'),
		choice,
	});
	return [
		side('first', first),
		side('second', second),
		...(first && second ? [{ label: t('take-both'), choice: 'both' as const }] : []),
		{ label: t('take-neither'), choice: 'neither' as const },
	];
}

function described(item: EntityItem | StatementItem): string {
	if ('label' in item) return `${item.label} ${isolated(item.text)}`;
	const { type, speakerName, text } = item;
	return [type, ...(speakerName === undefined ? [] : [isolated(speakerName)]), isolated(text)].join(' · ');
}
