/**
 * `npm start`: builds Isnad and opens it on the sample corpus, in the user's own VS Code, VSCodium or Cursor, else in a
 * real VS Code that comes from npm and is used in the browser. `npm start -- --browser` takes the latter at once.
 * With ISNAD_START=print it prints the address alone and ends when its standard input does (for tests).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder.ts';
import { bundle } from './esbuild.ts';
import { findOnPath } from './findOnPath.ts';
import { packageExtension } from './package.ts';
import { runHere } from './processes.ts';
import { say, step } from './progress.ts';
import { ensureVscode, installExtension, type RunningVscode, startVscode } from './realVscode.ts';

const root = join(import.meta.dirname, '..');
const sample = join(root, 'annotations', 'sample');
/** Partly annotated, so that decisions and suggestions are seen side by side. */
const first = join(sample, 'news', 'nabd-alwadi', 'water-budget.txt');
const forTests = process.env['ISNAD_START'] === 'print';

async function start(): Promise<void> {
	process.chdir(root);
	const inBrowser = forTests || process.argv.includes('--browser');
	if (!inBrowser && (await openInOwnEditor())) return;
	if (process.platform === 'win32') {
		throw new Error(
			'No VS Code, VSCodium or Cursor is on the PATH, and on Windows Isnad brings none of its own.\n' +
				'Install VS Code from code.visualstudio.com, open a new terminal and run the same command again.',
		);
	}
	await serveInBrowser();
}

/** Whether a window of the user's own editor was opened with the extension running in it. */
async function openInOwnEditor(): Promise<boolean> {
	// In the terminal of a remote window, `code` cannot load an extension under development.
	if (process.env['VSCODE_IPC_HOOK_CLI']) return false;
	const editor = await findOnPath(['code', 'codium', 'cursor']);
	if (editor === undefined) return false;
	await step('Building the extension', () => bundle({ production: false }));
	say(`Opening ${sample} in ${editor}`);
	const args = ['--new-window', `--extensionDevelopmentPath=${root}`, sample, first];
	const code = await runInShellWhereNeeded(editor, args);
	if (code === 0) say(whatToDo('A new window opens'));
	else say(`${editor} did not open (exit code ${code}); Isnad opens in the browser instead.`);
	return code === 0;
}

function runInShellWhereNeeded(command: string, args: readonly string[]): Promise<number> {
	if (process.platform !== 'win32') return runHere(command, args);
	// The commands of Windows editors are .cmd files, which only a shell runs.
	const quoted = [command, ...args].map(part => `"${part}"`);
	return runHere(quoted.join(' '), [], { shell: true });
}

async function serveInBrowser(): Promise<void> {
	await ensureVscode();
	const vsix = process.env['ISNAD_VSIX'] ?? (await packageExtension()).path;
	const extensionsDir = await mkdtemp(join(tmpdir(), 'isnad-extensions-'));
	const userData = forTests ? join(extensionsDir, 'user-data') : cacheFolder('start');
	await step('Installing Isnad into VS Code', () => installExtension({ vsix, userData, extensionsDir }));
	const ended = untilToldToEnd();
	const vscode = await step('Starting VS Code', async () =>
		startVscode({
			folder: sample,
			userData,
			extensionsDir,
			settings,
			...(forTests ? {} : asUsual),
			...(await usualPort()),
		}),
	);
	if (forTests) console.log(vscode.url);
	else say(`${whatToDo(`Open this address in a browser:\n\n  ${vscode.url}\n`)}Ctrl+C here ends it.`);
	await ended;
	await close(vscode, extensionsDir);
}

function whatToDo(first: string): string {
	return [
		'',
		first,
		'  1. Click an article (a .txt file under news) on the left: its names and statements light up, dashed where suggested.',
		'  2. Press J for the next suggestion, A to accept, X to reject; select words and press P, O, L, D or M to label them.',
		'  3. Press ? for all keys. Rest the mouse on a name to see why it was suggested, on a statement to see who says it.',
		'',
	].join('\n');
}

/** The corpus' own page comes first, and git's question about the folder above does not come at all. */
const settings = { 'workbench.startupEditor': 'readme', 'git.openRepositoryInParentFolders': 'never' };

/** A person may want further extensions, and git in the terminal should know who they are. */
const asUsual = { env: { EXTENSIONS_GALLERY: '' }, home: homedir() };

/** The same port each time if it is free, so that bookmarks and what the browser remembers stay good. */
async function usualPort(): Promise<{ readonly port?: number }> {
	const port = 8377;
	const free = await new Promise<boolean>(resolve => {
		const server = createServer().once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
	return free && !forTests ? { port } : {};
}

function untilToldToEnd(): Promise<void> {
	return new Promise(resolve => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
		if (forTests) process.stdin.once('end', () => resolve()).resume();
	});
}

async function close(vscode: RunningVscode, extensionsDir: string): Promise<void> {
	say('Ending VS Code …');
	await vscode.stop();
	await rm(extensionsDir, { recursive: true, force: true, maxRetries: 5 });
	// Standard input may still be open.
	process.exit(0);
}

try {
	await start();
} catch (error) {
	say(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
