import { randomBytes } from 'node:crypto';
import { lstat, readdir, unlink } from 'node:fs/promises';
import path from 'node:path';

/** A name for a file that stands beside its target until it replaces it. It says whose it is, and is short whatever the target's name. */
export function temporaryName(): string {
	return `.isnad-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
}

/** What a process that was killed while writing left behind. */
const pattern = /^\.isnad-(\d{1,10})-[0-9a-f]{12}\.tmp$/;

const tenMinutes = 600_000;
const lastSweeps = new Map<string, number>();

/**
 * Removes leftovers from a folder, where this process has not done so in the last ten minutes. A leftover is a temporary file of ours
 * that is ten minutes older than `fresh`, a file just written there, and whose process is gone. Both must hold: a process on another
 * machine or in a container is not seen here, and one that was suspended still wants its file. Never rejects.
 */
export async function sweepLeftovers(folder: string, fresh: string): Promise<void> {
	const now = performance.now();
	if (now - (lastSweeps.get(folder) ?? Number.NEGATIVE_INFINITY) < tenMinutes) {
		return;
	}
	lastSweeps.set(folder, now);
	try {
		const names = (await readdir(folder)).filter(name => pattern.test(name));
		if (names.length > 0) {
			// Both times are the folder's own, whose clock may differ from ours.
			const limit = (await lstat(fresh)).mtimeMs - tenMinutes;
			await Promise.all(names.map(name => removeLeftover(path.join(folder, name), limit)));
		}
	} catch {
		// What could not be removed is tried again another time; the write itself has succeeded.
	}
}

async function removeLeftover(file: string, limit: number): Promise<void> {
	const { mtimeMs } = await lstat(file);
	if (mtimeMs < limit && isGone(Number(pattern.exec(path.basename(file))?.[1]))) {
		await unlink(file);
	}
}

function isGone(pid: number): boolean {
	// Our own number on a file this old was an earlier process's: in containers they repeat.
	if (pid === process.pid) {
		return true;
	}
	try {
		process.kill(pid, 0);
		return false;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'ESRCH';
	}
}
