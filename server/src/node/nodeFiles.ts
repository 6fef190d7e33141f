import { open, readdir, readFile, readlink, realpath, stat, unlink } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FileProblem } from '../core/fileProblem.ts';
import type { FileProblemCode, Files } from '../core/ports.ts';
import { codeOf } from './errorCode.ts';
import { sweepLeftovers } from './leftovers.ts';
import { replaceFile } from './replaceFile.ts';

/** Files of `file:` uris. */
export const nodeFiles: Files = {
	read: uri => attempt(uri, () => readFile(fileURLToPath(uri)), undefined),
	readPlaced: uri => attempt(uri, () => readPlaced(fileURLToPath(uri)), undefined),
	write: (uri, content) => attempt(uri, async () => void (await replaceFile(fileURLToPath(uri), content))),
	replace: (uri, expected, content) =>
		attempt(uri, () => replaceFile(fileURLToPath(uri), content, { content: expected })),
	remove: uri => attempt(uri, () => unlink(fileURLToPath(uri)), undefined),
	tidy: uri => attempt(uri, () => sweepLeftovers(fileURLToPath(uri))),
	list: async uri => {
		const entries = await attempt(uri, () => readdir(fileURLToPath(uri), { withFileTypes: true }), []);
		return entries.map(entry => ({
			name: entry.name,
			kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
		}));
	},
	stamp: uri =>
		attempt(
			uri,
			async () => {
				const { mtimeMs, size, ino } = await stat(fileURLToPath(uri));
				return `${mtimeMs}-${size}-${ino}`;
			},
			undefined,
		),
	real: uri => attempt(uri, async () => pathToFileURL(await realpath(fileURLToPath(uri))).href, undefined),
};

async function readPlaced(path: string): Promise<{ readonly content: Uint8Array; readonly real: string }> {
	const handle = await open(path);
	try {
		const content = await handle.readFile();
		// Linux knows where an open file is; elsewhere the path is followed again.
		const real = await readlink(`/proc/self/fd/${handle.fd}`).catch(() => realpath(path));
		return { content, real: pathToFileURL(real).href };
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
