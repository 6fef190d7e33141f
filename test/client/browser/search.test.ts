import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, suite, test } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { framed } from '../../support/drawn.ts';
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
import { openArticle, saved } from './article.ts';
import { concordance } from './concordance.ts';

const sample = join(import.meta.dirname, '../../../annotations/sample');

suite('in the concordance, a user', () => {
	let folder: string;
	let workbench: Workbench;
	let frame: FrameLocator;

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

	test('finds a word in every article, aligned on the hit from right to left', async () => {
		const { page } = workbench;
		await openArticle(page, 'muscat-talks.txt');
		await palette(page, 'Isnad: Search Corpus');
		frame = await concordance(page);
		await screenshot(page, 'search-empty');
		await page.keyboard.type('مسقط');
		await page.keyboard.press('Enter');
		await until('five places are found', async () => (await frame.locator('.hit').count()) === 5, 60_000);
		await screenshot(page, 'search');
		const rows = await sides(frame);
		assert.equal(new Set(rows.map(({ hit }) => Math.round(hit.right))).size, 1, 'the hits begin in one line');
		assert.ok(rows.every(({ before, hit, after }) => before.left >= hit.right - 1 && after.right <= hit.left + 1));
	});

	test('ticks all, labels them as one step, and takes that back', async () => {
		const { page } = workbench;
		const muscat = 'confirmed LOC مسقط';
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Control+a');
		await screenshot(page, 'search-ticked');
		await page.keyboard.press('l');
		await saved(folder, 'muscat-talks.txt', [muscat, muscat, muscat]);
		await saved(folder, 'wheat-truce.txt', [muscat]);
		await page.keyboard.press('u');
		await saved(folder, 'muscat-talks.txt', []);
		await saved(folder, 'wheat-truce.txt', []);
	});

	test('opens the place in the text', async () => {
		const { page } = workbench;
		await page.keyboard.press('Enter');
		await until('the word is framed', async () => (await framed(page)) === 'مسقط', 30_000);
		await screenshot(page, 'search-opened');
	});

	test('labels every mention in the corpus, from a list that says why each matched', async () => {
		const { page } = workbench;
		await palette(page, 'Isnad: Label All Mentions in Corpus…');
		const list = page.locator('.quick-input-widget input[placeholder*="other mentions of"]');
		await list.waitFor({ timeout: 30_000 });
		await screenshot(page, 'search-label-all');
		await page.keyboard.press('Enter');
		await saved(
			folder,
			'muscat-talks.txt',
			Array.from({ length: 3 }, () => 'confirmed LOC مسقط'),
		);
	});

	test('renames a key of the register', async () => {
		const { page } = workbench;
		const register = join(folder, 'annotations/entities.yaml');
		await palette(page, 'Isnad: Rename Key of Register Entry…');
		await answerPick(page, 'Which entry gets another key?', 'al-shiraa-club');
		await page.locator('.quick-input-widget input').first().fill('another-key');
		await page.keyboard.press('Enter');
		await until('the key is another', async () => /key: another-key$/m.test(await readFile(register, 'utf8')), 20_000);
	});
});

interface Side {
	readonly left: number;
	readonly right: number;
}

/** Where the three columns of each row are. */
function sides(
	frame: FrameLocator,
): Promise<readonly { readonly before: Side; readonly hit: Side; readonly after: Side }[]> {
	const side = (part: string): string =>
		`(({ left, right }) => ({ left, right }))(row.querySelector('${part}').getBoundingClientRect())`;
	const columns = `({ before: ${side('.before')}, hit: ${side('.found')}, after: ${side('.after')} })`;
	return frame.locator('.rows').evaluate(`[...document.querySelectorAll('.hit')].map(row => ${columns})`);
}
