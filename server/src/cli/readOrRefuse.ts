import { readFile } from 'node:fs/promises';
import { decodeBytes } from '../decodeBytes.ts';
import { UsageError } from './command.ts';
import { whyUnreadable } from './textFiles.ts';

/** The decoded bytes of a file; a UsageError says why there are none. */
export async function readText(file: string): Promise<string> {
	const bytes = await orUsage(file, () => readFile(file));
	return decodeBytes(bytes, 'utf-8') ?? '';
}

/** `place` names what is parsed, should it be no JSON. */
export function parseJson(text: string, place: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new UsageError(`${place} is not JSON`);
	}
}

/** What an action on a path answers; a UsageError says why it could not be read. */
export async function orUsage<T>(path: string, action: () => Promise<T>): Promise<T> {
	try {
		return await action();
	} catch (error) {
		throw new UsageError(`${path}: ${whyUnreadable(error)}`);
	}
}
