import { window } from 'vscode';
import { isolated } from '../bidi.ts';
import { isLive } from '../items.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { itemFor, placeFor } from './place.ts';
import { send } from './send.ts';

/** Labels every other mention of a name in the article, those that the user leaves ticked. */
export const labelAllInDocument: Command = {
	id: 'isnad.editor.labelAllInDocument',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const { uri, document } = place;
		const item = itemFor(app, place, given, found => found.kind === 'entity' && isLive(found));
		if (item?.kind !== 'entity') return whisper(t('no-name-here'));
		const base = { uri, version: document.version, id: item.id, scope: 'document' } as const;
		const found = (await send(app, 'isnad.labelAll', { ...base, dryRun: true }))?.places ?? [];
		if (found.length === 0) return whisper(t('no-other-mentions'));
		const choices = found.map(({ range, text }) => ({
			label: isolated(text),
			description: t('line', { line: range.start.line + 1 }),
			picked: true,
			range,
		}));
		const chosen = await window.showQuickPick(choices, {
			canPickMany: true,
			placeHolder: t('label-all-which', { text: item.entity.text }),
		});
		if (!chosen || chosen.length === 0) return;
		return send(app, 'isnad.labelAll', { ...base, ranges: chosen.map(({ range }) => range) });
	},
};
