import { window } from 'vscode';
import { showLedger } from '../panels/ledger.ts';
import { corpusUri } from '../transfer.ts';
import { t } from '../ui.ts';
import type { Command } from './command.ts';

/** Shows who said what in the corpus. */
export const ledger: Command = {
	id: 'isnad.editor.ledger',
	async run(app, given) {
		const uri = await corpusUri(app, given.uri);
		if (uri === undefined) return void window.showInformationMessage(t('no-folder'));
		showLedger(app, uri);
	},
};
