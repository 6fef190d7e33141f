import { type FileHandle, mkdir, open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FileProblem } from '../core/fileProblem.ts';
import type { FileProblemCode, Files } from '../core/ports.ts';
import { sweepLeftovers, temporaryName } from './leftovers.ts';

/** Files of `file:` uris. A write is a temporary file beside the target, fsync, rename, fsync of the folder: old or new, never half. */
export const nodeFiles: Files = {
	read: uri => attempt(uri, () => readFile(fileURLToPath(uri)), undefined),
	write: (uri, content) => attempt(uri, () => writeAtomically(fileURLToPath(uri), content)),
	remove: uri => attempt(uri, () => unlink(fileURLToPath(uri)), undefined),
	list: async uri => {
		const entries = await attempt(uri, () => readdir(fileURLToPath(uri), { withFileTypes: true }), []);
		return entries.map(entry => ({
			name: entry.name,
			kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
		}));
	},
	real: uri => attempt(uri, async () => pathToFileURL(await realpath(fileURLToPath(uri))).href, undefined),
};

async function writeAtomically(target: string, content: Uint8Array): Promise<void> {
	const folder = path.dirname(target);
	const made = await mkdir(folder, { recursive: true });
	const temporary = path.join(folder, temporaryName());
	try {
		const handle = await open(temporary, 'wx');
		try {
			await handle.writeFile(content);
			await keepMode(handle, target);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await renamePatiently(temporary, target);
	} catch (error) {
		await unlink(temporary).catch(() => undefined);
		throw error;
	}
	await syncFolders(folder, made);
	await sweepLeftovers(folder, target);
}

/** What a team's folder lets others do with the file stays as it was. */
async function keepMode(handle: FileHandle, target: string): Promise<void> {
	const before = await stat(target).catch(() => undefined);
	if (before?.isFile()) {
		await handle.chmod(before.mode & 0o777).catch(() => undefined);
	}
}

/** Windows refuses to replace a file that a virus scanner or indexer holds for a moment. */
async function renamePatiently(from: string, to: string): Promise<void> {
	for (let wait = 10; ; wait *= 2) {
		try {
			return await rename(from, to);
		} catch (error) {
			const code = codeOf(error);
			if ((code !== 'EPERM' && code !== 'EBUSY' && code !== 'EACCES') || process.platform !== 'win32' || wait > 2000) {
				throw error;
			}
			await new Promise(resolve => setTimeout(resolve, wait));
		}
	}
}

/** The folder, and those around it that were made for it. Never rejects: the file is in its place, and not every disk can do this. */
async function syncFolders(folder: string, made: string | undefined): Promise<void> {
	// Folders cannot be opened on Windows; there a rename is durable enough without.
	if (process.platform === 'win32') {
		return;
	}
	const last = made === undefined ? folder : path.dirname(made);
	for (let place = folder; ; place = path.dirname(place)) {
		await syncFolder(place).catch(() => undefined);
		if (place === last || place === path.dirname(place)) {
			return;
		}
	}
}

async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

const problems: Readonly<Record<string, FileProblemCode>> = {
	EROFS: 'read-only',
	EACCES: 'no-permission',
	EPERM: 'no-permission',
	ENOSPC: 'no-space',
	EDQUOT: 'no-space',
	ENOENT: 'vanished',
	ERR_FS_FILE_TOO_LARGE: 'too-large',
};

function attempt<T>(uri: string, action: () => Promise<T>): Promise<T>;
function attempt<T, M>(uri: string, action: () => Promise<T>, missing: M): Promise<T | M>;
async function attempt<T, M>(uri: string, action: () => Promise<T>, ...missing: [M?]): Promise<T | M | undefined> {
	try {
		return await action();
	} catch (error) {
		const code = codeOf(error);
		if (missing.length > 0 && (code === 'ENOENT' || code === 'ENOTDIR')) {
			return missing[0];
		}
		throw new FileProblem(problems[code ?? ''] ?? 'failed', uri, error);
	}
}

function codeOf(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
