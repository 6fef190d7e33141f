import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { arabicFontConfiguration, hasArabicFont } from './arabicFont.ts';
import { cacheFolder, installOnce } from './cacheFolder.ts';
import { findOnPath } from './findOnPath.ts';
import { installLocked } from './npm.ts';
import { run } from './processes.ts';
import { say, step } from './progress.ts';

/** How to start a Chrome or Chromium that draws Arabic. `env` is to be added to the environment. */
export interface Browser {
	readonly executablePath: string;
	readonly env: Readonly<Record<string, string>>;
	readonly args: readonly string[];
}

/**
 * The browser for tests: `$CHROME`, else Chrome or Chromium where it usually is, else one from npm in the cache folder.
 * Where the machine has no good Arabic font, one comes from npm too. Throws with words for the user.
 */
export async function ensureBrowser(): Promise<Browser> {
	const found = process.env['CHROME'] || (await findBrowser());
	const browser = found ? { executablePath: found, env: {} } : await bringBrowser();
	const font = (await hasArabicFont()) ? {} : { FONTCONFIG_FILE: join(await bringPackages(), fontConfiguration) };
	return { ...browser, env: { ...browser.env, ...font }, args: browserArguments };
}

const browserArguments: readonly string[] = [
	'--headless=new',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

function findBrowser(): Promise<string | undefined> {
	const inside = 'Contents/MacOS';
	return findOnPath(
		['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
		[
			`/Applications/Google Chrome.app/${inside}/Google Chrome`,
			`/Applications/Chromium.app/${inside}/Chromium`,
			`/Applications/Microsoft Edge.app/${inside}/Microsoft Edge`,
		],
	);
}

const wanted = join(import.meta.dirname, 'browser');
const fontConfiguration = 'fonts.conf';

/** Installs the packages of build/browser once and unpacks the browser among them where it can run. */
function bringPackages(): Promise<string> {
	const lock = readFileSync(join(wanted, 'package-lock.json'));
	const target = cacheFolder(`browser-${createHash('sha256').update(lock).digest('hex').slice(0, 8)}`);
	return installOnce(target, async folder => {
		say(`Bringing a browser and an Arabic font from npm, once, into ${target}; some 220 MB`);
		await step('1/2 packages', () => installLocked(wanted, folder));
		if (canRunPackedChromium()) await step('2/2 unpacking Chromium', () => unpackChromium(folder));
		await writeFile(join(folder, fontConfiguration), arabicFontConfiguration(target));
	});
}

async function bringBrowser(): Promise<{ executablePath: string; env: Record<string, string> }> {
	if (!canRunPackedChromium()) {
		throw new Error(
			'No Chrome or Chromium was found, and npm has none for this machine. Install one, or set CHROME to its path.',
		);
	}
	const folder = join(await bringPackages(), 'chromium');
	const executablePath = join(folder, 'chromium');
	const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
	for (const env of [{}, libraries]) {
		const ended = await run(executablePath, ['--no-sandbox', '--version'], { env: { ...process.env, ...env } });
		if (ended.code === 0) return { executablePath, env };
	}
	throw new Error(`The Chromium from npm does not run here; install Chrome or Chromium, or set CHROME to its path.`);
}

function canRunPackedChromium(): boolean {
	return process.platform === 'linux' && process.arch === 'x64';
}

/** The package unpacks into the temporary folder of the process that asks; so a process with its own one asks. */
async function unpackChromium(folder: string): Promise<void> {
	const unpacked = join(folder, 'chromium');
	await mkdir(unpacked);
	const bin = join(folder, 'node_modules/@sparticuz/chromium/bin');
	const script = `
		import { inflate } from ${JSON.stringify(String(pathToFileURL(join(bin, '../build/index.js'))))};
		for (const name of ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br', 'fonts.tar.br']) await inflate(${JSON.stringify(`${bin}/`)} + name);`;
	const env = { ...process.env, TMPDIR: unpacked };
	const ended = await run(process.execPath, ['--input-type=module', '-e', script], { env });
	if (ended.code !== 0) throw new Error(`Chromium could not be unpacked:\n${ended.output}`);
	await rename(join(unpacked, 'fonts/fonts'), join(folder, 'latin-fonts'));
	await rm(bin, { recursive: true });
}

export interface LaunchOptions {
	/** Is given what the page prints, its errors and failed requests. */
	readonly log?: (line: string) => void;
	/** Default `en-US`. */
	readonly locale?: string;
	/** Default 1400 by 900 pixels. */
	readonly viewport?: { readonly width: number; readonly height: number };
}

export interface LaunchedBrowser {
	readonly context: BrowserContext;
	readonly page: Page;
	readonly close: () => Promise<void>;
}

/** Starts the browser, unseen, with a profile of its own that is removed when it is closed. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<LaunchedBrowser> {
	const { executablePath, env, args } = await ensureBrowser();
	const profile = await mkdtemp(join(tmpdir(), 'isnad-browser-'));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath,
		// Playwright's own headless mode wants its own build of Chromium.
		headless: false,
		viewport: options.viewport ?? { width: 1400, height: 900 },
		locale: options.locale ?? 'en-US',
		args: [...args],
		env: { ...process.env, ...env },
	});
	const page = context.pages()[0] ?? (await context.newPage());
	if (options.log) report(page, options.log);
	const close = async (): Promise<void> => {
		await context.close();
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	};
	return { context, page, close };
}

function report(page: Page, log: (line: string) => void): void {
	page.on('console', message => log(`[${message.type()}] ${message.text().slice(0, 400)}`));
	page.on('pageerror', error => log(`[page error] ${error.message}`));
	page.on('requestfailed', request => log(`[request failed] ${request.url()} ${request.failure()?.errorText}`));
}
