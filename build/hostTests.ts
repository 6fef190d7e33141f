import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { launchBrowser } from './browser.ts';
import type { Counts } from './countReporter.ts';
import { startVscode } from './realVscode.ts';

const root = join(import.meta.dirname, '..');
const out = join(root, '.isnad-test', 'host');

/**
 * Runs mocha tests inside the extension host of a real VS Code, with the extension of this checkout (dist/ must be
 * built) and a copy of `folder` open. Prints each test and why it failed.
 */
export async function runHostTests(files: readonly string[], folder: string): Promise<Counts> {
	const report = join(out, 'report.json');
	await bundleTests(files);
	const base = await mkdtemp(join(tmpdir(), 'isnad-host-'));
	const bundles = files.map(file => join(out, `${basename(file, '.ts')}.cjs`));
	const corpus = join(base, 'corpus');
	await cp(folder, corpus, { recursive: true });
	const vscode = await startVscode({
		folder: corpus,
		userData: join(base, 'user-data'),
		// Empty: an installed copy would compete with the one under development.
		extensionsDir: join(base, 'extensions'),
		smokeTestDriver: true,
		env: { ISNAD_HOST_TESTS: JSON.stringify({ bundles, report }) },
	});
	const log: string[] = [];
	const browser = await launchBrowser({ log: line => log.push(line) });
	try {
		const path = (of: string): string => `vscode-remote://${vscode.authority}${of}`;
		const payload = [
			['extensionDevelopmentPath', path(root)],
			['extensionTestsPath', path(join(out, 'suite.cjs'))],
		];
		await browser.page.exposeFunction('codeAutomationLog', () => {});
		const ended = new Promise<void>(resolve => browser.page.exposeFunction('codeAutomationExit', () => resolve()));
		await browser.page.goto(`${vscode.url}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
		await withDeadline(ended, 10 * 60_000);
		return print(JSON.parse(await readFile(report, 'utf8')));
	} catch (error) {
		await browser.page.screenshot({ path: join(root, '.isnad-test', 'host.png') });
		console.log(`The tests in the extension host did not end as they should: ${error}`);
		console.log(log.filter(isTelling).slice(-20).join('\n'));
		console.log(vscode.log().slice(-2000));
		return { passed: 0, failed: 1, skipped: 0 };
	} finally {
		await browser.close();
		await vscode.stop();
		await rm(base, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** Whether a line of the page's console may explain a failure: not what VS Code says in every run from npm. */
function isTelling(line: string): boolean {
	return (
		/^\[(error|page error)\]/.test(line) && !/bindings file|watchdog|vsda|Failed to load resource|Canceled/.test(line)
	);
}

/** Editors load test suites as CommonJS; each file becomes one, and mocha is found in node_modules above them. */
async function bundleTests(files: readonly string[]): Promise<void> {
	await rm(out, { recursive: true, force: true });
	await mkdir(out, { recursive: true });
	await build({
		entryPoints: [...files, join(root, 'test/support/hostSuite.ts')].map(file => ({
			in: file,
			out: file.endsWith('hostSuite.ts') ? 'suite' : basename(file, '.ts'),
		})),
		outdir: out,
		outExtension: { '.js': '.cjs' },
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'es2023',
		sourcemap: 'inline',
		external: ['vscode', 'mocha'],
		logLevel: 'warning',
	});
}

/** What mocha's json reporter writes, as far as it is used here. */
interface MochaReport {
	readonly stats: { readonly passes: number; readonly failures: number; readonly pending: number };
	readonly passes: readonly MochaTest[];
	readonly failures: readonly MochaTest[];
}

interface MochaTest {
	readonly fullTitle: string;
	readonly duration?: number;
	readonly err: { readonly message?: string; readonly stack?: string };
}

function print(report: MochaReport): Counts {
	for (const test of report.passes) console.log(`✔ ${test.fullTitle} (${test.duration ?? 0} ms)`);
	for (const test of report.failures) console.log(`✖ ${test.fullTitle}\n${test.err.stack ?? test.err.message}`);
	const { passes, failures, pending } = report.stats;
	return { passed: passes, failed: failures, skipped: pending };
}

async function withDeadline(work: Promise<void>, milliseconds: number): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`no end after ${milliseconds / 60_000} minutes`)), milliseconds);
	});
	await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
