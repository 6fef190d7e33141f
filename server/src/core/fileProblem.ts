import type { FileProblemCode } from './ports.ts';

/** What a Files port rejects with: a code that the edge words, and the uri it happened to. */
export class FileProblem extends Error {
	readonly code: FileProblemCode;
	readonly uri: string;

	constructor(code: FileProblemCode, uri: string, cause?: unknown) {
		super(`${code}: ${uri}`, { cause });
		this.code = code;
		this.uri = uri;
	}
}
