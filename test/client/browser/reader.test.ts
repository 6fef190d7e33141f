import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, suite, test } from 'node:test';
import { temporaryCorpus } from '../../support/temporaryCorpus.ts';
import { until } from '../../support/until.ts';
import { openWorkbench, palette, pictureIfFailed, screenshot, type Workbench } from '../../support/workbench.ts';
import { goTo, marked, openArticle, saved, sidecar } from './article.ts';
import { inFocus, type ReaderPage, readerPage } from './readerPage.ts';

const sample = join(import.meta.dirname, '../../../annotations/sample');

suite('in the Reader, an annotator', () => {
	let folder: string;
	let workbench: Workbench;
	let reader: ReaderPage;

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

	test('opens an article from right to left, with its suggestions', async () => {
		const { page } = workbench;
		await openArticle(page, 'muscat-talks.txt');
		await palette(page, 'Isnad: Open in Reader');
		reader = await readerPage(page);
		await reader.drawn();
		await screenshot(page, 'reader');
	});

	test('steps, accepts, rejects, labels, and takes back, by keyboard', async () => {
		const { page } = workbench;
		const name = 'muscat-talks.txt';
		await page.keyboard.press('j');
		await inFocus(reader, 'مسقط');
		await page.keyboard.press('a');
		await saved(folder, name, ['confirmed LOC مسقط']);
		await inFocus(reader, 'مسقط');
		await page.keyboard.press('x');
		await saved(folder, name, ['confirmed LOC مسقط', 'rejected LOC مسقط']);
		await page.keyboard.press('u');
		await saved(folder, name, ['confirmed LOC مسقط']);
		await page.keyboard.press('Control+z');
		await saved(folder, name, []);
		await page.keyboard.press('y');
		await saved(folder, name, ['confirmed LOC مسقط']);
		await screenshot(page, 'reader-accepted');
	});

	test('selects words from the right and labels them', async () => {
		const { page } = workbench;
		await page.keyboard.press('Escape');
		for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
		await page.keyboard.press('Shift+ArrowLeft');
		await page.keyboard.press('Shift+ArrowLeft');
		await until('words are selected', async () => (await reader.highlighted('chosen')).join() === 'جولة ثالثة');
		await page.keyboard.press('m');
		await saved(folder, 'muscat-talks.txt', ['confirmed LOC مسقط', 'confirmed MISC جولة ثالثة']);
		await until(
			'the label is drawn',
			async () => (await reader.highlighted('name-4-confirmed')).join() === 'جولة ثالثة',
		);
	});

	test('uses the same keys under an Arabic keyboard, and sees its letters', async () => {
		const { page } = workbench;
		const keyboard = await page.context().newCDPSession(page);
		const press = async (code: string, key: string, virtualKey: number): Promise<void> => {
			const event = { code, key, windowsVirtualKeyCode: virtualKey };
			await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, text: key, unmodifiedText: key });
			await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
		};
		await press('KeyU', 'ع', 85);
		await saved(folder, 'muscat-talks.txt', ['confirmed LOC مسقط']);
		await press('KeyY', 'غ', 89);
		await saved(folder, 'muscat-talks.txt', ['confirmed LOC مسقط', 'confirmed MISC جولة ثالثة']);
		const accept = reader.frame.locator('#inspector kbd, .legend kbd', { hasText: 'ح' });
		await accept.first().waitFor();
		await page.keyboard.press('Escape');
	});

	test('marks what was said with the best guess, and corrects who said it', async () => {
		const { page } = workbench;
		await page.keyboard.press('Slash');
		await page.keyboard.type('تقنية في معظمها');
		await reader.frame.locator('.overlay .choice').first().waitFor();
		await page.keyboard.press('Enter');
		await until(
			'the words are selected',
			async () => (await reader.highlighted('chosen')).join() === 'تقنية في معظمها',
		);
		await page.keyboard.press('q');
		const kept = ['confirmed LOC مسقط', 'confirmed MISC جولة ثالثة'];
		const said = (speaker: string) => [...kept, `confirmed direct تقنية في معظمها | cue قالت | speaker ${speaker}`];
		await until('the statement is saved', async () =>
			(await sidecar(folder, 'muscat-talks.txt')).records.some(({ kind }) => kind === 'statement'),
		);
		await screenshot(page, 'reader-statement');
		await page.keyboard.press('s');
		await reader.frame.locator('.overlay .choice').first().waitFor();
		await screenshot(page, 'reader-speakers');
		await reader.frame.locator('.overlay .choice', { hasText: 'Choose the words' }).click();
		await reader.frame
			.locator('.row > p', { hasText: 'الأمينة العامة' })
			.dblclick({ position: await reader.placeOf('لاندكفيست') });
		await page.keyboard.press('Enter');
		await saved(folder, 'muscat-talks.txt', said('لاندكفيست'));
	});

	test('sees in the tree and in the text editor at once what is done in the Reader', async () => {
		const { page } = workbench;
		await page.locator('.activitybar a.action-label[aria-label="Isnad"]').click();
		const row = (text: string) => page.locator('.part.sidebar .monaco-list-row').filter({ hasText: text });
		await row('جولة ثالثة').waitFor();
		await row('جولة ثالثة').click();
		await inFocus(reader, 'جولة ثالثة');
		await page.keyboard.press('Delete');
		await row('جولة ثالثة').waitFor({ state: 'detached' });
		await page.keyboard.press('u');
		await row('جولة ثالثة').waitFor();
		await page.locator('.activitybar a.action-label[aria-label^="Explorer"]').click();
	});

	test('goes to the text editor where the Reader was, and comes back', async () => {
		const { page } = workbench;
		await reader.frame.locator('main').focus();
		await page.keyboard.press('Backslash');
		await marked(page, 'جولة ثالثة', 'solid');
		await goTo(page, 'باب المندب');
		await page.keyboard.press('Backslash');
		reader = await readerPage(page);
		await reader.drawn();
	});

	test('works on in step in two Readers side by side, and after a reload', async () => {
		const { page } = workbench;
		await palette(page, 'View: Split Editor Right');
		const frames = page.locator('iframe.webview.ready');
		await until('two Readers are shown', async () => (await frames.count()) === 2);
		const both = await Promise.all([0, 1].map(index => readerPage(page, index)));
		for (const one of both) await one.drawn();
		await both[1]?.frame.locator('main').focus();
		await page.keyboard.press('k');
		const before = (await both[0]?.highlighted('-confirmed-'))?.length ?? 0;
		await page.keyboard.press('a');
		for (const one of both)
			await until('both have it', async () => (await one.highlighted('-confirmed-')).length > before);
		await screenshot(page, 'reader-two');
		const records = (await sidecar(folder, 'muscat-talks.txt')).records;
		await workbench.reload();
		await until('two Readers are shown', async () => (await frames.count()) === 2, 150_000);
		for (const one of await Promise.all([0, 1].map(index => readerPage(page, index)))) {
			await until('they are as they were', async () => (await one.highlighted('-confirmed-')).length > before, 150_000);
		}
		assert.deepEqual((await sidecar(folder, 'muscat-talks.txt')).records, records);
	});

	test('never changes the article', async () => {
		const name = 'news/sada-almina/muscat-talks.txt';
		assert.deepEqual(await readFile(join(folder, name)), await readFile(join(sample, name)));
		assert.equal(await workbench.page.locator('.tab.dirty').count(), 0);
	});
});
