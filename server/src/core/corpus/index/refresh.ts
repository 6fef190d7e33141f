import type { Cancellation, Files } from '../../ports.ts';
import type { CorpusFile } from '../corpusFile.ts';
import { filesBelow } from '../filesBelow.ts';
import { layerNamed, sidecarPath, uriOf } from '../paths.ts';
import { type ArticleFiles, articleFiles } from './articleFiles.ts';
import type { CorpusIndex } from './corpusIndex.ts';
import type { IndexResult, IndexTask } from './indexBatch.ts';
import { commonFolders } from './provenance.ts';

export interface RefreshOptions {
	readonly root: string;
	readonly files: Files;
	readonly corpus: CorpusFile;
	/** As in `IndexTask`. */
	readonly layer: string;
	/** Does a batch, on this thread or another. */
	readonly work: (task: IndexTask) => Promise<IndexResult>;
	/** Batches that may be under way at once. */
	readonly ahead: number;
	readonly cancellation: Cancellation;
	/** Articles done of those that changed. */
	readonly progress: (done: number, of: number) => void;
}

export interface Refreshed {
	/** Articles that were new or changed. */
	readonly changed: number;
	readonly removed: number;
	/** Paths of articles that cannot be read or decoded; they are not in the index. */
	readonly unreadable: readonly string[];
	/** Not to the end: what is done stands, the rest is as it was. */
	readonly cancelled: boolean;
}

/** Few enough that a cancel is soon heard and that all threads end together, and enough that handing over costs nothing. */
const inBatch = 32;

/** Brings an index up to its corpus: looks at every file's stamp, reads those that changed and analyses those that differ. */
export async function refreshIndex(index: CorpusIndex, options: RefreshOptions): Promise<Refreshed> {
	const paths: string[] = [];
	for await (const path of filesBelow(options.files, options.root)) paths.push(path);
	const articles = articleFiles(paths, options.corpus);
	const stamps = await stampsOf(articles, options);
	const gone = new Set(index.articles.map(({ path }) => path));
	for (const { path } of articles) gone.delete(path);
	for (const path of gone) index.remove(path);
	const changed = articles.flatMap((item, at) => {
		const stamp = stamps[at] ?? '';
		const known = index.get(item.path);
		return stamp !== '' && known?.stamp === stamp
			? []
			: [{ ...item, stamp, ...(known === undefined ? {} : { hash: known.hash }) }];
	});
	const { root, layer, corpus } = options;
	const plainFolders = commonFolders(articles.map(({ path }) => path));
	const task = { root, layer, encoding: corpus.encoding, plainFolders };
	return { removed: gone.size, ...(await indexChanged(index, task, changed, options)) };
}

/** Reads single articles anew; what else changed stays unseen until the next refresh. */
export async function updateIndex(
	index: CorpusIndex,
	paths: readonly string[],
	options: Pick<RefreshOptions, 'root' | 'files' | 'corpus' | 'layer' | 'work'>,
): Promise<void> {
	const { root, files, corpus, layer, work } = options;
	const there: string[] = [];
	for (const path of new Set(paths)) {
		const known = index.get(path)?.layers.map(({ layer: name }) => name) ?? [];
		for (const one of new Set(['common', 'gold', layer, ...known])) {
			const sidecar = sidecarPath(path, layerNamed(one), corpus.layout);
			if (sidecar !== undefined && (await isThere(files, uriOf(root, sidecar)))) there.push(sidecar);
		}
		if (await isThere(files, uriOf(root, path))) {
			there.push(path);
		} else {
			index.remove(path);
		}
	}
	const articles = articleFiles(there, corpus);
	const stamps = await stampsOf(articles, options);
	const items = articles.map((item, at) => ({ ...item, stamp: stamps[at] ?? '' }));
	const plainFolders = commonFolders(index.articles.map(({ path }) => path));
	const { pack, unreadable } = await work({ root, layer, encoding: corpus.encoding, plainFolders, items });
	index.put(pack);
	for (const path of unreadable) index.remove(path);
}

async function isThere(files: Files, uri: string): Promise<boolean> {
	const found = await (files.stamp?.(uri) ?? files.read(uri)).catch(() => undefined);
	return found !== undefined;
}

async function indexChanged(
	index: CorpusIndex,
	task: Omit<IndexTask, 'items'>,
	changed: IndexTask['items'],
	{ work, ahead, cancellation, progress }: RefreshOptions,
): Promise<Omit<Refreshed, 'removed'>> {
	const unreadable: string[] = [];
	let done = 0;
	let next = 0;
	let updated = 0;
	const one = async (): Promise<void> => {
		while (next < changed.length && !cancellation.isCancellationRequested) {
			const items = changed.slice(next, next + inBatch);
			next += items.length;
			const { pack, same, unreadable: lost } = await work({ ...task, items });
			index.put(pack);
			for (const path of lost) index.remove(path);
			for (const path of same) {
				const known = index.get(path);
				const stamp = items.find(item => item.path === path)?.stamp;
				if (known !== undefined && stamp !== undefined) index.restamp({ ...known, stamp });
			}
			unreadable.push(...lost);
			done += items.length;
			updated += pack.articles.length;
			progress(done, changed.length);
		}
	};
	await Promise.all(Array.from({ length: ahead }, one));
	return { changed: updated, unreadable: unreadable.sort(), cancelled: cancellation.isCancellationRequested };
}

/** What tells without reading whether an article's files are as they were; '' where the files cannot tell. */
async function stampsOf(
	articles: readonly ArticleFiles[],
	{ root, files }: Pick<RefreshOptions, 'root' | 'files'>,
): Promise<readonly string[]> {
	const { stamp } = files;
	if (stamp === undefined) {
		return [];
	}
	const stamps: string[] = [];
	// Many at a time, since each waits for the disk.
	for (let at = 0; at < articles.length; at += 256) {
		const some = articles.slice(at, at + 256);
		stamps.push(
			...(await Promise.all(
				some.map(async ({ path, sidecars }) => {
					const each = await Promise.all(
						[path, ...sidecars.map(sidecar => sidecar.path)].map(one => stamp(uriOf(root, one))),
					);
					return each.includes(undefined) ? '' : each.join(' ');
				}),
			)),
		);
	}
	return stamps;
}
