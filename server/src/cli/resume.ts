import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { decodeBytes } from '../decodeBytes.ts';
import { UsageError } from './command.ts';
import { type Lines, readInputLine } from './inputLines.ts';

/** Goes on with an output of JSON lines that an earlier run began on the same input. */
export interface Resumption {
	/** Bytes that stand: behind the last whole line. 0 where there is no file. */
	readonly end: number;
	/** The paths that are yet to do. Throws a UsageError where the output is not of these paths. */
	files(paths: AsyncIterable<string>): AsyncGenerator<string, void>;
	/** The lines of input that are yet to do. Throws a UsageError where the output is not of this input. */
	lines(chunks: AsyncIterable<Lines>): AsyncGenerator<Lines, void>;
}

/** Reads how far an earlier run came. `skipped` is told of each document that is there already. */
export async function resumptionOf(file: string, skipped: () => void): Promise<Resumption> {
	const end = await endOfLines(file);
	const refuse = () => new UsageError(`${file} was not made from this input; without --resume it is written anew`);
	return {
		end,
		files: async function* (paths) {
			const written = idsOf(file, end);
			let next = await written.next();
			for await (const path of paths) {
				if (next.done) {
					yield path;
				} else if (next.value === path) {
					skipped();
					next = await written.next();
				}
				// Else it could not be read, which was said then, and has no line.
			}
			if (!next.done) throw refuse();
		},
		lines: async function* (chunks) {
			const written = idsOf(file, end);
			let next = await written.next();
			for await (const chunk of chunks) {
				let at = 0;
				let firstLine = chunk.firstLine;
				while (!next.done && at < chunk.bytes.length) {
					const behind = chunk.bytes.indexOf(0x0a, at) + 1 || chunk.bytes.length;
					const input = readInputLine(decodeBytes(chunk.bytes.subarray(at, behind), 'utf-8') ?? '');
					if (input !== undefined) {
						if (input.id !== next.value) throw refuse();
						skipped();
						next = await written.next();
					}
					at = behind;
					firstLine += 1;
				}
				if (at < chunk.bytes.length) yield { bytes: chunk.bytes.slice(at), firstLine };
			}
			if (!next.done) throw refuse();
		},
	};
}

const block = 64 * 1024;

/** Where the last whole line of a file ends; 0 where there is no file. */
async function endOfLines(file: string): Promise<number> {
	const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
	if (handle === undefined) return 0;
	try {
		const buffer = Buffer.alloc(block);
		for (let end = (await handle.stat()).size; end > 0; ) {
			const start = Math.max(0, end - block);
			const { bytesRead } = await handle.read(buffer, 0, end - start, start);
			const found = buffer.subarray(0, bytesRead).lastIndexOf(0x0a);
			if (found >= 0) return start + found + 1;
			end = start;
		}
		return 0;
	} finally {
		await handle.close();
	}
}

/** The ids of the lines, in order; undefined for a line that is none of ours. */
async function* idsOf(file: string, end: number): AsyncGenerator<unknown, void> {
	if (end === 0) return;
	let begun = '';
	for await (const chunk of createReadStream(file, { encoding: 'utf8', end: end - 1 })) {
		const lines = `${begun}${chunk}`.split('\n');
		begun = lines.pop() ?? '';
		for (const line of lines) yield idOf(line);
	}
}

/** The first value of a line, without reading the rest. */
function idOf(line: string): unknown {
	const start = '{"id":';
	if (!line.startsWith(start)) return undefined;
	let end = start.length;
	if (line[end] === '"') {
		for (end += 1; end < line.length && line[end] !== '"'; end++) if (line[end] === '\\') end += 1;
		end += 1;
	} else {
		while (end < line.length && line[end] !== ',' && line[end] !== '}') end += 1;
	}
	try {
		return JSON.parse(line.slice(start.length, end));
	} catch {
		return undefined;
	}
}
