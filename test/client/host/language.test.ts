import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands, languages, Uri, window, workspace } from 'vscode';
import { until } from '../../support/until.ts';
import { corpusUri, openArticle, run } from './support.ts';

const article = 'news/shurfa/green-ink-prize.txt';

describe('the language of articles', () => {
	it('is given to an article that an editor shows', async () => {
		const { document } = await openArticle(article);
		assert.equal(document.languageId, 'arabic-news');
	});

	it('is not given to files that the corpus does not take, nor to other schemes', async () => {
		const notes = corpusUri('notes.txt');
		await workspace.fs.writeFile(notes, Buffer.from('ملاحظات\n'));
		const provider = workspace.registerTextDocumentContentProvider('isnad-test', {
			provideTextDocumentContent: () => 'نص قديم\n',
		});
		try {
			const old = await window.showTextDocument(corpusUri(article).with({ scheme: 'isnad-test' }));
			const other = await window.showTextDocument(notes);
			// An article shown later gets its language: so the others were looked at before.
			await openArticle('news/nabd-alwadi/water-budget.txt');
			assert.equal(old.document.languageId, 'plaintext');
			assert.equal(other.document.languageId, 'plaintext');
		} finally {
			provider.dispose();
		}
	});

	it('is not given to an article that is open but not shown', async () => {
		const hidden = await workspace.openTextDocument(corpusUri('news/mukhtabar-net/comet.txt'));
		await openArticle('news/alsahil-24/snowstorm.txt');
		assert.equal(hidden.languageId, 'plaintext');
	});

	it('is never given again after the user chose another, until a command asks for it', async () => {
		const { document } = await openArticle('news/midan-alyawm/quarter-final.txt');
		await languages.setTextDocumentLanguage(document, 'plaintext');
		await commands.executeCommand('workbench.action.closeActiveEditor');
		await openArticle(article);
		const again = await window.showTextDocument(document.uri);
		await openArticle('news/shurfa/green-ink-prize.txt');
		assert.equal(again.document.languageId, 'plaintext');

		await window.showTextDocument(document.uri);
		await run('setLanguage');
		await until('it is an article', () => window.activeTextEditor?.document.languageId === 'arabic-news');
	});

	it('can be given to any file by command', async () => {
		const loose = corpusUri('loose.txt');
		await workspace.fs.writeFile(loose, Buffer.from('عاد الوفد من تونس.\n'));
		await window.showTextDocument(loose);
		await run('setLanguage');
		await until('it is an article', () => window.activeTextEditor?.document.languageId === 'arabic-news');
		assert.equal(window.activeTextEditor?.document.uri.toString(), Uri.file(loose.fsPath).toString());
	});
});
