import { type CorpusFile, defaultCorpus, readCorpusFile } from '../corpus/corpusFile.ts';
import { filesBelow } from '../corpus/filesBelow.ts';
import { globMatcher } from '../corpus/globs.ts';
import type { Layer } from '../corpus/paths.ts';
import { corpusPath, schemePath, sidecarPath, uriOf } from '../corpus/paths.ts';
import type { Problem } from '../model.ts';
import type { Cancellation, Files } from '../ports.ts';
import { builtInSchemes, newsScheme } from '../scheme/builtIn.ts';
import { readScheme } from '../scheme/readScheme.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { openSidecar } from '../sidecar/session.ts';
import { type DecodeBytes, decodeText } from '../text/decode.ts';
import type { Article, Exported, Exporter, FormatFile } from './format.ts';

export interface ExportOptions {
	readonly files: Files;
	readonly decode: DecodeBytes;
	readonly exporter: Exporter;
	/** Uri of the corpus. */
	readonly corpus: string;
	/** Articles below one of these paths; '' for all. */
	readonly within: readonly string[];
	readonly layer: Layer;
	/** Adds the machine's suggestions to what is decided; undefined where it was cancelled. Absent where they are not wanted. */
	readonly suggest?: (article: Article) => Promise<Article | undefined>;
	readonly cancellation: Cancellation;
}

/** An article written, with what its format could not hold; or a file that stands once. */
export interface ExportStep {
	/** Of the article; '' for files that stand once. */
	readonly path: string;
	readonly files: readonly FormatFile[];
	readonly losses: Exported['losses'];
	/** Why an article is left out, or what is wrong with its sidecar. */
	readonly problems: readonly Problem[];
}

/** The articles of a corpus in a format, one after the other; nothing is written. Rejects where the corpus cannot be read. */
export async function* exportCorpus(options: ExportOptions): AsyncGenerator<ExportStep, void> {
	const { files, corpus, decode, exporter } = options;
	const source = async (path: string): Promise<string | undefined> => {
		const bytes = await files.read(uriOf(corpus, path));
		return bytes && (decode(bytes, 'utf-8') ?? '');
	};
	const settings = await source(corpusPath);
	const file = settings === undefined ? defaultCorpus : readCorpusFile(settings).value;
	const setup = exporter.setup?.(await schemeOf(file, await source(schemePath))) ?? [];
	if (setup.length > 0) yield { path: '', files: setup, losses: [], problems: [] };
	const takes = globMatcher(file.include);
	const paths: string[] = [];
	for await (const path of filesBelow(files, corpus)) {
		if (takes(path) && !path.startsWith('annotations/') && isWithin(path, options.within)) paths.push(path);
	}
	for (const path of paths) {
		if (options.cancellation.isCancellationRequested) return;
		const bytes = (await files.read(uriOf(corpus, path))) ?? new Uint8Array();
		const { value: text, problems } = decodeText(bytes, decode, file.encoding);
		if (problems.length > 0) {
			yield { path, files: [], losses: [], problems };
			continue;
		}
		const sidecar = sidecarPath(path, options.layer, file.layout);
		const opened = openSidecar(text, sidecar === undefined ? undefined : await source(sidecar));
		const decided: Article = { path, text, annotations: opened.annotations };
		const article = options.suggest === undefined ? decided : await options.suggest(decided);
		if (article === undefined) return;
		yield { path, ...exporter.article(article), problems: opened.problems };
	}
}

async function schemeOf(file: CorpusFile, source: string | undefined): Promise<Scheme> {
	return (source === undefined ? undefined : readScheme(source).value) ?? builtInSchemes.get(file.scheme) ?? newsScheme;
}

function isWithin(path: string, places: readonly string[]): boolean {
	return places.some(place => place === '' || path === place || path.startsWith(`${place}/`));
}
