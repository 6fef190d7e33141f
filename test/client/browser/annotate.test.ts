import assert from 'node:assert/strict';
import { glob, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, suite, test } from 'node:test';
import { drawnEditor, framed } from '../../support/drawn.ts';
import { temporaryCorpus } from '../../support/temporaryCorpus.ts';
import { until } from '../../support/until.ts';
import {
	answerPick,
	openWorkbench,
	palette,
	pictureIfFailed,
	screenshot,
	type Workbench,
} from '../../support/workbench.ts';
import {
	focused,
	goTo,
	hoverOn,
	marked,
	openArticle,
	saved,
	selectByKeyboard,
	selectByMouse,
	sidecar,
	statusBar,
} from './article.ts';

const sample = join(import.meta.dirname, '../../../annotations/sample');

suite('in a real VS Code, an annotator', () => {
	let folder: string;
	let workbench: Workbench;

	before(async () => {
		folder = await temporaryCorpus({ from: sample });
		await rm(join(folder, 'annotations/news'), { recursive: true, force: true });
		workbench = await openWorkbench({ folder });
	});
	afterEach(context => pictureIfFailed(context, workbench?.page));
	after(async () => {
		await workbench?.close();
		await rm(folder, { recursive: true, force: true });
	});

	test('reads what is known of a name in a hover, and accepts it there', async () => {
		const { page } = workbench;
		await openArticle(page, 'muscat-talks.txt');
		await marked(page, 'منصور القاضبي', 'dashed');
		const told = await hoverOn(page, 'منصور القاضبي', 'Person');
		assert.match(told, /منصور القاضبي · Person · suggested/);
		assert.match(told, /Accept · Reject/);
		await screenshot(page, 'annotate-hover');
		await page.locator('.monaco-hover a', { hasText: 'Accept' }).first().click();
		await marked(page, 'منصور القاضبي', 'solid');
		await saved(folder, 'muscat-talks.txt', ['confirmed PER منصور القاضبي']);
		await page.locator('.monaco-hover.fade-in:not(.hidden)').waitFor({ state: 'detached' });
		assert.match(await hoverOn(page, 'منصور القاضبي', 'confirmed'), /Person · confirmed/);
	});

	test('steps through suggestions with one hand, accepts, rejects, and takes back', async () => {
		const { page } = workbench;
		await openArticle(page, 'wheat-truce.txt');
		await page.keyboard.press('j');
		const first = await until('a suggestion is framed', () => framed(page));
		await page.keyboard.press('a');
		const second = await until('the next one is framed', async () => {
			const now = await framed(page);
			return now !== first && now;
		});
		await page.keyboard.press('x');
		await until('both are saved', async () => (await sidecar(folder, 'wheat-truce.txt')).records.length === 2);
		const { records } = await sidecar(folder, 'wheat-truce.txt');
		assert.deepEqual(
			records.map(({ state, exact }) => `${state} ${exact}`),
			[`confirmed ${first}`, `rejected ${second}`],
		);
		await screenshot(page, 'annotate-stepping');

		const count = async (): Promise<number> => (await sidecar(folder, 'wheat-truce.txt')).records.length;
		await page.keyboard.press('u');
		await until('the rejection is undone', async () => (await count()) === 1);
		await page.keyboard.press('Control+Z');
		await until('the acceptance is undone', async () => (await count()) === 0);
		await page.keyboard.press('y');
		await until('the acceptance is redone', async () => (await count()) === 1);
		await page.keyboard.press('Control+Y');
		await until('the rejection is redone', async () => (await count()) === 2);
		assert.deepEqual((await sidecar(folder, 'wheat-truce.txt')).records, records);
	});

	test('labels selected words, and the word at a bare cursor without its particle', async () => {
		const { page } = workbench;
		await openArticle(page, 'comet.txt');
		await selectByKeyboard(page, 'المدن الساطعة');
		await page.keyboard.press('m');
		await marked(page, 'المدن الساطعة', 'solid');
		await goTo(page, 'للمذنب');
		await page.keyboard.press('m');
		await saved(folder, 'comet.txt', ['confirmed MISC لمذنب | form المذنب', 'confirmed MISC المدن الساطعة']);
		await screenshot(page, 'annotate-labels');
	});

	test('uses the same keys under an Arabic keyboard', async () => {
		const { page } = workbench;
		await openArticle(page, 'reading-test.txt');
		const keyboard = await page.context().newCDPSession(page);
		const press = async (code: string, key: string, virtualKey: number, modifiers = 0): Promise<void> => {
			const event = { code, key, windowsVirtualKeyCode: virtualKey, modifiers };
			const text = modifiers === 0 ? { text: key, unmodifiedText: key } : {};
			await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, ...text });
			await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
		};
		const control = 2;
		await goTo(page, 'مرآةً');
		await press('KeyM', 'ة', 77);
		await saved(folder, 'reading-test.txt', ['confirmed MISC مرآةً']);
		await press('KeyZ', 'ئ', 90, control);
		await saved(folder, 'reading-test.txt', []);
		await press('KeyY', 'غ', 89);
		await saved(folder, 'reading-test.txt', ['confirmed MISC مرآةً']);
		await press('KeyB', 'لا', 66);
		await press('Comma', 'و', 188);
		await press('Slash', 'ظ', 191);
		await page.locator('.quick-input-widget input[placeholder*="Search this article"]').waitFor();
		await page.keyboard.press('Escape');
	});

	test('marks a statement, then says who speaks and which word reports it', async () => {
		const { page } = workbench;
		const name = 'snowstorm.txt';
		const said = 'تنحسر العاصفة مساء السبت';
		await openArticle(page, name);
		await selectByKeyboard(page, said);
		await page.keyboard.press('q');
		await screenshot(page, 'annotate-statement');
		await answerPick(page, 'Who says it?', 'Choose the speaker…');
		await focused(page);
		await selectByMouse(page, 'صوايا');
		await page.keyboard.press('Enter');
		await answerPick(page, 'Which word says', 'Choose the word…');
		await focused(page);
		await selectByMouse(page, 'المتوقع');
		await page.keyboard.press('Enter');
		const record = `confirmed indirect ${said} | cue المتوقع`;
		await saved(folder, name, [`${record} | speaker صوايا`]);

		await selectByKeyboard(page, 'ميرنا صوايا');
		await page.keyboard.press('s');
		await saved(folder, name, [`${record} | speaker ميرنا صوايا`]);
		await page.keyboard.press('u');
		await saved(folder, name, [`${record} | speaker صوايا`]);
		await page.keyboard.press('y');
		await saved(folder, name, [`${record} | speaker ميرنا صوايا`]);
	});

	test('marks an article done', async () => {
		const { page } = workbench;
		await openArticle(page, 'measles-caravan.txt');
		await palette(page, 'Isnad: Mark Article as Done');
		await until('it is saved', async () => {
			const { status } = await sidecar(folder, 'measles-caravan.txt');
			return status?.['entities'] === 'done' && status['statements'] === 'done';
		});
		await until('the status bar says so', async () => (await statusBar(page)).endsWith('· done'));
	});

	test('sees names and statements by speaker in a tree, and goes to one', async () => {
		const { page } = workbench;
		await openArticle(page, 'snowstorm.txt');
		await page.locator('.activitybar a.action-label[aria-label="Isnad"]').click();
		const row = (text: string) => page.locator('.part.sidebar .monaco-list-row').filter({ hasText: text });
		await row('Names').waitFor();
		await row('Statements').waitFor();
		await row('ميرنا صوايا').first().waitFor();
		await screenshot(page, 'annotate-tree');
		await row('تنحسر العاصفة').click();
		await until('the statement is framed', async () => (await framed(page)) === 'تنحسر العاصفة مساء السبت');
		await page.locator('.activitybar a.action-label[aria-label^="Explorer"]').click();
	});

	test('finds all of it again when the window is reloaded', async () => {
		const { page } = workbench;
		const names = ['muscat-talks.txt', 'wheat-truce.txt', 'comet.txt', 'reading-test.txt', 'snowstorm.txt'];
		const before = await Promise.all(names.map(name => sidecar(folder, name)));
		await workbench.reload();
		await page.locator('.tab.active[data-resource-name="snowstorm.txt"]').waitFor();
		await marked(page, 'تنحسر العاصفة مساء السبت', 'solid');
		await openArticle(page, 'muscat-talks.txt');
		await marked(page, 'منصور القاضبي', 'solid');
		await openArticle(page, 'comet.txt');
		await marked(page, 'المدن الساطعة', 'solid');
		await openArticle(page, 'wheat-truce.txt');
		await until('marks are drawn', async () => (await drawnEditor(page)).marks.some(({ line }) => line === 'solid'));
		await screenshot(page, 'annotate-reloaded');
		assert.deepEqual(await Promise.all(names.map(name => sidecar(folder, name))), before);
	});

	test('never types into an article', async () => {
		for await (const path of glob('news/**/*.txt', { cwd: sample })) {
			assert.deepEqual(await readFile(join(folder, path)), await readFile(join(sample, path)), path);
		}
		assert.equal(await workbench.page.locator('.tab.dirty').count(), 0);
	});
});
