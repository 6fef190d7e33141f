import type { Connection } from 'vscode-languageserver';
import { FileProblem } from '../core/fileProblem.ts';
import type { Files } from '../core/ports.ts';
import {
	type FileParams,
	type ListFolderResult,
	listFolderRequest,
	type ReadFileResult,
	readFileRequest,
	removeFileRequest,
	type WriteFileParams,
	writeFileRequest,
} from '../protocol/requests.ts';
import { sameBytes } from './sameBytes.ts';

/** Files that only the client can reach (virtual workspaces, the browser). No promise about crashes: the client's file system decides. */
export function clientFiles(connection: Connection): Files {
	const ask = async <R>(method: string, params: FileParams | WriteFileParams): Promise<R> => {
		try {
			return await connection.sendRequest<R>(method, params);
		} catch (error) {
			throw new FileProblem('failed', params.uri, error);
		}
	};
	const read = async (uri: string): Promise<Uint8Array | undefined> => {
		const answer = await ask<ReadFileResult>(readFileRequest, { uri });
		return answer === null ? undefined : fromBase64(answer.content);
	};
	const write = (uri: string, content: Uint8Array): Promise<void> =>
		ask(writeFileRequest, { uri, content: toBase64(content) });
	return {
		read,
		write,
		// As near to one step as the client lets us: it has no locks.
		replace: async (uri, expected, content) => {
			const found = await read(uri);
			const same = found === undefined || expected === undefined ? found === expected : sameBytes(found, expected);
			if (!same) {
				return false;
			}
			await write(uri, content);
			return true;
		},
		remove: uri => ask(removeFileRequest, { uri }),
		list: uri => ask<ListFolderResult>(listFolderRequest, { uri }),
		// The client writes in its own way and leaves nothing of ours.
		tidy: async () => undefined,
		// Virtual file systems have no links to follow.
		real: async uri => uri,
	};
}

function toBase64(bytes: Uint8Array): string {
	let binary = '';
	for (let i = 0; i < bytes.length; i += 0x8000) {
		binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
	}
	return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
	return Uint8Array.from(atob(text), char => char.charCodeAt(0));
}
