import { commands, type Memento, type TextDocument, Uri, window, workspace } from 'vscode';
import type { ArticleResult } from '../../server/src/protocol/requests.ts';
import { makeArticle } from './language.ts';
import { looksArabic } from './looksArabic.ts';
import { offer, t } from './ui.ts';

const declinedKey = 'isnad.declined';

/**
 * Says what is in the way of annotating a shown file and offers to remove it: another folder must be open, or the folder
 * is no corpus yet. Files that do not look Arabic are passed over; each folder is spoken of once in a session.
 */
export function inviting(memory: Memento): (document: TextDocument, article: ArticleResult) => Promise<void> {
	const told = new Set<string>();

	return async (document, article) => {
		const folder = article.root === undefined ? Uri.joinPath(document.uri, '..') : Uri.parse(article.root, true);
		if (told.has(folder.toString()) || !(article.article || looksArabic(document.getText()))) return;
		if (article.offer !== undefined) {
			told.add(folder.toString());
			await offer(t(`offer-${article.offer}`), t('open-folder'), () =>
				commands.executeCommand('vscode.openFolder', folder),
			);
		} else if (!article.article && !(await isCorpus(folder)) && memory.get(declinedKey) !== true) {
			told.add(folder.toString());
			await invite(document, memory);
		}
	};
}

async function invite(document: TextDocument, memory: Memento): Promise<void> {
	const yes = t('annotate');
	const no = t('not-in-this-folder');
	const choice = await window.showInformationMessage(t('looks-arabic'), yes, no);
	if (choice === yes && !document.isClosed) await makeArticle(document, memory);
	if (choice === no) await memory.update(declinedKey, true);
}

function isCorpus(folder: Uri): Thenable<boolean> {
	return workspace.fs.stat(Uri.joinPath(folder, 'annotations', 'corpus.yaml')).then(
		() => true,
		() => false,
	);
}
