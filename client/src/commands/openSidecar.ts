import { Uri, ViewColumn, window, workspace } from 'vscode';
import { t } from '../ui.ts';
import type { Command } from './command.ts';

/** Opens the file that keeps the decisions on an article, beside it. */
export const openSidecar: Command = {
	id: 'isnad.editor.openSidecar',
	async run({ server }, given) {
		const uri = given.uri ?? window.activeTextEditor?.document.uri.toString();
		const { sidecar } = uri === undefined ? {} : await server.article(uri);
		if (sidecar === undefined) return void window.showInformationMessage(t('no-article'));
		const file = Uri.parse(sidecar, true);
		const exists = await workspace.fs.stat(file).then(
			() => true,
			() => false,
		);
		if (!exists) return void window.showInformationMessage(t('nothing-saved-yet'));
		await window.showTextDocument(file, { viewColumn: ViewColumn.Beside });
	},
};
