import { commands, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Range } from '../../../server/src/protocol/types.ts';
import type { App } from '../app.ts';
import { articleLanguage, makeArticle } from '../language.ts';
import { readerView } from '../reader/viewType.ts';

/** Opens an article beside a page, at a place: framed in the text editor, or in the Reader. */
export async function openArticleAt(
	{ focus, readers, memory }: App,
	{ uri, range }: { readonly uri: string; readonly range: Range },
	where: 'text' | 'reader',
): Promise<void> {
	const target = Uri.parse(uri, true);
	if (where === 'text') {
		const document = await workspace.openTextDocument(target);
		// Lines wrap otherwise once it is an article, and the place would have moved out of sight.
		if (document.languageId !== articleLanguage) await makeArticle(document, memory);
		const editor = await window.showTextDocument(document, { viewColumn: ViewColumn.Beside });
		return focus.show(editor, range);
	}
	readers.leave(uri, range);
	const open = readers.of(uri);
	await commands.executeCommand('vscode.openWith', target, readerView, ViewColumn.Beside);
	open?.goTo(range);
}
