import { utf8ToBytes } from '@noble/hashes/utils.js';
import { defaultCorpus, newCorpusSource, readCorpusFile } from '../corpus/corpusFile.ts';
import { filesBelow } from '../corpus/filesBelow.ts';
import { globMatcher } from '../corpus/globs.ts';
import { corpusPath, isPlain, schemePath, sidecarPath, uriOf } from '../corpus/paths.ts';
import { rootedFiles } from '../corpus/rootedFiles.ts';
import { FileProblem } from '../fileProblem.ts';
import type { Problem } from '../model.ts';
import type { Cancellation, Files } from '../ports.ts';
import { newsScheme } from '../scheme/builtIn.ts';
import { isSchemeLabel, schemeOfLabels } from '../scheme/schemeOfLabels.ts';
import { writeScheme } from '../scheme/writeScheme.ts';
import { type DecodeBytes, decodeText } from '../text/decode.ts';
import { referenceText } from '../text/reference.ts';
import type { FormatFile, Imported, Importer } from './format.ts';
import type { Graph } from './graph.ts';
import { importArticle } from './importArticle.ts';
import { spanRole } from './names.ts';

export interface ImportOptions {
	readonly files: Files;
	readonly decode: DecodeBytes;
	readonly importer: Importer;
	/** Uri of the folder that is read, and in it one file, where not all of them are wanted. */
	readonly source: string;
	readonly only?: string;
	/** Uri of the corpus: made where there is none. It may be the source itself. */
	readonly corpus: string;
	/** Other names for labels. */
	readonly labels: ReadonlyMap<string, string>;
	readonly cancellation: Cancellation;
}

interface Options extends ImportOptions {
	/** Files that cannot leave the folder that is read. */
	readonly outside: Files;
	/** Files that cannot leave the corpus. */
	readonly inside: Files;
}

/** What was done with one file or article. */
export interface ImportStep {
	/** Of the article in the corpus, or of a file that is not one. */
	readonly path: string;
	/** Undefined for a file that is no article. */
	readonly article?: { readonly added: number; readonly known: number };
	readonly problems: readonly Problem[];
}

/** Bytes of a file that is read. */
const maxBytes = 50 * 1024 * 1024;

/**
 * Makes or fills a corpus with what another tool's files hold: texts, sidecars, `annotations/corpus.yaml`, and a scheme where the
 * labels are not those of the news scheme. Texts and decisions that are there stay as they are. Rejects where writing fails.
 */
export async function* importCorpus(given: ImportOptions): AsyncGenerator<ImportStep, void> {
	const { files, importer, source, corpus } = given;
	// Links could lead the writing out of the corpus.
	const options: Options = { ...given, outside: rootedFiles(files, source), inside: rootedFiles(files, corpus) };
	const paths: string[] = [];
	if (options.only === undefined) {
		for await (const path of filesBelow(files, source)) {
			if (!(source === corpus && path.startsWith('annotations/'))) paths.push(path);
		}
	} else {
		// What else lies in its folder may be anything.
		paths.push(options.only);
	}
	const read = async (path: string): Promise<FormatFile | Problem> => readSource(options, path);
	const settings = await corpusSettings(options);
	const labels = new Set<string>();
	const written: string[] = [];
	const taken = options.only === undefined ? paths.filter(path => importer.takes(path)) : paths;
	for (const path of taken) {
		if (options.cancellation.isCancellationRequested) return;
		const file = await read(path);
		if ('code' in file) {
			yield { path, problems: [file] };
			continue;
		}
		const others = new Map<string, string>();
		for (const needed of importer.needs?.(file) ?? []) {
			const other = isPlain(needed) ? await read(needed) : undefined;
			if (other !== undefined && 'text' in other) others.set(needed, other.text);
		}
		const { articles, problems } = importer.read(file, others);
		if (problems.length > 0 || articles.length === 0) yield { path, problems };
		for (const article of articles) {
			const renamed = {
				...article,
				layer: article.layer ?? importer.layer?.(path, taken) ?? 'common',
				graph: withLabels(article.graph, options.labels),
			};
			for (const { label } of renamed.graph.marks) labels.add(label);
			const step = await writeArticle(options, renamed, settings);
			if (step.article !== undefined) written.push(renamed.path);
			yield step;
		}
	}
	if (written.length > 0) yield* writeSettings(options, { ...settings, labels, written });
}

async function readSource({ outside, source, decode }: Options, path: string): Promise<FormatFile | Problem> {
	const bytes = await outside.read(uriOf(source, path)).catch(() => undefined);
	if (bytes === undefined) {
		return { code: 'import-unreadable', severity: 'error' };
	}
	if (bytes.length > maxBytes) {
		return { code: 'import-too-large', severity: 'error', values: { limit: '50 MB' } };
	}
	const { value, problems } = decodeText(bytes, decode);
	return problems[0] ?? { path, text: value };
}

