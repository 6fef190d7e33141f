import { FileProblem } from '../core/fileProblem.ts';
import type { Files } from '../core/ports.ts';

/** `file:` uris through the host where it can reach them, all others through the client; neither: nothing is there and writing fails. */
export function schemeFiles(host: Files | undefined, client: Files | undefined): Files {
	const choose = (uri: string): Files => (uri.startsWith('file:') ? (host ?? client) : client) ?? nowhere;
	return {
		read: uri => choose(uri).read(uri),
		write: (uri, content) => choose(uri).write(uri, content),
		replace: (uri, expected, content) => choose(uri).replace(uri, expected, content),
		remove: uri => choose(uri).remove(uri),
		tidy: uri => choose(uri).tidy(uri),
		list: uri => choose(uri).list(uri),
		real: uri => choose(uri).real(uri),
	};
}

const nowhere: Files = {
	read: async () => undefined,
	write: async uri => {
		throw new FileProblem('failed', uri);
	},
	replace: async uri => {
		throw new FileProblem('failed', uri);
	},
	remove: async () => undefined,
	tidy: async () => undefined,
	list: async () => [],
	real: async () => undefined,
};
