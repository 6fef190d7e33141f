import { commands, Uri, window, workspace } from 'vscode';
import { activeDocument } from '../activeDocument.ts';
import { encodeBase64 } from '../base64.ts';
import { savedPage } from '../reader/savedPage.ts';
import { uiLanguage } from '../settings.ts';
import { offer, t } from '../ui.ts';
import type { Command } from './command.ts';

/** Saves the article with its annotations as a page of HTML that needs nothing else, for print. */
export const saveReaderPage: Command = {
	id: 'isnad.editor.saveReaderPage',
	async run(app, { uri }) {
		const document = uri === undefined ? activeDocument(app) : await workspace.openTextDocument(Uri.parse(uri, true));
		const item = document && (await app.articles.item(document));
		if (!document || !item) return void window.showInformationMessage(t('no-article'));
		const own = document.uri;
		const name = own.path.split('/').at(-1) ?? '';
		const suggested = own.with({ path: own.path.replace(/(\.[^./]*)?$/, '.html') });
		const target = await window.showSaveDialog({ defaultUri: suggested, filters: { HTML: ['html'] } });
		if (!target) return;
		const font = await workspace.fs.readFile(Uri.joinPath(app.extension, 'dist', 'reader', 'arabic.woff2'));
		const page = savedPage({
			lines: Array.from({ length: document.lineCount }, (_, line) => document.lineAt(line).text),
			document: item,
			scheme: await app.articles.scheme(own.toString()),
			language: uiLanguage(),
			title: name,
			font: encodeBase64(font),
		});
		await workspace.fs.writeFile(target, new TextEncoder().encode(page));
		void offer(t('page-saved'), t('open-file'), () => commands.executeCommand('vscode.open', target));
	},
};
