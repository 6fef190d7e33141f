import { strayShare } from '../core/text/decode.ts';

/** What a line of JSON input holds: a document, or why it is none. */
export type InputLine =
	| { readonly id: string | number; readonly text: string; readonly error?: undefined }
	| { readonly id: string | number | null; readonly error: string };

/** Reads one line `{"id", "text"}`, other keys ignored; undefined for a blank line. A leading byte order mark of line or text is dropped. */
export function readInputLine(line: string): InputLine | undefined {
	const content = withoutMark(line);
	if (content.trim() === '') {
		return undefined;
	}
	let value: unknown;
	try {
		value = JSON.parse(content);
	} catch {
		return { id: null, error: 'is not JSON' };
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return { id: null, error: 'is not a JSON object' };
	}
	const id = 'id' in value ? value.id : undefined;
	if (typeof id !== 'string' && typeof id !== 'number') {
		return { id: null, error: '"id" must be a string or a number' };
	}
	const text = 'text' in value ? value.text : undefined;
	if (typeof text !== 'string') {
		return { id, error: '"text" must be a string' };
	}
	return strayShare(text) > 0.05
		? { id, error: '"text" is damaged: it was decoded from another encoding' }
		: { id, text: withoutMark(text) };
}

/** Longest line that is read, in bytes; a longer one is taken for something else than lines of JSON. */
const longestLine = 256 * 1024 * 1024;

/** Whole lines of input, but for the last line of all. */
export interface Lines {
	readonly bytes: Uint8Array;
	/** Number of the first, from 1. */
	readonly firstLine: number;
}

/** Whole lines of a byte stream as they come. The bytes are the receiver's to keep. Holds no more than one unfinished line. */
export async function* wholeLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Lines, void> {
	let firstLine = 1;
	let begun: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream) {
		const end = chunk.lastIndexOf(0x0a) + 1;
		if (end > 0) {
			const bytes = joined([...begun, chunk.subarray(0, end)], size + end);
			const count = countLines(bytes);
			yield { bytes, firstLine };
			firstLine += count;
			begun = [];
			size = 0;
		}
		if (end < chunk.length) {
			begun.push(chunk.subarray(end));
			size += chunk.length - end;
		}
		if (size > longestLine) {
			throw new Error(`line ${firstLine} is longer than ${longestLine} bytes`);
		}
	}
	if (size > 0) {
		yield { bytes: joined(begun, size), firstLine };
	}
}

/** A copy in a buffer of its own, as another thread needs it. */
function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

function countLines(bytes: Uint8Array): number {
	let count = 0;
	for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
		count += 1;
	}
	return count;
}

function withoutMark(text: string): string {
	return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
