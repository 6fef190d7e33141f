import { type FileHandle, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './errorCode.ts';
import { sweepLeftovers } from './leftovers.ts';
import { locked } from './lock.ts';
import { temporaryName } from './ownName.ts';

/** What a file must hold to be replaced; undefined where it must not be there. */
export interface Expected {
	readonly content: Uint8Array | undefined;
}

/**
 * Replaces a file: a temporary file beside it, fsync, rename, fsync of the folder: old or new, never half. With `expected`, only
 * where the file holds that at the moment of the rename; else nothing changes and the answer is false. Whoever replaces files
 * in this way is kept from doing so in that moment; what other programs do is seen up to the moment before it.
 */
export async function replaceFile(target: string, content: Uint8Array, expected?: Expected): Promise<boolean> {
	const folder = path.dirname(target);
	const made = await mkdir(folder, { recursive: true });
	const temporary = path.join(folder, temporaryName());
	let replaced = false;
	try {
		const handle = await open(temporary, 'wx');
		try {
			await handle.writeFile(content);
			await keepMode(handle, target);
			await handle.sync();
		} finally {
			await handle.close();
		}
		replaced = await locked(target, async () => {
			if (expected !== undefined && !(await holds(target, expected.content))) {
				return false;
			}
			await renamePatiently(temporary, target);
			return true;
		});
	} finally {
		if (!replaced) {
			await unlink(temporary).catch(() => undefined);
		}
	}
	if (replaced) {
		await syncFolders(folder, made);
		await sweepLeftovers(folder, target);
	}
	return replaced;
}

/** What a team's folder lets others do with the file stays as it was. */
async function keepMode(handle: FileHandle, target: string): Promise<void> {
	const before = await stat(target).catch(() => undefined);
	if (before?.isFile()) {
		await handle.chmod(before.mode & 0o777).catch(() => undefined);
	}
}

async function holds(target: string, expected: Uint8Array | undefined): Promise<boolean> {
	const found = await readFile(target).catch(error => {
		if (codeOf(error) === 'ENOENT') {
			return undefined;
		}
		throw error;
	});
	return found === undefined || expected === undefined ? found === expected : Buffer.compare(found, expected) === 0;
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
