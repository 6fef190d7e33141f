import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IndexCache } from '../core/corpus/corpusService.ts';
import { nodeFiles } from './nodeFiles.ts';

/**
 * Where the index of a corpus waits for the next run: `isnad/index` in the user's cache folder (XDG_CACHE_HOME, ~/Library/Caches,
 * %LOCALAPPDATA%, else ~/.cache), a file for each corpus folder and layer. Those that nobody used for 60 days go.
 */
export function indexCache(root: string, layer: string, env: NodeJS.ProcessEnv = process.env): IndexCache {
	const folder = path.join(cacheBase(env), 'isnad', 'index');
	const file = path.join(
		folder,
		`${createHash('sha256').update(`${root}\n${layer}`).digest('hex').slice(0, 32)}.index`,
	);
	return {
		read: async () => {
			try {
				const bytes = await readFile(file);
				const now = new Date();
				await utimes(file, now, now);
				return bytes;
			} catch {
				return undefined;
			}
		},
		write: async bytes => {
			try {
				await nodeFiles.write(pathToFileURL(file).href, bytes);
				await removeUnused(folder);
			} catch {
				// Without a cache the next start takes longer, no more.
			}
		},
	};
}

function cacheBase(env: NodeJS.ProcessEnv): string {
	const own = env['XDG_CACHE_HOME'];
	if (own) {
		return own;
	}
	if (process.platform === 'darwin') {
		return path.join(homedir(), 'Library', 'Caches');
	}
	const local = env['LOCALAPPDATA'];
	return process.platform === 'win32' && local ? local : path.join(homedir(), '.cache');
}

const sixtyDays = 60 * 24 * 3600 * 1000;

async function removeUnused(folder: string): Promise<void> {
	const limit = Date.now() - sixtyDays;
	for (const name of await readdir(folder)) {
		const file = path.join(folder, name);
		if (name.endsWith('.index') && (await stat(file)).mtimeMs < limit) {
			await rm(file, { force: true });
		}
	}
}
