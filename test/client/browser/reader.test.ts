import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, suite, test } from 'node:test';
import { temporaryCorpus } from '../../support/temporaryCorpus.ts';
import { until } from '../../support/until.ts';
import { openWorkbench, palette, pictureIfFailed, screenshot, type Workbench } from '../../support/workbench.ts';
import { marked, openArticle, saved } from './article.ts';
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

	test('goes back to the text editor where the Reader was', async () => {
		const { page } = workbench;
		await page.keyboard.press('Backslash');
		await marked(page, 'جولة ثالثة', 'solid');
	});
});
