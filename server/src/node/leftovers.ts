import { lstat, readdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { markOf } from './lock.ts';
import { isGone, isLock, owner, ownerOf } from './ownName.ts';

const tenMinutes = 600_000;
const lastSweeps = new Map<string, number>();

/**
 * Removes what processes that were killed while writing left in a folder, where this process has not done so in the last ten
 * minutes: temporary files and locks of processes of this machine that are gone. Of another machine or container no process is
 * seen from here: their files must also be ten minutes older than `fresh`, a file just written there. One that was suspended
 * still wants its file. Never rejects.
 */
export async function sweepLeftovers(folder: string, fresh?: string): Promise<void> {
	const now = performance.now();
	const key = `${fresh === undefined} ${folder}`;
	if (now - (lastSweeps.get(key) ?? Number.NEGATIVE_INFINITY) < tenMinutes) {
		return;
	}
	lastSweeps.set(key, now);
	try {
		const names = (await readdir(folder)).filter(name => name.startsWith('.isnad-'));
		if (names.length > 0) {
			// Both times are the folder's own, whose clock may differ from ours.
			const limit = fresh === undefined ? undefined : (await lstat(fresh)).mtimeMs - tenMinutes;
			await Promise.all(names.map(name => removeLeftover(path.join(folder, name), limit)));
		}
	} catch {
		// What could not be removed is tried again another time; the write itself has succeeded.
	}
}

async function removeLeftover(file: string, limit: number | undefined): Promise<void> {
	const name = path.basename(file);
	const whose = isLock(name) ? owner(await markOf(file)) : ownerOf(name);
	if (whose === undefined) {
		return;
	}
	// Our own number on a file is ours; elsewhere it was an earlier process's: in containers they repeat.
	const gone = whose.here ? isGone(whose.pid) : whose.pid === process.pid || isGone(whose.pid);
	if (gone && (whose.here || (limit !== undefined && (await lstat(file)).mtimeMs < limit))) {
		await unlink(file);
	}
}
