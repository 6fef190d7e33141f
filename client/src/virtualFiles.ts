import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
	type FileParams,
	type ListFolderResult,
	listFolderRequest,
	type ReadFileResult,
	readFileRequest,
	removeFileRequest,
	type WriteFileParams,
	writeFileRequest,
} from '../../server/src/protocol/requests.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';

/**
 * Answers the server's file requests for schemes that it cannot reach itself. `file` is refused: there it reads and writes
 * for itself. Outside the opened folders nothing is there to read, and nothing is written.
 */
export function answerFileRequests(client: BaseLanguageClient): void {
	client.onRequest(readFileRequest, ({ uri }: FileParams) => read(Uri.parse(uri, true)));
	client.onRequest(writeFileRequest, ({ uri, content }: WriteFileParams) => write(opened(uri), content));
	client.onRequest(removeFileRequest, ({ uri }: FileParams) => remove(opened(uri)));
	client.onRequest(listFolderRequest, ({ uri }: FileParams) => list(Uri.parse(uri, true)));
}

/** A uri inside an opened folder of a virtual file system. */
function opened(text: string): Uri {
	const uri = Uri.parse(text, true);
	if (!isOpened(uri)) throw new Error(`${text} is not in an opened virtual folder.`);
	return uri;
}

function isOpened(uri: Uri): boolean {
	return uri.scheme !== 'file' && workspace.getWorkspaceFolder(uri) !== undefined;
}

async function read(uri: Uri): Promise<ReadFileResult> {
	const bytes = isOpened(uri) ? await unlessMissing(() => workspace.fs.readFile(uri)) : undefined;
	return bytes ? { content: encodeBase64(bytes) } : null;
}

async function write(uri: Uri, content: string): Promise<null> {
	await workspace.fs.createDirectory(Uri.joinPath(uri, '..'));
	await workspace.fs.writeFile(uri, decodeBase64(content));
	return null;
}

async function remove(uri: Uri): Promise<null> {
	await unlessMissing(() => workspace.fs.delete(uri));
	return null;
}

async function list(uri: Uri): Promise<ListFolderResult> {
	if (!isOpened(uri)) return [];
	const entries = (await unlessMissing(() => workspace.fs.readDirectory(uri))) ?? [];
	return entries.map(([name, type]) => ({ name, kind: kindOf(type) }));
}

/** A symbolic link counts as what it points to: file systems here say both bits. */
function kindOf(type: FileType): ListFolderResult[number]['kind'] {
	if (type & FileType.Directory) return 'folder';
	return type & FileType.File ? 'file' : 'other';
}

async function unlessMissing<T>(action: () => Thenable<T>): Promise<T | undefined> {
	try {
		return await action();
	} catch (error) {
		if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
		throw error;
	}
}
