import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, suite, test } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { temporaryCorpus } from '../../support/temporaryCorpus.ts';
import { openWorkbench, palette, pictureIfFailed, screenshot, type Workbench } from '../../support/workbench.ts';
import { concordance } from './concordance.ts';

const sample = join(import.meta.dirname, '../../../annotations/sample');

suite('in the concordance, a user', () => {
	let folder: string;
	let workbench: Workbench;
	let frame: FrameLocator;

	before(async () => {
		folder = await temporaryCorpus({ from: sample });
		workbench = await openWorkbench({ folder });
	});
	afterEach(context => pictureIfFailed(context, workbench?.page));
	after(async () => {
		await workbench?.close();
		await rm(folder, { recursive: true, force: true });
	});

	test('finds a word in every article, aligned on the hit from right to left', async () => {
		const { page } = workbench;
		await palette(page, 'Isnad: Search Corpus');
		frame = await concordance(page);
		await screenshot(page, 'search-empty');
		await page.keyboard.type('الوزير');
		await page.keyboard.press('Enter');
		await frame.locator('.hit').first().waitFor({ timeout: 60_000 });
		await screenshot(page, 'search');
	});
});
