import { corpusPath, uriOf } from '../core/corpus/paths.ts';
import type { Files } from '../core/ports.ts';

/** The nearest folder, by its uri, that is or lies above this one and has an annotations/corpus.yaml. */
export async function corpusAbove(files: Files, uri: string): Promise<string | undefined> {
	for (let folder: string | undefined = uri; folder !== undefined; folder = folderOf(folder)) {
		const found = await files.read(uriOf(folder, corpusPath)).catch(() => undefined);
		if (found !== undefined) return folder;
	}
	return undefined;
}

/** The folder around a file or folder; undefined for a root. */
export function folderOf(uri: string): string | undefined {
	const cut = uri.lastIndexOf('/');
	return cut <= 'file://'.length ? undefined : uri.slice(0, cut);
}
