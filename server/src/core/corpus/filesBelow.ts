import type { Files } from '../ports.ts';
import { uriOf } from './paths.ts';

/** Paths of all files in a folder and below, from the folder, in code-unit order. Without hidden entries, node_modules and links. */
export async function* filesBelow(files: Files, root: string, folder = ''): AsyncGenerator<string, void> {
	const entries = await files.list(folder === '' ? root : uriOf(root, folder));
	const sortable = entries.map(({ name, kind }) => ({ name, kind, key: kind === 'folder' ? `${name}/` : name }));
	for (const { name, kind } of sortable.sort((a, b) => (a.key < b.key ? -1 : 1))) {
		const path = folder === '' ? name : `${folder}/${name}`;
		if (name.startsWith('.') || name === 'node_modules') continue;
		if (kind === 'folder') {
			yield* filesBelow(files, root, path);
		} else if (kind === 'file') {
			yield path;
		}
	}
}
