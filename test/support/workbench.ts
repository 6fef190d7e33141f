import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../build/browser.ts';
import { packageExtension } from '../../build/package.ts';
import { installExtension, startVscode } from '../../build/realVscode.ts';
import { activeEditor } from './drawn.ts';
import { until } from './until.ts';

export interface WorkbenchOptions {
	/** The folder that the window opens. */
	readonly folder: string;
	/** On top of the quiet settings of build/realVscode.ts, for example `workbench.colorTheme` or `files.autoSave`. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** High enough and every line of an article is drawn at once. Default 1400 by 900. */
	readonly viewport?: { readonly width: number; readonly height: number };
	readonly locale?: string;
	/** Default: every folder is trusted. */
	readonly workspaceTrust?: boolean;
	/** Is given what the page prints. */
	readonly log?: (line: string) => void;
}

export interface Workbench {
	readonly page: Page;
	/** What the server of VS Code has printed. */
	readonly serverLog: () => string;
	/** Reloads the window as a user would, and waits for it. */
	readonly reload: () => Promise<void>;
	readonly close: () => Promise<void>;
}

/** A real VS Code with the packed extension installed, opened on a folder in a real browser. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
	const base = await realpath(await mkdtemp(join(tmpdir(), 'isnad-vscode-')));
	const userData = join(base, 'user-data');
	const extensionsDir = join(base, 'extensions');
	const vsix = process.env['ISNAD_VSIX'] ?? (await packageExtension()).path;
	await installExtension({ vsix, userData, extensionsDir });
	const vscode = await startVscode({
		folder: options.folder,
		userData,
		extensionsDir,
		...(options.settings && { settings: options.settings }),
		...(options.workspaceTrust && { workspaceTrust: true }),
	});
	const browser = await launchBrowser(options);
	const { page } = browser;
	const close = async (): Promise<void> => {
		await browser.close();
		await vscode.stop();
		await rm(base, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		await page.goto(vscode.url);
		await workbenchReady(page);
	} catch (error) {
		await screenshot(page, 'workbench-did-not-open');
		await close();
		throw error;
	}
	const reload = async (): Promise<void> => {
		// The command, not the browser's button: it lets the window put its state by before it goes.
		await page.evaluate('document.documentElement.dataset.old = "yes"');
		await palette(page, 'Developer: Reload Window');
		await page.locator('html:not([data-old])').waitFor({ timeout: 60_000 });
		await workbenchReady(page);
	};
	return { page, serverLog: vscode.log, reload, close };
}

async function workbenchReady(page: Page): Promise<void> {
	await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
	await page.locator('.part.statusbar .statusbar-item').first().waitFor({ timeout: 60_000 });
}

/** Runs a command by its whole title in the palette, category included, as in `Isnad: Accept`. */
export async function palette(page: Page, title: string): Promise<void> {
	await pickInQuickAccess(page, `>${title.replace('…', '')}`, title);
}

/** Shows a file of the workspace by its name, in its tab where it has one, and waits until its lines are drawn. */
export async function openFile(page: Page, name: string): Promise<void> {
	const tab = page.locator(`.tab[data-resource-name="${name}"]`).first();
	if ((await tab.count()) > 0) await tab.click();
	else await pickInQuickAccess(page, name, name);
	await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor({ timeout: 30_000 });
	await page.locator(`${activeEditor} .view-line`).first().waitFor({ timeout: 30_000 });
}

/** Answers the quick pick that asks `question` (a part of its placeholder): with the row so called, else with its first. */
export async function answerPick(page: Page, question: string, row?: string): Promise<void> {
	const asked = page.locator(`.quick-input-widget:not([style*="display: none"]) input[placeholder*="${question}"]`);
	await asked.waitFor({ timeout: 30_000 });
	await page.locator('.quick-input-list .monaco-list-row').first().waitFor({ timeout: 30_000 });
	if (row === undefined) await page.keyboard.press('Enter');
	else await clickRow(page, row);
	await asked.waitFor({ state: 'hidden', timeout: 30_000 });
}

async function pickInQuickAccess(page: Page, query: string, row: string): Promise<void> {
	// F1 opens it everywhere; without the leading `>` it finds files. Extensions may still be registering commands, so
	// the query is asked again until the row is there.
	await until(
		`the palette offers ${row}`,
		async () => {
			await page.keyboard.press('F1');
			const input = quickInput(page);
			await input.waitFor({ timeout: 5000 });
			await input.fill(query);
			await clickRow(page, row, 5000);
			return true;
		},
		90_000,
	);
}

function quickInput(page: Page): Locator {
	return page.locator('.quick-input-widget:not([style*="display: none"]) input[type=text]').first();
}

async function clickRow(page: Page, name: string, timeout = 30_000): Promise<void> {
	// Our own rows keep Arabic together by isolates, which nobody sees.
	const whole = new RegExp(`^\u2068?${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\u2069?$`);
	const label = page.locator('.quick-input-list .monaco-list-row .label-name').getByText(whole);
	await label.first().click({ timeout });
}

const screenshots = join(import.meta.dirname, '../../.isnad-test/screenshots');

/** Keeps a picture of the window as .isnad-test/screenshots/<name>.png, and answers its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
	const path = join(screenshots, `${name}.png`);
	await mkdir(screenshots, { recursive: true });
	await page.screenshot({ path });
	return path;
}

/** For `afterEach`: keeps a picture of the window when the test failed. */
export async function pictureIfFailed(test: FinishedTest, page: Page | undefined): Promise<void> {
	if (test.passed || page === undefined) return;
	await screenshot(page, `failed-${test.name.replace(/[^\p{L}\p{N}]+/gu, '-')}`);
}

/** What Node 24 tells a hook of the test it follows; its types do not know `passed` yet. */
interface FinishedTest {
	readonly name: string;
	readonly passed?: boolean;
}
