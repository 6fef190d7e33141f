import { backupPath, uriOf } from '../core/corpus/paths.ts';
import type { Files } from '../core/ports.ts';
import { sameData } from '../core/sidecar/sameData.ts';
import { sha256Hex } from '../core/text/hash.ts';

/** A sidecar as it would be saved, with what it was made from; for decisions on an article that has unsaved edits. */
export interface Journal {
	readonly base: string;
	readonly mine: string;
}

/** What one store keeps in the journal of a sidecar, which it shares with other windows on the same article. */
export interface JournalEntry extends Journal {
	/** The store. */
	readonly by: string;
}

/** What a journal holds; nothing where there is none, or none that can be used. */
export async function readJournal(files: Files, uri: string): Promise<readonly JournalEntry[]> {
	return entriesOf(await files.read(uri).catch(() => undefined));
}

export interface JournalChange {
	readonly by: string;
	/** What the store keeps from now on; nothing takes its entry out. */
	readonly own?: Journal;
	/** Entries of others, as they were read, that `own` or the sidecar itself has taken up. */
	readonly covered: readonly JournalEntry[];
}

/** Changes one store's part of a journal, in a folder that git is told to leave alone. Whatever others wrote meanwhile stays. */
export async function changeJournal(files: Files, root: string, uri: string, change: JournalChange): Promise<void> {
	const { by, own, covered } = change;
	for (;;) {
		const bytes = await files.read(uri);
		const before = entriesOf(bytes);
		const others = before.filter(entry => entry.by !== by && !covered.some(known => sameData(known, entry)));
		const after = own === undefined ? others : [...others, { by, base: own.base, mine: own.mine }];
		if (after.length === 0) {
			return bytes === undefined ? undefined : files.remove(uri);
		}
		if (own === undefined && after.length === before.length) {
			return;
		}
		await ignoreFolder(files, root);
		if (await files.replace(uri, bytes, new TextEncoder().encode(JSON.stringify(after)))) {
			return;
		}
	}
}

/** Keeps a version of a sidecar, by its path below `annotations/`, for whoever wants it back. One version is kept once. */
export async function keepBackup(files: Files, root: string, sidecar: string, source: string): Promise<void> {
	await ignoreFolder(files, root);
	const uri = uriOf(root, backupPath(sidecar, sha256Hex(source).slice(0, 12)));
	if ((await files.read(uri)) === undefined) {
		await files.write(uri, new TextEncoder().encode(source));
	}
}

async function ignoreFolder(files: Files, root: string): Promise<void> {
	const ignore = uriOf(root, 'annotations/.isnad/.gitignore');
	if ((await files.read(ignore)) === undefined) {
		await files.write(ignore, new TextEncoder().encode('*\n'));
	}
}

function entriesOf(bytes: Uint8Array | undefined): readonly JournalEntry[] {
	try {
		const value: unknown = bytes === undefined ? [] : JSON.parse(new TextDecoder().decode(bytes));
		return Array.isArray(value) ? value.filter(isEntry) : [];
	} catch {
		return [];
	}
}

function isEntry(value: unknown): value is JournalEntry {
	const entry: Partial<Record<keyof JournalEntry, unknown>> = typeof value === 'object' && value !== null ? value : {};
	return [entry.by, entry.base, entry.mine].every(part => typeof part === 'string');
}
