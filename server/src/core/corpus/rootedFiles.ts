import { FileProblem } from '../fileProblem.ts';
import type { Files } from '../ports.ts';
import { relativePath } from './paths.ts';

/**
 * Files that cannot leave a root: every path is followed to its real place first, and what lies outside the root's real place
 * is refused with `outside-corpus`; where the root itself is gone, everything is `vanished`. A file that is yet to be made is judged by the nearest folder that exists.
 */
export function rootedFiles(files: Files, root: string): Files {
	const check = async (uri: string): Promise<string> => {
		// First by its letters: whatever is no plain path is not followed at all.
		const home = isInside(root, uri) ? await files.real(root) : undefined;
		const place = home === undefined ? undefined : await nearestReal(files, uri);
		if (home === undefined || place === undefined || !isInside(home, place)) {
			throw new FileProblem(home === undefined && isInside(root, uri) ? 'vanished' : 'outside-corpus', uri);
		}
		return home;
	};
	return {
		read: async uri => {
			const home = await check(uri);
			if (files.readPlaced === undefined) {
				return files.read(uri);
			}
			// A folder may have become a link since.
			const found = await files.readPlaced(uri);
			if (found !== undefined && !isInside(home, found.real)) {
				throw new FileProblem('outside-corpus', uri);
			}
			return found?.content;
		},
		write: async (uri, content) => {
			await check(uri);
			return files.write(uri, content);
		},
		replace: async (uri, expected, content) => {
			await check(uri);
			return files.replace(uri, expected, content);
		},
		tidy: async uri => {
			await check(uri);
			return files.tidy(uri);
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

/** Whether a uri is the folder or a plain path below it (see `relativePath`), by its letters alone. */
export function isInside(folder: string, uri: string): boolean {
	const place = withoutSlash(uri);
	return place === withoutSlash(folder) || relativePath(folder, place) !== undefined;
}

function withoutSlash(uri: string): string {
	return uri.endsWith('/') ? uri.slice(0, -1) : uri;
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
