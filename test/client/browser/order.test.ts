import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, glob, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { after, afterEach, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import {
	activeEditor,
	type DrawnEditor,
	drawnEditor,
	framed,
	linesOf,
	onlyWords,
	pointOf,
} from '../../support/drawn.ts';
import { temporaryCorpus } from '../../support/temporaryCorpus.ts';
import { until } from '../../support/until.ts';
import { openWorkbench, pictureIfFailed, screenshot, type Workbench } from '../../support/workbench.ts';
import { focused, openArticle } from './article.ts';
import { controls, decidedLooks, looks, looksSidecar } from './orderArticles.ts';

const sample = join(import.meta.dirname, '../../../annotations/sample');
const seeds = join(import.meta.dirname, '../../../../shared/data/seeds');

const hover = '.monaco-hover.fade-in:not(.hidden)';
/** The articles that are looked at in every state; the others in the most important ones. */
const thorough = ['looks.txt', 'controls.txt', 'comet.txt'];

const themes = {
	light: { name: 'Default Light Modern', shown: '.monaco-workbench.vs' },
	dark: { name: 'Default Dark Modern', shown: '.monaco-workbench.vs-dark' },
	'high contrast': { name: 'Default High Contrast', shown: '.monaco-workbench.hc-black' },
	'light high contrast': { name: 'Default High Contrast Light', shown: '.monaco-workbench.hc-light' },
} as const;

suite('no word is displaced and no letter unjoined', () => {
	let folder: string;
	let workbench: Workbench;
	const names: string[] = [];
	/** The rows of each article before anything was marked. */
	const plain = new Map<string, readonly string[]>();

	before(async () => {
		folder = await temporaryCorpus({ from: sample, files: { 'news/controls.txt': controls, 'news/looks.txt': looks } });
		await rm(join(folder, 'annotations/news'), { recursive: true, force: true });
		if (existsSync(seeds)) await cp(seeds, join(folder, 'news/seeds'), { recursive: true });
		for await (const path of glob('news/**/*.txt', { cwd: folder })) names.push(basename(path));
		await configure({ 'isnad.suggestions': 'off' });
		workbench = await openWorkbench({ folder, viewport: { width: 1400, height: 2400 } });
	});
	afterEach(context => pictureIfFailed(context, workbench?.page));
	after(async () => {
		await workbench?.close();
		await rm(folder, { recursive: true, force: true });
	});

	test('in articles where nothing is marked', async () => {
		for (const name of thorough) {
			await openArticle(workbench.page, name, { suggestions: false });
			const { lines } = await inOrder(name, 'plain');
			plain.set(
				name,
				lines.map(({ text }) => text),
			);
		}
	});

	test('by suggestions, a cursor, a hover, Ctrl and the mouse, a search', async () => {
		const { page } = workbench;
		await mkdir(join(folder, 'annotations/news'), { recursive: true });
		await writeFile(join(folder, 'annotations/news/looks.txt.yaml'), looksSidecar);
		await configure({});
		for (const name of thorough) {
			await openArticle(page, name);
			const { marks } = await inOrder(name, 'suggestions');
			const suggestion = marks.find(({ words, line }) => line === 'dashed' && words !== '');
			const word = suggestion?.words.split(' ')[0] ?? '';
			const point = await pointOf(page, word);
			await page.mouse.dblclick(point.x, point.y);
			await page.locator(`${activeEditor} .selected-text`).first().waitFor();
			await inOrder(name, 'a word selected');
			await page.keyboard.press('ArrowLeft');
			await until('nothing is selected', async () => (await drawnEditor(page)).selected === '');
			await inOrder(name, 'a cursor in a name');

			await page.keyboard.press('h');
			await page.locator(hover).waitFor();
			await inOrder(name, 'a hover');
			await page.keyboard.press('Escape');

			await page.keyboard.down('Control');
			await page.mouse.move(point.x + 1, point.y);
			await page.locator(hover).waitFor();
			await inOrder(name, 'Ctrl and the mouse over a name');
			assert.equal(await page.locator('.goto-definition-link').count(), 0);
			await page.keyboard.up('Control');
			await page.mouse.move(2, 2);

			await focused(page);
			await page.keyboard.press('Control+F');
			await page.locator('.quick-input-widget input[placeholder*="Search this article"]').fill(word);
			await until('a hit is framed', async () => (await framed(page)).startsWith(word));
			await inOrder(name, 'a search');
			await page.keyboard.press('Escape');
			await until('the search gave the cursor back', async () => (await framed(page)) === '');
		}
	});

	test('by a selection, by confirmed names and statements, in any article', async () => {
		const { page } = workbench;
		for (const name of names) {
			await openArticle(page, name);
			await focused(page);
			await page.keyboard.press('Control+A');
			await until('all is selected', async () => (await drawnEditor(page)).selected.split(' ').length > 20);
			await inOrder(name, 'suggestions, all selected');
			await page.keyboard.press('Enter');
			await until('everything is confirmed', async () => {
				const { marks } = await drawnEditor(page);
				return marks.length > 0 && marks.every(({ line }) => line !== 'dashed');
			});
			await inOrder(name, 'confirmed names and statements, all selected');
			await page.keyboard.press('u');
		}
	});

	test('while a name within a name, a statement or a speaker is seen as well', async () => {
		const { page } = workbench;
		await openArticle(page, 'looks.txt');
		for (const words of decidedLooks) assert.ok((await linesOf(page, words)).includes('solid'), words);
	});

	test('by editing mode', async () => {
		const { page } = workbench;
		await openArticle(page, 'looks.txt');
		await page.keyboard.press('i');
		await page.locator('.tab.active .tab-label:not([aria-label$="Read-only"])').waitFor();
		await inOrder('looks.txt', 'editing mode');
		await page.keyboard.press('Control+Alt+i');
		await page.keyboard.press('i');
		await page.locator('.tab.active .tab-label[aria-label$="Read-only"]').waitFor();
	});

	test('by controls of direction, and by the squiggles that report them', async () => {
		const { page } = workbench;
		await openArticle(page, 'controls.txt');
		await page.locator(`${activeEditor} [class*="squiggly-"]`).first().waitFor();
		await inOrder('controls.txt', 'squiggles');
		await screenshot(page, 'order-controls');
	});

	for (const [theme, { name: colorTheme, shown }] of Object.entries(themes)) {
		test(`in the ${theme} theme`, async () => {
			const { page } = workbench;
			await page.setViewportSize({ width: 1400, height: 900 });
			await configure({ 'workbench.colorTheme': colorTheme });
			await page.locator(shown).waitFor();
			for (const name of thorough) {
				await openArticle(page, name);
				await page.keyboard.press('Control+Home');
				await until('nothing is selected', async () => (await drawnEditor(page)).selected === '');
				await inOrder(name, theme);
				await screenshot(page, `order-${theme.replaceAll(' ', '-')}-${basename(name, '.txt')}`);
			}
		});
	}

	test('except by a selection in high contrast, where VS Code itself cuts the line: these tests would see it', async () => {
		const { page } = workbench;
		await configure({ 'workbench.colorTheme': themes['high contrast'].name });
		await page.locator(themes['high contrast'].shown).waitFor();
		await openArticle(page, 'looks.txt');
		await inOrder('looks.txt', 'nothing selected');
		await selectWord(page, 'أحمد');
		const { lines } = await drawnEditor(page, { alone: true });
		assert.ok(lines.some(({ words, alone = [] }) => textsOf(words) !== textsOf(alone)));
	});

	/** Settings of the folder, besides those of every test. */
	async function configure(settings: Readonly<Record<string, unknown>>): Promise<void> {
		await mkdir(join(folder, '.vscode'), { recursive: true });
		await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
	}

	/** Reads the active editor and holds that every row reads as it does untouched, and as it did before. */
	async function inOrder(name: string, state: string): Promise<DrawnEditor> {
		const drawn = await drawnEditor(workbench.page, { alone: true });
		for (const [index, { text, words, alone = [] }] of drawn.lines.entries()) {
			const where = `${name}, row ${index + 1}, ${state}`;
			assert.equal(textsOf(words), textsOf(alone), where);
			// Without letters and digits of the other direction the eye meets the words in the order they are written.
			if (!/[\p{Script=Latin}\p{N}]/u.test(text)) assert.equal(textsOf(words), onlyWords(text), where);
			for (const [place, { text: word, width }] of words.entries()) {
				const untouched = alone[place]?.width ?? 0;
				assert.ok(Math.abs(width - untouched) < 0.1, `${where}: ${word} is ${width} wide, untouched ${untouched}`);
			}
		}
		const rows = drawn.lines.map(({ text }) => text);
		assert.ok(rows.length > 3 && rows.some(text => text !== ''), `${name} is drawn`);
		assert.deepEqual(rows, plain.get(name) ?? rows, `${name} is wrapped as before, ${state}`);
		return drawn;
	}
});

async function selectWord(page: Page, word: string): Promise<void> {
	const { x, y } = await pointOf(page, word);
	await page.mouse.dblclick(x, y);
	await page.locator(`${activeEditor} .selected-text`).first().waitFor();
}

function textsOf(words: readonly { readonly text: string }[]): string {
	return words.map(({ text }) => text).join(' ');
}
