import { window } from 'vscode';
import { isLive } from '../items.ts';
import { keyName } from '../keys.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { placeFor } from './place.ts';
import { decide } from './send.ts';
import { statementType } from './statement.ts';
import { statementFor } from './statementFor.ts';

/** Says how a statement is reported: direct, indirect, mixed, or reported in the reporter's own words. */
export const setType: Command = {
	id: 'isnad.editor.setType',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const { uri } = place;
		const item = statementFor(app, place, given, isLive);
		if (!item) return whisper(t('no-statement-here'));
		const type = statementType(given.type) ?? (await pickType());
		return type && decide(app, place, item, 'isnad.setType', { uri, id: item.id, type });

		async function pickType(): Promise<ReturnType<typeof statementType>> {
			const { statements } = await app.articles.scheme(uri);
			const choices = statements.types.map(({ label, name, description, key }) => ({
				label: name,
				description: key ? keyName(key) : '',
				...(description ? { detail: description } : {}),
				value: label,
			}));
			return statementType((await window.showQuickPick(choices, { placeHolder: t('pick-type') }))?.value);
		}
	},
};
