/** What the outside implements for the core. Only main.*.ts and cli.ts choose implementations. */

/** A look that a long computation takes between steps. LSP's CancellationToken fits. */
export interface Cancellation {
	readonly isCancellationRequested: boolean;
}

export type LogLevel = 'debug' | 'info' | 'warning' | 'error';

export interface Logger {
	log(level: LogLevel, message: string, data?: Readonly<Record<string, unknown>>): void;
}

/** Files of one corpus. Paths are absolute URIs as strings; an implementation refuses what lies outside its roots. */
export interface Files {
	/** The bytes, or undefined where nothing is there. Rejects with a FileProblem for anything else that goes wrong. */
	read(uri: string): Promise<Uint8Array | undefined>;
	/** As `read`, with the real place of what was read, whatever the path has led to since; where a disk can tell it. */
	readPlaced?(uri: string): Promise<{ readonly content: Uint8Array; readonly real: string } | undefined>;
	/** Replaces the file whole or not at all, making folders as needed. Rejects with a FileProblem; then the old content is still there. */
	write(uri: string, content: Uint8Array): Promise<void>;
	/**
	 * As `write`, but only where the file still holds `expected`, undefined where it must not be there yet. Answers whether it did;
	 * if not, somebody else has written meanwhile and nothing is changed.
	 */
	replace(uri: string, expected: Uint8Array | undefined, content: Uint8Array): Promise<boolean>;
	remove(uri: string): Promise<void>;
	/** Removes from a folder what a process that was killed while writing left there. Files of others are never touched. */
	tidy(uri: string): Promise<void>;
	/** Names in a folder; empty where there is none. */
	list(uri: string): Promise<readonly FileEntry[]>;
	/** Differs when the content does, as far as the system tells without reading; undefined where nothing is there. Absent where it cannot tell. */
	stamp?(uri: string): Promise<string | undefined>;
	/** The real path's URI after following links, to hold work inside the corpus; undefined where nothing is there. */
	real(uri: string): Promise<string | undefined>;
}

export interface FileEntry {
	readonly name: string;
	readonly kind: 'file' | 'folder' | 'other';
}

/** Threads that answer each task with one result. */
export interface WorkerPool<A, B> {
	/** Hands a task to the worker with the least to do. */
	work(task: A, transfer?: readonly ArrayBuffer[]): Promise<B>;
	close(): Promise<void>;
}

/** Starts so many threads of this program; `workerData` tells them what they are for. */
export type StartThreads = <A, B>(size: number, workerData: unknown) => WorkerPool<A, B>;

/** Why a file could not be read or written, in a form that can be told to a user. */
export type FileProblemCode =
	| 'read-only'
	| 'no-permission'
	| 'no-space'
	| 'vanished'
	| 'outside-corpus'
	| 'too-large'
	| 'failed';
