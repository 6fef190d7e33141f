import { FileProblem } from '../core/fileProblem.ts';
import type { Files } from '../core/ports.ts';

/**
 * Files that cannot leave a root: every path is followed to its real place first, and what lies outside the root's real place
 * is refused with `outside-corpus`. A file that is yet to be made is judged by the nearest folder that exists.
 */
export function rootedFiles(files: Files, root: string): Files {
	const check = async (uri: string): Promise<void> => {
		const home = await files.real(root);
		const place = await nearestReal(files, uri);
		if (home === undefined || place === undefined || !isInside(home, place) || !isInside(root, uri)) {
			throw new FileProblem('outside-corpus', uri);
		}
	};
	return {
		read: async uri => {
			await check(uri);
			return files.read(uri);
		},
		write: async (uri, content) => {
			await check(uri);
			return files.write(uri, content);
		},
		remove: async uri => {
			await check(uri);
			return files.remove(uri);
		},
		list: async uri => {
			await check(uri);
			return files.list(uri);
		},
		real: uri => files.real(uri),
	};
}

/** Whether a uri is the folder or lies in it, by its path alone; `..` and its encodings lie nowhere. */
export function isInside(folder: string, uri: string): boolean {
	const base = folder.endsWith('/') ? folder : `${folder}/`;
	return !/(^|\/|%2f)(\.|%2e){2}(\/|%2f|$)/i.test(uri) && (uri === folder || uri.startsWith(base));
}

async function nearestReal(files: Files, uri: string): Promise<string | undefined> {
	for (let place = uri; ; ) {
		const real = await files.real(place);
		if (real !== undefined) {
			return real;
		}
		const cut = place.lastIndexOf('/');
		if (cut <= place.indexOf('://') + 2) {
			return undefined;
		}
		place = place.slice(0, cut);
	}
}
