import { readFile, readlink, symlink, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './errorCode.ts';
import { isGone, lockName, owner, ownMark } from './ownName.ts';

/** Runs an action while no other process of ours runs one for the same file. Rejects where no lock can be made beside it. */
export async function locked<T>(target: string, action: () => Promise<T>): Promise<T> {
	const lock = path.join(path.dirname(target), lockName(target));
	await take(lock);
	try {
		return await action();
	} finally {
		await unlink(lock).catch(() => undefined);
	}
}

/** Whose a lock is; undefined where it is gone or says nothing. */
export async function markOf(lock: string): Promise<string | undefined> {
	return readlink(lock).catch(() => readFile(lock, 'utf8').catch(() => undefined));
}

/** A lock that one process holds for this long, in milliseconds, was left by it: a rename takes far less. */
const stale = 10_000;

async function take(lock: string): Promise<void> {
	let seen: string | undefined;
	let since = performance.now();
	while (!(await tryToTake(lock, performance.now() - since > stale))) {
		const mark = await markOf(lock);
		if (mark !== seen) {
			seen = mark;
			since = performance.now();
		}
		const whose = owner(mark);
		if ((whose?.here === true && isGone(whose.pid)) || performance.now() - since > stale) {
			await unlink(lock).catch(() => undefined);
		}
		await new Promise(resolve => setTimeout(resolve, 1 + Math.random() * 4));
	}
}

/** Whether the lock is ours now. `last` rejects with what the system says, where that may be something else than somebody's lock. */
async function tryToTake(lock: string, last: boolean): Promise<boolean> {
	try {
		await make(lock);
		return true;
	} catch (error) {
		const code = codeOf(error);
		// Windows says EPERM or EACCES of a lock that is being taken away.
		const taken =
			code === 'EEXIST' || (process.platform === 'win32' && !last && (code === 'EPERM' || code === 'EACCES'));
		if (!taken) {
			throw error;
		}
		return false;
	}
}

/** A link that leads nowhere is there with its words in one step; Windows and some disks have only files. */
async function make(lock: string): Promise<void> {
	if (process.platform !== 'win32') {
		try {
			return await symlink(ownMark, lock);
		} catch (error) {
			if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error) ?? '')) {
				throw error;
			}
		}
	}
	await writeFile(lock, ownMark, { flag: 'wx' });
}
