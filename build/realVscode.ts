import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, glob, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder, installOnce } from './cacheFolder.ts';
import { installLocked, installShrinkwrapped } from './npm.ts';
import { run, startGroup, stopGroup } from './processes.ts';
import { say, step } from './progress.ts';

const wanted = join(import.meta.dirname, 'vscode');

/**
 * A real VS Code (code-server, pinned in build/vscode), installed on first use into the cache folder from npm alone.
 * It runs on the Node that runs us. Throws with words for the user if npm cannot install it.
 */
export async function ensureVscode(): Promise<{ readonly dir: string }> {
	if (process.platform === 'win32') throw new Error('code-server does not run on Windows; install VS Code instead.');
	const lock = readFileSync(join(wanted, 'package-lock.json'));
	const version = JSON.parse(String(lock)).packages['node_modules/code-server'].version as string;
	const target = cacheFolder(`vscode-${version}-${createHash('sha256').update(lock).digest('hex').slice(0, 8)}`);
	const dir = await installOnce(target, async folder => {
		say(`Installing a real VS Code (code-server ${version}) from npm, once, into ${target}; some 270 MB`);
		const vscode = join(folder, serverFolder);
		await step('1/4 code-server', () => installLocked(wanted, folder));
		await step('2/4 libraries of VS Code', () => installShrinkwrapped(vscode));
		await step('3/4 libraries of its own extensions', () => installShrinkwrapped(join(vscode, 'extensions')));
		await step('4/4 removing what is not used here', () => trim(vscode));
	});
	return { dir };
}

const serverFolder = 'node_modules/code-server/lib/vscode';

/** Makes ripgrep executable and removes large parts that neither reading nor annotating needs. */
async function trim(vscode: string): Promise<void> {
	const platform = `${process.platform}-${process.arch}`;
	const unused = [
		'node_modules/@github/copilot-sdk-*',
		'node_modules/@microsoft/mxc-sdk/bin',
		'node_modules/@vscode/windows-process-tree/{build,deps}',
		'extensions/copilot',
		'extensions/mermaid-*',
	];
	for await (const path of glob(unused, { cwd: vscode })) await rm(join(vscode, path), { recursive: true });
	for await (const path of glob('node_modules/{@vscode/ripgrep-universal/bin,node-pty/prebuilds}/*', { cwd: vscode })) {
		if (path.endsWith(platform)) continue;
		await rm(join(vscode, path), { recursive: true });
	}
	for await (const path of glob('node_modules/@vscode/ripgrep*/bin/**/rg', { cwd: vscode })) {
		await chmod(join(vscode, path), 0o755);
	}
}

export interface VscodeOptions {
	/** What the window opens. */
	readonly folder: string;
	/** Settings, state and logs; also the home folder of the processes, unless `home` says otherwise. */
	readonly userData: string;
	readonly extensionsDir: string;
	/** Default: a free one. */
	readonly port?: number;
	/** Needed by tests inside the extension host; it hides toasts and dialogs, so never for driving the interface. */
	readonly smokeTestDriver?: boolean;
	/** Default: false, every folder is trusted. */
	readonly workspaceTrust?: boolean;
	/** On top of `quietSettings`; ignored if the user data already has settings. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** For the server and, by inheritance, the extension host. */
	readonly env?: Readonly<Record<string, string>>;
	readonly home?: string;
}

export interface RunningVscode {
	/** Opens the folder. */
	readonly url: string;
	/** `127.0.0.1:port`: the authority of `vscode-remote:` URIs in the page. */
	readonly authority: string;
	readonly pid: number;
	/** All that the server has printed so far. */
	readonly log: () => string;
	/** Ends the server and returns when it is gone. */
	readonly stop: () => Promise<void>;
}

/** Settings of a window that says and fetches nothing by itself and saves nothing on its own. */
const quietSettings: Readonly<Record<string, unknown>> = {
	'telemetry.telemetryLevel': 'off',
	'workbench.startupEditor': 'none',
	'security.workspace.trust.enabled': false,
	'extensions.autoCheckUpdates': false,
	'extensions.autoUpdate': 'off',
	'update.mode': 'none',
	'chat.disableAIFeatures': true,
	'workbench.enableExperiments': false,
	'window.commandCenter': false,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'editor.hover.delay': 100,
	'files.autoSave': 'off',
};

