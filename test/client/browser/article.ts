import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { activeEditor, drawnEditor, framed, linesOf, onlyWords, pointOf } from '../../support/drawn.ts';
import { until } from '../../support/until.ts';
import { openFile } from '../../support/workbench.ts';

/** Opens an article and waits until it is one: its text is safe from typing, its suggestions (or none) are drawn. */
export async function openArticle(
	page: Page,
	name: string,
	{ suggestions = true }: { readonly suggestions?: boolean } = {},
): Promise<void> {
	await openFile(page, name);
	await page
		.locator(`.tab.active[data-resource-name="${name}"] .tab-label[aria-label$="Read-only"]`)
		.waitFor({ timeout: 20_000 });
	await until(`${suggestions ? 'the' : 'no'} suggestions in ${name} are drawn`, async () => {
		return (await drawnEditor(page)).marks.some(({ line }) => line === 'dashed') === suggestions;
	});
}

/** Puts a bare cursor at the first of some words, by the search that a key of annotation mode opens. */
export async function goTo(page: Page, words: string): Promise<void> {
	await page.keyboard.press('Slash');
	await searchFor(page, words);
	await focused(page);
}

/** Fills our search, which is open or opening, and takes the first hit. */
async function searchFor(page: Page, words: string): Promise<void> {
	const search = page.locator('.quick-input-widget input[placeholder*="Search this article"]');
	await search.fill(words);
	await until(`“${words}” is framed`, async () => (await framed(page)) === onlyWords(words));
	await page.keyboard.press('Enter');
	await search.waitFor({ state: 'hidden' });
}

/** Selects words as a user of the keyboard does: goes to the first one, then word by word with Shift. */
export async function selectByKeyboard(page: Page, words: string): Promise<void> {
	await goTo(page, words);
	const wanted = onlyWords(words);
	await until(`“${wanted}” is selected`, async () => {
		const { selected } = await drawnEditor(page);
		if (selected === wanted) return true;
		if (wanted.startsWith(selected)) await page.keyboard.press('Control+Shift+ArrowRight');
		return false;
	});
}

/** Selects the word under the mouse by a double click. */
export async function selectByMouse(page: Page, word: string): Promise<void> {
	const { x, y } = await pointOf(page, word);
	await page.mouse.dblclick(x, y);
	await until(`“${word}” is selected`, async () => (await drawnEditor(page)).selected === onlyWords(word));
}

/** Waits until the keys go to the active editor. */
export async function focused(page: Page): Promise<void> {
	await page.locator(`${activeEditor}.focused`).waitFor({ timeout: 20_000 });
}

/** Waits until the marks of some words have these lines; none: until they are not marked. */
export async function marked(page: Page, words: string, ...lines: readonly string[]): Promise<void> {
	await until(
		`“${words}” is drawn with ${lines.join(' and ') || 'no mark'}`,
		async () => (await linesOf(page, words)).join(' ') === lines.toSorted().join(' '),
		20_000,
	);
}

/** Rests the mouse on some words and answers what the hover says once it says `expected`. */
export async function hoverOn(page: Page, words: string, expected: string): Promise<string> {
	const { x, y } = await pointOf(page, words);
	await page.mouse.move(x, y + 2);
	await page.mouse.move(x, y);
	const hover = page.locator('.monaco-hover.fade-in:not(.hidden)');
	return until(`the hover says “${expected}”`, async () => {
		// Isolates keep words of one direction together; nobody sees them.
		const text = (await hover.allInnerTexts()).join('\n').replace(/[\u2066-\u2069]/g, '');
		return text.includes(expected) && text;
	});
}

/** What the status bar says of the article, as `Annotating · 20 left · new`. */
export async function statusBar(page: Page): Promise<string> {
	const texts = await page.locator('.part.statusbar .statusbar-item').allInnerTexts();
	return texts.map(text => text.trim()).find(text => text.includes(' left · ')) ?? '';
}

/** A record of a sidecar, as far as these tests look. */
export interface SavedRecord {
	readonly id: string;
	readonly kind: string;
	readonly state: string;
	readonly label?: string;
	readonly type?: string;
	readonly span?: readonly [number, number];
	readonly exact?: string;
	readonly form?: string;
	readonly content?: readonly { readonly exact: string; readonly span: readonly [number, number] }[];
	readonly cue?: { readonly exact: string; readonly span: readonly [number, number] };
	readonly speaker?: { readonly exact: string; readonly span: readonly [number, number] };
}

export interface SavedSidecar {
	readonly text?: string;
	readonly sha256?: string;
	readonly length?: number;
	readonly status?: Readonly<Record<string, string>>;
	readonly records: readonly SavedRecord[];
}

/** What is on the disk of the decisions on the article so called; no records where there is no file. */
export async function sidecar(folder: string, name: string): Promise<SavedSidecar> {
	for await (const path of glob(`annotations/**/${name}.yaml`, { cwd: folder })) {
		const { records, ...rest } = parse(await readFile(join(folder, path), 'utf8')) as Partial<SavedSidecar>;
		return { ...rest, records: records ?? [] };
	}
	return { records: [] };
}

/** Waits until the saved decisions, one a line, are exactly these. */
export async function saved(folder: string, name: string, expected: readonly string[]): Promise<void> {
	let last: readonly string[] = [];
	await until(
		'the decisions are saved',
		async () => {
			last = (await sidecar(folder, name)).records.map(told);
			return last.join('\n') === expected.join('\n');
		},
		15_000,
	).catch(() => assert.deepEqual(last, expected));
}

/** A record as one line: `confirmed PER مصطفى العامري`, `confirmed direct نعم | cue قال | speaker العامري`. */
function told({ state, label, type, exact, form, content, cue, speaker }: SavedRecord): string {
	return [
		[state, label ?? type, exact ?? content?.map(part => part.exact).join(' … ')].join(' '),
		...(form === undefined ? [] : [`form ${form}`]),
		...(cue ? [`cue ${cue.exact}`] : []),
		...(speaker ? [`speaker ${speaker.exact}`] : []),
	].join(' | ');
}
