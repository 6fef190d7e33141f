import { analysing } from '../../analysis/analyse.ts';
import { isDamaged } from '../../checks/encoding.ts';
import type { Analysis, Annotations } from '../../model.ts';
import type { Cancellation, Files } from '../../ports.ts';
import { noAnnotations, openSidecar } from '../../sidecar/session.ts';
import { documentView } from '../../sidecar/view.ts';
import { runSteps, type Scheduler } from '../../steps.ts';
import { type DecodeBytes, decodeText } from '../../text/decode.ts';
import { sha256OfBytes } from '../../text/hash.ts';
import { uriOf } from '../paths.ts';
import type { ArticleFiles } from './articleFiles.ts';
import { indexArticle } from './indexArticle.ts';
import type { IndexedArticle, LayerProgress, Pack } from './indexedArticle.ts';
import { provenanceOf } from './provenance.ts';
import { StringTable } from './stringTable.ts';

/** Some articles to index: plain data, as it goes from thread to thread. */
export interface IndexTask {
	readonly root: string;
	readonly encoding: string;
	/** The layer whose decisions are shown, by its name (see `layerName`); where an article has none of it, nothing is decided. */
	readonly layer: string;
	/** Folders that all articles are in. */
	readonly plainFolders: readonly string[];
	readonly items: readonly (ArticleFiles & {
		readonly stamp: string;
		/** Hash of what is known of it already: then it is only looked at whether that still holds. */
		readonly hash?: string;
	})[];
}

export interface IndexResult {
	readonly pack: Pack;
	/** Paths of articles that are as they were known. */
	readonly same: readonly string[];
	/** Articles that cannot be read or decoded. */
	readonly unreadable: readonly string[];
}

/** What a thread needs to index. */
export interface IndexMeans {
	readonly files: Files;
	readonly decode: DecodeBytes;
	readonly scheduler: Scheduler;
}

/** Reads, analyses and indexes a batch. Stops early, with what is done, when it is cancelled. */
export async function indexBatch(task: IndexTask, means: IndexMeans, cancellation: Cancellation): Promise<IndexResult> {
	const strings = new StringTable();
	const articles: IndexedArticle[] = [];
	const same: string[] = [];
	const unreadable: string[] = [];
	for (const item of task.items) {
		const files = await readFiles(task.root, item, means.files);
		if (cancellation.isCancellationRequested) break;
		if (files === undefined) {
			unreadable.push(item.path);
			continue;
		}
		if (files.hash === item.hash) {
			same.push(item.path);
			continue;
		}
		const { value: text, problems } = decodeText(files.text, means.decode, task.encoding);
		if (problems.length > 0 || isDamaged(text)) {
			unreadable.push(item.path);
			continue;
		}
		const analysis = await runSteps(analysing(text), cancellation, means.scheduler);
		if (analysis === undefined) break;
		const { hash } = files;
		articles.push({ ...indexed(task, item, text, files.sidecars, analysis, strings, means.decode), hash });
	}
	return { pack: { strings: strings.all, articles }, same, unreadable };
}

interface ReadFiles {
	readonly text: Uint8Array;
	readonly sidecars: readonly { readonly layer: string; readonly bytes: Uint8Array }[];
	readonly hash: string;
}

async function readFiles(root: string, item: ArticleFiles, files: Files): Promise<ReadFiles | undefined> {
	const read = (path: string) => files.read(uriOf(root, path)).catch(() => undefined);
	const text = await read(item.path);
	if (text === undefined) {
		return undefined;
	}
	const sidecars: { readonly layer: string; readonly bytes: Uint8Array }[] = [];
	for (const { layer, path } of item.sidecars) {
		const bytes = await read(path);
		if (bytes !== undefined) sidecars.push({ layer, bytes });
	}
	const hashes = [sha256OfBytes(text), ...sidecars.map(({ layer, bytes }) => `${layer} ${sha256OfBytes(bytes)}`)];
	return { text, sidecars, hash: hashes.join('\n') };
}

function indexed(
	task: IndexTask,
	item: IndexTask['items'][number],
	text: string,
	sidecars: ReadFiles['sidecars'],
	analysis: Analysis,
	strings: StringTable,
	decode: DecodeBytes,
): Omit<IndexedArticle, 'hash'> {
	let shown: Annotations = noAnnotations;
	let meta: Readonly<Record<string, string>> = {};
	const layers: LayerProgress[] = [];
	for (const { layer, bytes } of sidecars) {
		const { annotations, file } = openSidecar(text, decode(bytes, 'utf-8') ?? '');
		layers.push(progressOf(layer, annotations));
		meta = { ...meta, ...file.header.meta };
		shown = layer === task.layer ? annotations : shown;
	}
	const view = documentView(text, analysis, shown);
	const { path, stamp } = item;
	return { path, stamp, ...provenanceOf(path, meta, view, task.plainFolders), layers, ...indexArticle(view, strings) };
}

function progressOf(layer: string, { status, records }: Annotations): LayerProgress {
	const count = (state: string): number => records.filter(record => record.state === state).length;
	return { layer, ...status, confirmed: count('confirmed'), rejected: count('rejected') };
}
