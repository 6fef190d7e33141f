import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, suite, test } from 'node:test';
import { framed } from '../../support/drawn.ts';
import { temporaryCorpus } from '../../support/temporaryCorpus.ts';
import { until } from '../../support/until.ts';
import { openWorkbench, pictureIfFailed, screenshot, type Workbench } from '../../support/workbench.ts';
import { focused, goTo, marked, openArticle, type SavedSidecar, sidecar } from './article.ts';

const sample = join(import.meta.dirname, '../../../annotations/sample');
const name = 'muscat-talks.txt';
const path = `news/sada-almina/${name}`;

suite('with auto-save on and annotation mode off, an annotator', () => {
	let folder: string;
	let workbench: Workbench;

	before(async () => {
		folder = await temporaryCorpus({ from: sample });
		await rm(join(folder, 'annotations/news'), { recursive: true, force: true });
		const settings = { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 500 };
		workbench = await openWorkbench({ folder, settings });
	});
	afterEach(context => pictureIfFailed(context, workbench?.page));
	after(async () => {
		await workbench?.close();
		await rm(folder, { recursive: true, force: true });
	});

	test('edits the text between decisions, and every decision keeps its words', async () => {
		const { page } = workbench;
		const original = await readFile(join(folder, path), 'utf8');
		await openArticle(page, name);
		await goTo(page, 'منصور القاضبي');
		await page.keyboard.press('p');
		await marked(page, 'منصور القاضبي', 'solid');

		await page.keyboard.press('i');
		await page.locator('.tab.active .tab-label:not([aria-label$="Read-only"])').waitFor();
		await page.keyboard.press('Control+Home');
		await page.keyboard.insertText('عاجل - ');
		// The text has unsaved edits now, or auto-save is just at it: the decision has to wait for neither.
		await until('nothing is framed', async () => (await framed(page)) === '');
		await chord('j');
		const second = await until('another suggestion is framed', () => framed(page));
		await chord('a');
		await until('both decisions are saved', async () => {
			const { records } = await sidecar(folder, name);
			return records.filter(({ state }) => state === 'confirmed').length === 2;
		});
		await focused(page);
		await page.keyboard.press('Control+Home');
		await page.keyboard.insertText('هام و');
		await until('both edits are saved', async () => (await text()) === `هام وعاجل - ${original}`);
		await until('nothing is framed', async () => (await framed(page)) === '');
		await chord('j');
		const third = await until('another suggestion is framed', () => framed(page));
		await chord('a');
		await until('three decisions are saved', async () => (await sidecar(folder, name)).records.length === 3);

		const now = await until('the sidecar is of the text as it is', async () => {
			const saved = await sidecar(folder, name);
			return (
				saved.sha256 ===
					createHash('sha256')
						.update(await text())
						.digest('hex') && saved
			);
		});
		assert.deepEqual(now.records.map(({ exact }) => exact).toSorted(), ['منصور القاضبي', second, third].toSorted());
		assert.deepEqual(
			await wordsAtSpans(now),
			now.records.map(({ exact }) => exact),
		);
		await marked(page, 'منصور القاضبي', 'solid');
		await screenshot(page, 'auto-save');
	});

	test('finds every decision at its words when the window is reloaded', async () => {
		const { page } = workbench;
		const before = await sidecar(folder, name);
		await workbench.reload();
		await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor({ timeout: 30_000 });
		await marked(page, 'منصور القاضبي', 'solid');
		assert.deepEqual(await sidecar(folder, name), before);
	});

	/** Where keys type, the keys of annotation mode come second in a chord. */
	async function chord(key: string): Promise<void> {
		await focused(workbench.page);
		await workbench.page.keyboard.press('Control+Alt+i');
		await workbench.page.keyboard.press(key);
	}

	function text(): Promise<string> {
		return readFile(join(folder, path), 'utf8');
	}

	/** What the spans of the records hold on the disk; spans count code points. */
	async function wordsAtSpans({ records }: SavedSidecar): Promise<readonly string[]> {
		const points = [...(await text())];
		return records.map(({ span: [start, end] = [0, 0] }) => points.slice(start, end).join(''));
	}
});
