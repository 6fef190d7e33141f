import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, suite, test } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { temporaryCorpus } from '../../support/temporaryCorpus.ts';
import { until } from '../../support/until.ts';
import { openWorkbench, palette, pictureIfFailed, screenshot, type Workbench } from '../../support/workbench.ts';
import { openArticle } from './article.ts';
import { ledgerArticles } from './ledgerArticles.ts';
import { reads, shownPage } from './ledgerPage.ts';

const sample = join(import.meta.dirname, '../../../annotations/sample');

suite('in the ledger, a journalist', () => {
	let folder: string;
	let workbench: Workbench;
	let ledger: FrameLocator;

	before(async () => {
		folder = await temporaryCorpus({ from: sample, files: ledgerArticles });
		workbench = await openWorkbench({
			folder,
			settings: { 'workbench.colorTheme': 'Default Dark Modern', 'isnad.uiLanguage': 'ar' },
		});
	});
	afterEach(context => pictureIfFailed(context, workbench?.page));
	after(async () => {
		await workbench?.close();
		await rm(folder, { recursive: true, force: true });
	});

	test('finds a speaker by a part of the name, and what they said in order of time', async () => {
		const { page } = workbench;
		await openArticle(page, 'muscat-talks.txt');
		await palette(page, 'Isnad: Who Said What');
		ledger = await shownPage(page, 'ledger');
		await ledger.locator('.find-speaker').fill('الخَطيب');
		await reads(ledger, '.speaker .name', ['الجميع', 'سامر الخطيب']);
		await page.keyboard.press('ArrowDown');
		await reads(ledger, '.statement-head .date', ['2024-03-10', '2024-03-10', '2024-03-11']);
		await screenshot(page, 'ledger-ar-dark');
	});

	test('sees the same statement as three outlets tell it, with what differs marked', async () => {
		await reads(ledger, '.statement.shared .outlet', ['aljisr-alyawmi', 'sada-almina', 'nabd-alwadi']);
		await reads(ledger, '.statement.shared mark', ['ليلا', 'كبيرة']);
		const places = await ledger
			.locator('.statement.shared .telling')
			.evaluateAll(tellings =>
				tellings.map(telling => (telling as unknown as { readonly offsetLeft: number }).offsetLeft),
			);
		const [first = 0, second = 0] = places;
		assert.ok(second < first, 'the second stands at the left of the first');
	});

	test('goes to a telling and opens it at its place by keyboard', async () => {
		const { page } = workbench;
		await page.keyboard.press('Enter');
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('Enter');
		await page.locator('.tab.active[data-resource-name="2024-03-11-quay.txt"]').waitFor({ timeout: 30_000 });
		await until('the line of the statement is shown', async () =>
			(await page.locator('.statusbar-item[id="status.editor.selection"]').innerText()).includes('Ln 3'),
		);
		await screenshot(page, 'ledger-opened');
	});

	test('narrows the statements by outlet and by stance', async () => {
		await ledger.locator('select[name="outlet"]').selectOption('nabd-alwadi');
		await reads(ledger, '.statement-head .date', ['2024-03-10']);
		await ledger.locator('select[name="stance"]').selectOption('denying');
		await reads(ledger, '.empty-state', ['لا قول يوافق ما اخترته.']);
	});

	test('saves it as CSV', async () => {
		const { page } = workbench;
		await ledger.locator('button[name="csv"]').click();
		await page.locator('.quick-input-widget input').waitFor();
		await page.keyboard.press('Enter');
		await page.locator('.notification-list-item').first().waitFor({ timeout: 30_000 });
	});
});
