/** What taking a corpus to other tools and back have in common. */
import { window, workspace } from 'vscode';
import type { FormatsResult, TransferResult } from '../../server/src/protocol/formats.ts';
import { activeDocument } from './activeDocument.ts';
import type { App } from './app.ts';
import { isolated } from './bidi.ts';
import { t } from './ui.ts';

type Format = FormatsResult['formats'][number];

/** Uri, with a slash at its end, of the corpus that the user is in, else of an opened folder; undefined where there is none. */
export async function corpusUri(app: App, given: string | undefined): Promise<string | undefined> {
	const from = given ?? activeDocument(app)?.uri.toString();
	const root = from === undefined ? undefined : (await app.server.article(from)).root;
	const folders = workspace.workspaceFolders ?? [];
	const folder = root ?? (folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0])?.uri.toString();
	return folder === undefined || folder.endsWith('/') ? folder : `${folder}/`;
}

export async function pickFormat(
	{ server }: App,
	uri: string,
	direction: 'exports' | 'imports',
	placeHolder: string,
): Promise<Format | undefined> {
	const { formats } = await server.formats(uri);
	const choices = formats
		.filter(format => format[direction])
		.map(format => ({ label: isolated(format.title), description: format.extensions.join(' '), format }));
	return (await window.showQuickPick(choices, { placeHolder, matchOnDescription: true }))?.format;
}

/** How many articles it was in a message; what could not be held or believed in a text to read, which is nowhere saved. */
export async function showTransfer(result: TransferResult): Promise<void> {
	if (result === null) return void window.showErrorMessage(t('transfer-failed'));
	const { summary, report } = result;
	if (report !== '') {
		const document = await workspace.openTextDocument({ language: 'plaintext', content: `${summary}\n\n${report}` });
		await window.showTextDocument(document, { preview: true });
	}
	void window.showInformationMessage(summary);
}
