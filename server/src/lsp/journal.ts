import { backupPath, uriOf } from '../core/corpus/paths.ts';
import type { Files } from '../core/ports.ts';
import { sha256Hex } from '../core/text/hash.ts';

/** A sidecar as it would be saved, with what it was made from; for decisions on an article that has unsaved edits. */
export interface Journal {
	readonly base: string;
	readonly mine: string;
}

/** What a journal holds; undefined where there is none, or none that can be used. */
export async function readJournal(files: Files, uri: string): Promise<Journal | undefined> {
	const bytes = await files.read(uri).catch(() => undefined);
	if (bytes === undefined) {
		return undefined;
	}
	try {
		const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
		return isJournal(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** Keeps a journal, in a folder that git is told to leave alone. */
export async function writeJournal(files: Files, root: string, uri: string, journal: Journal): Promise<void> {
	await ignoreFolder(files, root);
	await files.write(uri, new TextEncoder().encode(JSON.stringify({ base: journal.base, mine: journal.mine })));
}

/** Keeps a version of a sidecar, by its path below `annotations/`, for whoever wants it back. One version is kept once. */
export async function keepBackup(files: Files, root: string, sidecar: string, source: string): Promise<void> {
	await ignoreFolder(files, root);
	const uri = uriOf(root, backupPath(sidecar, sha256Hex(source).slice(0, 12)));
	await files.write(uri, new TextEncoder().encode(source));
}

async function ignoreFolder(files: Files, root: string): Promise<void> {
	const ignore = uriOf(root, 'annotations/.isnad/.gitignore');
	if ((await files.read(ignore)) === undefined) {
		await files.write(ignore, new TextEncoder().encode('*\n'));
	}
}

function isJournal(value: unknown): value is Journal {
	return (
		typeof value === 'object' &&
		value !== null &&
		'base' in value &&
		'mine' in value &&
		typeof value.base === 'string' &&
		typeof value.mine === 'string'
	);
}
