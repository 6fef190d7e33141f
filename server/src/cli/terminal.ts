import type { Readable, Writable } from 'node:stream';

/** What a command sees of the process around it. */
export interface Terminal {
	readonly stdin: Readable;
	readonly stdout: Writable;
	readonly stderr: Writable;
	/** Whether somebody watches stderr, so that progress is worth showing. */
	readonly watched: boolean;
	/** From the first call on, an interruption (Ctrl+C) calls `stop` instead of ending the process; a second one ends it. */
	onInterrupt(stop: () => void): void;
}

/** 0 fine, 1 problems found, 2 wrong use, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;