/** Starts the server of a real VS Code on the loopback interface and returns once it answers. */
export async function startVscode(options: VscodeOptions): Promise<RunningVscode> {
	const { dir } = await ensureVscode();
	const { userData, extensionsDir } = options;
	const home = options.home ?? join(userData, 'home');
	for (const folder of [home, extensionsDir, join(userData, 'User')]) await mkdir(folder, { recursive: true });
	await writeSettings(options);
	const args = [
		...serverArguments(dir, userData, extensionsDir),
		...['--bind-addr', `127.0.0.1:${options.port ?? 0}`, '--auth', 'none'],
		...['--disable-update-check', '--disable-getting-started-override', '--ignore-last-opened'],
		...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
		...(options.smokeTestDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
	];
	const env = { ...serverEnvironment(userData, home), ...options.env };
	const child = startGroup(process.execPath, args, { env, cwd: userData, stdio: ['ignore', 'pipe', 'pipe'] });
	let log = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on('data', (chunk: Buffer) => {
			log += chunk;
		});
	}
	try {
		const authority = await waitUntilUp(
			() => log,
			() => child.exitCode !== null || child.signalCode !== null,
		);
		return {
			url: `http://${authority}/?folder=${encodeURIComponent(options.folder)}`,
			authority,
			pid: child.pid ?? -1,
			log: () => log,
			stop: () => stopGroup(child),
		};
	} catch (error) {
		await stopGroup(child);
		throw error;
	}
}

/** Installs a .vsix file into an extensions folder that `startVscode` is then given. Needs no network. */
export async function installExtension(options: {
	readonly vsix: string;
	readonly userData: string;
	readonly extensionsDir: string;
}): Promise<void> {
	const { dir } = await ensureVscode();
	const { userData, extensionsDir } = options;
	await mkdir(join(userData, 'home'), { recursive: true });
	const args = [...serverArguments(dir, userData, extensionsDir), '--install-extension', options.vsix, '--force'];
	const env = serverEnvironment(userData, join(userData, 'home'));
	const ended = await run(process.execPath, args, { env });
	if (ended.code !== 0 || !ended.output.includes('successfully installed')) {
		throw new Error(`${options.vsix} could not be installed into VS Code:\n${ended.output}`);
	}
}

function serverArguments(dir: string, userData: string, extensionsDir: string): readonly string[] {
	const entry = join(dir, 'node_modules/code-server/out/node/entry.js');
	return [entry, '--user-data-dir', userData, '--extensions-dir', extensionsDir, '--disable-telemetry'];
}

/** Our environment less what would make code-server talk to another editor, take another port or ask a password. */
function serverEnvironment(userData: string, home: string): NodeJS.ProcessEnv {
	const foreign = /^(VSCODE_|CODE_SERVER_|CS_|NODE_TEST_CONTEXT$|NODE_OPTIONS$|PORT$|(HASHED_)?PASSWORD$|ELECTRON_)/;
	const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
	return {
		...inherited,
		HOME: home,
		XDG_CONFIG_HOME: join(userData, 'xdg-config'),
		XDG_DATA_HOME: join(userData, 'xdg-data'),
		XDG_CACHE_HOME: join(userData, 'xdg-cache'),
		// No gallery of extensions, so nothing asks the network for one.
		EXTENSIONS_GALLERY: '{}',
	};
}

async function writeSettings(options: VscodeOptions): Promise<void> {
	const path = join(options.userData, 'User', 'settings.json');
	const trust = { 'security.workspace.trust.enabled': options.workspaceTrust ?? false };
	const settings = { ...quietSettings, ...trust, ...options.settings };
	await writeFile(path, JSON.stringify(settings, undefined, '\t'), { flag: 'wx' }).catch(error => {
		if (error.code !== 'EEXIST') throw error;
	});
}

/** The address that the server says it listens on, once it answers there. */
async function waitUntilUp(log: () => string, isGone: () => boolean): Promise<string> {
	const deadline = Date.now() + 60_000;
	while (Date.now() < deadline && !isGone()) {
		const authority = log().match(/listening on http:\/\/(127\.0\.0\.1:\d+)/)?.[1];
		if (authority !== undefined && (await answers(authority))) return authority;
		await pause(50);
	}
	throw new Error(`The VS Code server did not start:\n${log().slice(-3000)}`);
}

async function answers(authority: string): Promise<boolean> {
	return fetch(`http://${authority}/healthz`).then(
		response => response.ok,
		() => false,
	);
}
