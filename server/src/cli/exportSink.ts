import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Exporter, FormatFile } from '../core/formats/format.ts';
import { type Output, outputTo } from './output.ts';

/** Where exported files go. */
export interface Sink {
	write(files: readonly FormatFile[]): Promise<void>;
	end(): Promise<void>;
}

/** All articles in one stream; left open. */
export function singleSink({ collection }: Exporter, output: Output): Sink {
	let first = true;
	return {
		write: async files => {
			for (const { text } of files) {
				await output.write((first ? (collection?.head ?? '') : (collection?.between ?? '')) + text);
				first = false;
			}
		},
		end: async () => {
			await output.write((first ? (collection?.head ?? '') : '') + (collection?.tail ?? ''));
			await output.flush();
		},
	};
}

/** Files below a folder. What belongs to the format's collection goes into its one file, the rest into files of its own. */
export function fileSink(exporter: Exporter, folder: string): Sink {
	const { collection } = exporter;
	let stream: WriteStream | undefined;
	let single: Sink | undefined;
	const open = async (path: string): Promise<Sink> => {
		await mkdir(dirname(path), { recursive: true });
		stream = createWriteStream(path);
		return singleSink(
			exporter,
			outputTo(stream, () => undefined),
		);
	};
	return {
		write: async files => {
			for (const file of files) {
				const path = join(folder, file.path);
				if (collection !== undefined && file.path === collection.path) {
					single ??= await open(path);
					await single.write([file]);
				} else {
					await mkdir(dirname(path), { recursive: true });
					await writeFile(path, file.text);
				}
			}
		},
		end: async () => {
			if (collection !== undefined) {
				single ??= await open(join(folder, collection.path));
				await single.end();
			}
			await new Promise<void>(resolve => (stream === undefined ? resolve() : stream.end(resolve)));
		},
	};
}
