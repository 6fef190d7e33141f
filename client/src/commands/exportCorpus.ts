import { ProgressLocation, window } from 'vscode';
import { isolated } from '../bidi.ts';
import { corpusUri, pickFormat, showTransfer } from '../transfer.ts';
import { t } from '../ui.ts';
import type { Command } from './command.ts';

/** Writes what is decided in the corpus for another tool: which one and where to is asked, what could not be held is shown. */
export const exportCorpus: Command = {
	id: 'isnad.editor.exportCorpus',
	async run(app, given) {
		const uri = await corpusUri(app, given.uri);
		if (uri === undefined) return void window.showInformationMessage(t('no-folder'));
		const format = await pickFormat(app, uri, 'exports', t('export-to-which'));
		if (format === undefined) return;
		const picked = await window.showOpenDialog({
			canSelectFolders: true,
			canSelectFiles: false,
			title: t('export-where', { format: format.title }),
			openLabel: t('export-here'),
		});
		const [folder] = picked ?? [];
		if (folder === undefined) return;
		const title = t('exporting', { format: isolated(format.title) });
		const result = await window.withProgress({ location: ProgressLocation.Notification, title }, () =>
			app.server.exportTo({ uri, format: format.id, folder: folder.toString() }),
		);
		await showTransfer(result);
	},
};
