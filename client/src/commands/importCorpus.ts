import { ProgressLocation, window } from 'vscode';
import { isolated } from '../bidi.ts';
import { corpusUri, pickFormat, showTransfer } from '../transfer.ts';
import { t } from '../ui.ts';
import type { Command } from './command.ts';

/** Fills the corpus of the opened folder with the work of another tool: which one and where it is is asked, what could not be believed is shown. */
export const importCorpus: Command = {
	id: 'isnad.editor.importCorpus',
	async run(app, given) {
		const uri = await corpusUri(app, given.uri);
		if (uri === undefined) return void window.showInformationMessage(t('no-folder'));
		const format = await pickFormat(app, uri, 'imports', t('import-from-which'));
		if (format === undefined) return;
		const kind = await window.showQuickPick(
			[
				{ label: t('import-folder'), isFolder: true },
				{ label: t('import-file', { extensions: format.extensions.join(' ') }), isFolder: false },
			],
			{ placeHolder: t('import-what') },
		);
		if (kind === undefined) return;
		const picked = await window.showOpenDialog({
			canSelectFolders: kind.isFolder,
			canSelectFiles: !kind.isFolder,
			title: t('import-where', { format: format.title }),
			openLabel: t('import-this'),
		});
		const [source] = picked ?? [];
		if (source === undefined) return;
		const title = t('importing', { format: isolated(format.title) });
		const result = await window.withProgress({ location: ProgressLocation.Notification, title }, () =>
			app.server.importFrom({ uri, format: format.id, source: source.toString(), isFolder: kind.isFolder }),
		);
		await showTransfer(result);
	},
};
