import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './progress.ts';

/** Where Isnad keeps what it brings from npm: outside the checkout, so that a fresh clone finds it again. */
export function cacheFolder(name: string, env: NodeJS.ProcessEnv = process.env): string {
	const base =
		env['XDG_CACHE_HOME'] ||
		(process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache'));
	return join(base, 'isnad', name);
}

/**
 * Makes `target` once. `install` fills a folder beside it that is renamed at the end, so that an interrupted install
 * never counts; a second process waits for the first, and takes over when that one is gone.
 */
export async function installOnce(target: string, install: (folder: string) => Promise<void>): Promise<string> {
	if (await exists(target)) return target;
	await mkdir(dirname(target), { recursive: true });
	const unlock = await lock(`${target}.lock`);
	try {
		if (await exists(target)) return target;
		await removeLeftovers(target);
		const part = `${target}.part-${process.pid}-${Date.now().toString(36)}`;
		await mkdir(part);
		try {
			await install(part);
			await rename(part, target);
		} catch (error) {
			await rm(part, { recursive: true, force: true });
			if (!(await exists(target))) throw error;
		}
		return target;
	} finally {
		await unlock();
	}
}

const staleAfterMs = 30 * 60_000;

/** Takes the lock file, waiting while another living process holds it. Two holders at once waste work, no more. */
async function lock(path: string): Promise<() => Promise<void>> {
	for (let told = false; ; ) {
		try {
			await writeFile(path, String(process.pid), { flag: 'wx' });
			return () => rm(path, { force: true });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
		if (await isStale(path)) {
			await rm(path, { force: true });
			continue;
		}
		if (!told) say(`Waiting for another run that is making ${path.replace(/\.lock$/, '')} …`);
		told = true;
		await pause(300);
	}
}

async function isStale(path: string): Promise<boolean> {
	try {
		const pid = Number(await readFile(path, 'utf8'));
		const age = Date.now() - (await stat(path)).mtimeMs;
		// An empty lock is one that is being written this moment.
		return age > staleAfterMs || (pid > 0 && !isAlive(pid));
	} catch {
		return false;
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Removes what interrupted installs left; not what is younger, since it may be another machine's on a shared disk. */
async function removeLeftovers(target: string): Promise<void> {
	const folder = dirname(target);
	for (const name of await readdir(folder)) {
		if (!name.startsWith(`${basename(target)}.part-`)) continue;
		const path = join(folder, name);
		const pid = Number(name.split('.part-')[1]?.split('-')[0]);
		const age = Date.now() - (await stat(path)).mtimeMs;
		if (age > staleAfterMs || !isAlive(pid)) await rm(path, { recursive: true, force: true });
	}
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}
