import { type CorpusService, corpusService, type IndexCache } from '../../server/src/core/corpus/corpusService.ts';
import { type IndexResult, type IndexTask, indexBatch } from '../../server/src/core/corpus/index/indexBatch.ts';
import { uriOf } from '../../server/src/core/corpus/paths.ts';
import type { FileEntry, Files } from '../../server/src/core/ports.ts';
import { decodeBytes } from '../../server/src/decodeBytes.ts';

const root = 'file:///corpus';
const going = { isCancellationRequested: false };

/** A corpus in memory, by paths from its root; `files` may be changed at any time. */
export interface SmallCorpus {
	readonly files: Map<string, string>;
	readonly service: CorpusService;
	/** Articles handed out to be indexed so far, in order. */
	readonly handedOut: readonly string[];
	refresh(cancellation?: { readonly isCancellationRequested: boolean }): ReturnType<CorpusService['refresh']>;
}

/** A service on files in memory; refreshed once by the caller. */
export function smallCorpus(
	files: Readonly<Record<string, string>>,
	options: { readonly layer?: string; readonly cache?: IndexCache; readonly ahead?: number } = {},
): SmallCorpus {
	const all = new Map(Object.entries(files));
	const handedOut: string[] = [];
	const disk = memoryFiles(all);
	const scheduler = { now: () => 0, breathe: async () => undefined };
	const work = (task: IndexTask): Promise<IndexResult> => {
		handedOut.push(...task.items.map(({ path }) => path));
		return indexBatch(task, { files: disk, decode: decodeBytes, scheduler }, going);
	};
	const service = corpusService({
		root,
		layer: options.layer ?? 'common',
		files: disk,
		decode: decodeBytes,
		encode: text => new TextEncoder().encode(text),
		work,
		ahead: options.ahead ?? 1,
		...(options.cache === undefined ? {} : { cache: options.cache }),
		engine: 'test',
	});
	const refresh = (cancellation = going) => service.refresh(cancellation, () => undefined);
	return { files: all, service, handedOut, refresh };
}

/** A cache in memory. */
export function memoryCache(): IndexCache & { bytes: Uint8Array | undefined } {
	const cache: IndexCache & { bytes: Uint8Array | undefined } = {
		bytes: undefined,
		read: async () => cache.bytes,
		write: async bytes => {
			cache.bytes = bytes;
		},
	};
	return cache;
}

function memoryFiles(all: Map<string, string>): Files {
	const byUri = () => new Map([...all].map(([path, content]) => [uriOf(root, path), content]));
	return {
		read: async uri => {
			const content = byUri().get(uri);
			return content === undefined ? undefined : new TextEncoder().encode(content);
		},
		stamp: async uri => {
			const content = byUri().get(uri);
			return content === undefined ? undefined : `${content.length} ${content.slice(-20)}`;
		},
		write: async () => undefined,
		replace: async () => false,
		tidy: async () => undefined,
		remove: async () => undefined,
		real: async uri => uri,
		list: async uri => {
			const names = new Map<string, FileEntry['kind']>();
			for (const place of byUri().keys()) {
				if (!place.startsWith(`${uri}/`)) continue;
				const [name = '', ...rest] = place.slice(uri.length + 1).split('/');
				names.set(decodeURIComponent(name), rest.length > 0 ? 'folder' : 'file');
			}
			return [...names].map(([name, kind]) => ({ name, kind }));
		},
	};
}
