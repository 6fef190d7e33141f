import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { commands, Selection, window } from 'vscode';
import { until } from '../../support/until.ts';
import { openArticle, press, run, saved, select, sidecar, takingFirstRows, unsaved } from './support.ts';

describe('decisions', () => {
	afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

	it('label selected words, are undone and made again', async () => {
		const path = 'news/sada-almina/muscat-talks.txt';
		const editor = await openArticle(path);
		select(editor, 'مركز الإنذار');
		await press('m');
		const record = await saved(path, 'the label', ({ exact }) => exact === 'مركز الإنذار');
		assert.deepEqual([record.kind, record.state, record.label], ['entity', 'confirmed', 'MISC']);
		await until('nothing is selected', () => editor.selection.isEmpty);

		await press('u');
		await unsaved(path, 'the label', ({ id }) => id === record.id);
		await press('y');
		await saved(path, 'the label', ({ id }) => id === record.id);
	});

	it('label the word at a bare cursor without its particles', async () => {
		const path = 'news/sada-almina/muscat-talks.txt';
		const editor = await openArticle(path);
		select(editor, 'للإنذار', { bare: true });
		await press('m');
		await saved(path, 'the word', ({ exact }) => exact === 'لإنذار');
	});

	it('accept one suggestion after another, in the order typed', async () => {
		const path = 'news/daftar-aliqtisad/wheat-truce.txt';
		const editor = await openArticle(path);
		await press('j');
		const first = editor.selection.active;
		await press('a', 'a', 'x');
		await until('three are saved', async () => (await sidecar(path)).records.length >= 3);
		const states = (await sidecar(path)).records.map(({ state }) => state).toSorted();
		assert.deepEqual(states, ['confirmed', 'confirmed', 'rejected']);
		// The editor tells the extension of each move later; news of an earlier one may come last but one.
		await until('the cursor has moved on', () => editor.selection.active.isAfter(first) && editor.selection.isEmpty);
	});

	it('give another label to a suggestion at the cursor', async () => {
		const path = 'news/sada-almina/muscat-talks.txt';
		const editor = await openArticle(path);
		select(editor, 'البحر الأحمر', { bare: true });
		await press('o');
		const record = await saved(path, 'the name', ({ exact }) => exact === 'البحر الأحمر');
		assert.deepEqual([record.state, record.label], ['confirmed', 'ORG']);
	});

	it('mark a statement with the best guesses for its speaker and its cue', async () => {
		const path = 'news/sada-almina/muscat-talks.txt';
		const editor = await openArticle(path);
		const said = 'لم نتفق بعد على من يدير مركز الإنذار، ولا على من يموله';
		select(editor, said);
		await takingFirstRows(press('q'));
		const record = await saved(path, 'the statement', ({ kind, content }) => {
			return kind === 'statement' && content?.[0]?.exact === said;
		});
		assert.deepEqual([record.state, record.type, record.cue?.exact], ['confirmed', 'direct', 'قال']);
	});

	it('choose a speaker by selecting it', async () => {
		const path = 'news/sada-almina/muscat-talks.txt';
		const editor = await openArticle(path);
		select(editor, 'لم نتفق بعد', { bare: true });
		await press('a');
		const speaker = 'رئيس فريق الخبراء اليمنيين، منصور القاضبي';
		select(editor, speaker);
		await press('s');
		await saved(path, 'the speaker', record => record.speaker?.exact === speaker);
	});

	it('are commented, flagged and taken back', async () => {
		const path = 'news/shurfa/green-ink-prize.txt';
		const editor = await openArticle(path);
		await press('j');
		const inside = editor.selection.active.translate(0, 1);
		await press('a');
		editor.selection = new Selection(inside, inside);
		await press('w');
		const { id } = await saved(path, 'the flag', ({ flag }) => flag === true);
		await press('delete');
		await unsaved(path, 'the record', record => record.id === id);
	});

	it('accept everything selected as one step', async () => {
		const path = 'news/aljisr-alyawmi/reading-test.txt';
		await openArticle(path);
		await commands.executeCommand('editor.action.selectAll');
		await press('enter');
		await until('some are saved', async () => (await sidecar(path)).records.length >= 2);
		await press('u');
		await until('none is saved', async () => (await sidecar(path)).records.length === 0);
	});

	it('mark an article done', async () => {
		const path = 'news/masar-altaqniya/smart-navigation.txt';
		await openArticle(path);
		await run('markDone');
		await until('it is done', async () => {
			const { status } = await sidecar(path);
			return status?.['entities'] === 'done' && status['statements'] === 'done';
		});
		await press('n');
		await until('another article is shown', () => {
			const shown = window.activeTextEditor?.document.uri.path;
			return shown !== undefined && !shown.endsWith('smart-navigation.txt');
		});
	});
});
