import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { commands, window } from 'vscode';
import { until } from '../../support/until.ts';
import { openArticle, press, run } from './support.ts';

const article = 'news/barid-alatlas/measles-caravan.txt';

async function typed(text: string): Promise<boolean> {
	const editor = window.activeTextEditor;
	assert.ok(editor);
	const before = editor.document.getText();
	await commands.executeCommand('type', { text });
	return editor.document.getText() !== before;
}

describe('annotation mode', () => {
	afterEach(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

	it('keeps an article from being typed into', async () => {
		await openArticle(article);
		await until('the article is read-only', async () => !(await typed('x')) || undefined);
		assert.equal(await typed('ك'), false);
		assert.equal(await typed('\n'), false);
	});

	it('is left and entered again by key', async () => {
		await openArticle(article);
		await until('the article is read-only', async () => !(await typed('x')) || undefined);
		await press('i');
		await until('the article can be typed into', () => typed('x'));
		await commands.executeCommand('workbench.action.files.revert');
		await run('toggleAnnotating');
		assert.equal(await typed('x'), false);
	});

	it('leaves other files alone', async () => {
		await openArticle(article);
		await commands.executeCommand('workbench.action.files.newUntitledFile');
		await until('the new file can be typed into', () => typed('x'));
	});
});
