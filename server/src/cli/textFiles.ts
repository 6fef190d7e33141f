import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';

/**
 * The files that the paths name: a file as it is, a folder by its `.txt` files at any depth, in code-unit order of their whole
 * paths. Paths begin as they were given and go on with `/`. Hidden entries are left out; links to files are followed, links to
 * folders are not. `complain` is told what could not be read.
 */
export async function* textFiles(
	paths: readonly string[],
	complain: (line: string) => void,
): AsyncGenerator<string, void> {
	for (const path of paths) {
		const found = await attempt(path, () => stat(path), complain);
		if (found?.isDirectory()) {
			yield* walk(path.replace(/\/+$/, ''), complain);
		} else if (found !== undefined) {
			yield path;
		}
	}
}

async function* walk(folder: string, complain: (line: string) => void): AsyncGenerator<string, void> {
	const entries = await attempt(folder, () => readdir(`${folder}/`, { withFileTypes: true }), complain);
	for (const entry of [...(entries ?? [])].sort(byPath)) {
		const path = `${folder}/${entry.name}`;
		if (entry.name.startsWith('.')) continue;
		if (entry.isDirectory()) {
			yield* walk(path, complain);
		} else if (entry.name.endsWith('.txt') && (entry.isFile() || (await linksToFile(entry, path)))) {
			yield path;
		}
	}
}

/** A folder sorts as the paths inside it do. */
function byPath(a: Dirent, b: Dirent): number {
	const [left, right] = [a, b].map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name)) as [string, string];
	return left < right ? -1 : left > right ? 1 : 0;
}

async function linksToFile(entry: Dirent, path: string): Promise<boolean> {
	return entry.isSymbolicLink() && ((await stat(path).catch(() => undefined))?.isFile() ?? false);
}

async function attempt<T>(path: string, action: () => Promise<T>, complain: (line: string) => void) {
	try {
		return await action();
	} catch (error) {
		complain(`${path}: ${whyUnreadable(error)}`);
		return undefined;
	}
}

/** Why a file or folder could not be read, in words. */
export function whyUnreadable(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file or folder',
	ENOTDIR: 'there is no such file or folder',
	EACCES: 'no permission to read it',
	EPERM: 'no permission to read it',
	EISDIR: 'is a folder',
	ERR_FS_FILE_TOO_LARGE: 'is larger than 2 GB',
	ERR_STRING_TOO_LONG: 'is too large for one text',
};
