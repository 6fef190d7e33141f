import { uriOf } from '../core/corpus/paths.ts';
import type { Files } from '../core/ports.ts';

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
	const ignore = uriOf(root, 'annotations/.isnad/.gitignore');
	if ((await files.read(ignore)) === undefined) {
		await files.write(ignore, new TextEncoder().encode('*\n'));
	}
	await files.write(uri, new TextEncoder().encode(JSON.stringify({ base: journal.base, mine: journal.mine })));
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
