import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';

/** A name for a file that stands beside its target until it replaces it. It says whose it is, and is short whatever the target's name. */
export function temporaryName(): string {
	return `.isnad-${place}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
}

/** The name of the lock that whoever replaces a file holds for a moment: one for each file of a folder. */
export function lockName(target: string): string {
	return `.isnad-${createHash('sha256').update(path.basename(target)).digest('hex').slice(0, 16)}.lock`;
}

/** Whose a temporary file is; undefined for a file of somebody else. */
export function ownerOf(name: string): Owner | undefined {
	return owner(/^\.isnad-(.*)-[0-9a-f]{12}\.tmp$/.exec(name)?.[1]);
}

export function isLock(name: string): boolean {
	return /^\.isnad-[0-9a-f]{16}\.lock$/.test(name);
}

/** A process, as seen from here. */
export interface Owner {
	readonly pid: number;
	/** On this machine, where it can be seen whether it still runs; else it is on another one, or in a container. */
	readonly here: boolean;
}

/** Reads `ownMark`, undefined for anything else. */
export function owner(mark: string | undefined): Owner | undefined {
	const [, where, pid] = /^([0-9a-f]{8})-(\d{1,10})$/.exec(mark ?? '') ?? [];
	return pid === undefined ? undefined : { pid: Number(pid), here: where === place };
}

/** Whether no process has this number any more. */
export function isGone(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return false;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'ESRCH';
	}
}

/** Where process numbers mean the same as here: this machine since it was started, and within it this container. */
const place = createHash('sha256')
	.update(
		[
			hostname(),
			read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
			read(() => readlinkSync('/proc/self/ns/pid')),
		].join('\n'),
	)
	.digest('hex')
	.slice(0, 8);

/** Only Linux has these; elsewhere the machine's name must do. */
function read(from: () => string): string {
	try {
		return from();
	} catch {
		return '';
	}
}

/** What a lock of ours says: whose it is. */
export const ownMark = `${place}-${process.pid}`;
