import { window } from 'vscode';
import type { Progress } from '../../../server/src/core/model.ts';
import { t } from '../ui.ts';
import type { Command } from './command.ts';
import { placeFor } from './place.ts';
import { send } from './send.ts';

const states: readonly Progress[] = ['done', 'draft', 'new'];

/** Says how far the names or the statements of an article are. */
export const markStatus: Command = {
	id: 'isnad.editor.markStatus',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const { status } = place.known;
		const choices = (['entities', 'statements'] as const).flatMap(kind =>
			states
				.filter(state => state !== status[kind])
				.map(state => ({
					label: `${t(`kind-${kind}`)}: ${t(`status-${state}`)}`,
					description: t('status-now', { status: t(`status-${status[kind]}`) }),
					kind,
					state,
				})),
		);
		const choice = await window.showQuickPick(
			choices.map(({ kind: of, ...rest }) => ({ ...rest, of })),
			{ placeHolder: t('pick-status') },
		);
		return choice && send(app, 'isnad.status', { uri: place.uri, kind: choice.of, status: choice.state });
	},
};
