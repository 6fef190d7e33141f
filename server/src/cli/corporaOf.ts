import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { relativePath } from '../core/corpus/paths.ts';
import type { Files } from '../core/ports.ts';
import { UsageError } from './command.ts';
import { corpusAbove, folderOf } from './corpusAbove.ts';
import { whyUnreadable } from './textFiles.ts';

/** The corpora that the paths lie in, each with the paths looked at, from its root; '' for all of it. */
export async function corporaOf(
	files: Files,
	paths: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
	const corpora = new Map<string, string[]>();
	for (const path of paths) {
		const { uri, isFolder } = await placeOf(path);
		const root = (await corpusAbove(files, uri)) ?? (isFolder ? uri : folderOf(uri));
		if (root === undefined) throw new UsageError(`${path} is in no folder`);
		corpora.set(root, [...(corpora.get(root) ?? []), uri === root ? '' : (relativePath(root, uri) ?? '')]);
	}
	return corpora;
}

/** The real place of a path, as a uri without a slash at its end; a UsageError says why there is none. */
export async function placeOf(path: string): Promise<{ readonly uri: string; readonly isFolder: boolean }> {
	try {
		const place = await realpath(resolve(path));
		return { uri: pathToFileURL(place).href.replace(/\/$/, ''), isFolder: (await stat(place)).isDirectory() };
	} catch (error) {
		throw new UsageError(`${path}: ${whyUnreadable(error)}`);
	}
}
