import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './processes.ts';

/** Installs exactly what `from`'s package-lock.json says into `folder`, running no package's scripts. */
export async function installLocked(from: string, folder: string): Promise<void> {
	for (const name of ['package.json', 'package-lock.json']) await cp(join(from, name), join(folder, name));
	await npm(['ci', '--ignore-scripts'], folder);
}

/** Installs the run-time dependencies of a package that carries its own npm-shrinkwrap.json. */
export async function installShrinkwrapped(folder: string): Promise<void> {
	// Not `npm ci`: code-server publishes package.json files that its own shrinkwraps are not quite in step with.
	await npm(['install', '--no-save', '--omit=dev', '--ignore-scripts'], folder);
}

async function npm(args: readonly string[], cwd: string): Promise<void> {
	const { command, before } = npmCommand();
	const quiet = ['--no-progress', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retry-mintimeout=2000'];
	const ended = await run(command, [...before, ...args, ...quiet], { cwd, env: environment() }).catch(() => {
		throw new Error('npm was not found. Run this through npm, for example: npm test');
	});
	if (ended.code !== 0) throw new Error(explainNpmFailure(ended.output));
}

/** What to tell the user when npm failed, from what npm printed. */
export function explainNpmFailure(output: string): string {
	const tail = output
		.split('\n')
		.filter(line => /npm (error|ERR!)/.test(line) && !line.includes('complete log'))
		.slice(0, 8)
		.join('\n');
	const code = output.match(
		/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|\bE(?:401|403|404|407|5\d\d)\b/,
	)?.[0];
	if (code === undefined) return `npm could not install:\n${tail || output.slice(-2000)}`;
	return [
		`The npm registry could not be reached, or did not answer as it should (${code}).`,
		'What is missing comes from there. Check the connection, the proxy and `npm config get registry`, then run the',
		'same command again; nothing half-installed was kept.',
		tail,
	].join('\n');
}

/** The npm that runs us, on the Node that runs us; else the one on the path. */
function npmCommand(): { readonly command: string; readonly before: readonly string[] } {
	const script = process.env['npm_execpath'];
	if (script?.endsWith('npm-cli.js') && existsSync(script)) return { command: process.execPath, before: [script] };
	return { command: 'npm', before: [] };
}

/** Our environment less what the outer `npm run` says about this repository. */
function environment(): NodeJS.ProcessEnv {
	const ours = /^npm_(package|lifecycle|command|config_(local|global)_prefix|config_workspace)|^INIT_CWD$/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