function withLabels(graph: Graph, labels: ReadonlyMap<string, string>): Graph {
	return labels.size === 0
		? graph
		: { ...graph, marks: graph.marks.map(mark => ({ ...mark, label: labels.get(mark.label) ?? mark.label })) };
}

async function writeArticle(options: Options, article: Imported, settings: Settings): Promise<ImportStep> {
	const { path } = article;
	const sidecar = isPlain(path) ? sidecarPath(path, article.layer ?? 'common', settings.layout) : undefined;
	const refused: ImportStep = { path, problems: [{ code: 'import-path', severity: 'error', values: { path } }] };
	try {
		return sidecar === undefined ? refused : await writeBeside(options, article, { ...settings, sidecar });
	} catch (error) {
		// A link that leads out of the corpus.
		if (error instanceof FileProblem && error.code === 'outside-corpus') return refused;
		throw error;
	}
}

async function writeBeside(
	{ inside: files, corpus, decode }: Options,
	article: Imported,
	{ encoding, sidecar }: Settings & { readonly sidecar: string },
): Promise<ImportStep> {
	const { path } = article;
	const text = await files.read(uriOf(corpus, path));
	const present = text === undefined ? undefined : decodeText(text, decode, encoding).value;
	if (present !== undefined && referenceText(present).text !== referenceText(article.text).text) {
		return { path, problems: [{ code: 'import-text-differs', severity: 'error', values: { path } }] };
	}
	if (text === undefined) await files.write(uriOf(corpus, path), utf8ToBytes(article.text));
	// An editor may write the sidecar meanwhile: then what it wrote is imported into.
	for (;;) {
		const before = await files.read(uriOf(corpus, sidecar));
		const { source, added, known, problems } = importArticle(article, before && (decode(before, 'utf-8') ?? ''));
		if (source === undefined || (await files.replace(uriOf(corpus, sidecar), before, utf8ToBytes(source)))) {
			return { path, article: { added, known }, problems };
		}
	}
}

interface Settings {
	readonly encoding: string;
	readonly layout: 'mirrored' | 'adjacent';
	/** Whether corpus.yaml, and a scheme of the corpus's own, are there. */
	readonly corpusFile: boolean;
	readonly schemeFile: boolean;
	/** Whether the corpus takes a text in. */
	readonly takes: (path: string) => boolean;
}

async function corpusSettings({ inside: files, corpus, decode }: Options): Promise<Settings> {
	const bytes = await files.read(uriOf(corpus, corpusPath));
	const { value } = bytes === undefined ? { value: defaultCorpus } : readCorpusFile(decode(bytes, 'utf-8') ?? '');
	const scheme = await files.read(uriOf(corpus, schemePath));
	return {
		layout: value.layout,
		encoding: value.encoding,
		corpusFile: bytes !== undefined,
		schemeFile: scheme !== undefined,
		takes: globMatcher(value.include),
	};
}

async function* writeSettings(
	options: Options,
	{
		corpusFile,
		schemeFile,
		takes,
		labels,
		written,
	}: Settings & { readonly labels: ReadonlySet<string>; readonly written: readonly string[] },
): AsyncGenerator<ImportStep, void> {
	const { inside: files, corpus } = options;
	const names = [...labels].filter(label => spanRole(label.split(/[.:]/, 1)[0] ?? '') === undefined).sort();
	const known = new Set(newsScheme.entities.map(({ label }) => label));
	const odd = names.filter(label => !isSchemeLabel(label));
	if (odd.length > 0) {
		yield {
			path: schemePath,
			problems: [{ code: 'import-label-form', severity: 'warning', values: { labels: odd.join(', ') } }],
		};
	}
	if (!schemeFile && !corpusFile) {
		const own = await foreignScheme(options);
		const missing = names.filter(label => !(own?.entities.some(entity => entity.label === label) ?? known.has(label)));
		const scheme =
			own ??
			(missing.length === 0
				? undefined
				: schemeOfLabels({ name: 'imported', entities: names.map(label => ({ label })) }));
		if (scheme !== undefined) {
			await files.write(uriOf(corpus, schemePath), utf8ToBytes(writeScheme(scheme)));
			yield { path: schemePath, problems: [] };
		}
	}
	if (!corpusFile) {
		await files.write(uriOf(corpus, corpusPath), utf8ToBytes(newCorpusSource));
		yield { path: corpusPath, problems: [] };
	}
	const outside = corpusFile
		? written.filter(path => !takes(path))
		: written.filter(path => !globMatcher(defaultCorpus.include)(path));
	if (outside.length > 0) {
		yield {
			path: corpusPath,
			problems: [
				{ code: 'import-outside', severity: 'warning', values: { path: outside[0] ?? '', count: outside.length } },
			],
		};
	}
}

async function foreignScheme(options: Options) {
	const found = new Map<string, string>();
	for (const path of options.importer.setup?.paths ?? []) {
		const file = await readSource(options, path);
		if ('text' in file && file.text !== '') found.set(path, file.text);
	}
	return found.size === 0 ? undefined : options.importer.setup?.scheme(found);
}
