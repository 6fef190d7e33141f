import { checkDocument } from '../core/checks/checkDocument.ts';
import { checkSidecarLabels } from '../core/checks/sidecarLabels.ts';
import { type CorpusFile, defaultCorpus, readCorpusFile } from '../core/corpus/corpusFile.ts';
import { filesBelow } from '../core/corpus/filesBelow.ts';
import { findRenamed } from '../core/corpus/findRenamed.ts';
import { globMatcher } from '../core/corpus/globs.ts';
import { corpusPath, registerPath, schemePath, textPath, uriOf } from '../core/corpus/paths.ts';
import { readRegister } from '../core/corpus/register.ts';
import type { Analysis, AnnotationRecord, Problem } from '../core/model.ts';
import type { Files } from '../core/ports.ts';
import { builtInSchemes, newsScheme } from '../core/scheme/builtIn.ts';
import { readScheme } from '../core/scheme/readScheme.ts';
import type { Scheme } from '../core/scheme/scheme.ts';
import { noAnnotations, openSidecar } from '../core/sidecar/session.ts';
import { documentView } from '../core/sidecar/view.ts';
import type { Span } from '../core/span.ts';
import { decodeText } from '../core/text/decode.ts';
import { decodeBytes } from '../decodeBytes.ts';

/** Something wrong, and the file it is in. */
export interface Finding {
	/** From the corpus root. */
	readonly path: string;
	/** What the problem's span counts in; '' where the file has no text. */
	readonly source: string;
	readonly problem: Problem;
}

/**
 * Looks through a corpus: its own files, then each article with its sidecars, then sidecars without an article. Looked at is
 * what lies below one of the paths `within` (from the root; '' is all), and always the corpus's own files. Says first how many
 * articles there are at most, and `article` after each. Reads what is in the folder itself, following no links. Rejects where a folder or file cannot be read.
 */
export async function* checkCorpus(
	files: Files,
	root: string,
	within: readonly string[],
): AsyncGenerator<Finding | 'article' | { readonly articles: number }, void> {
	const paths: string[] = [];
	for await (const path of filesBelow(files, root)) paths.push(path);
	const read = async (path: string) => (await files.read(uriOf(root, path))) ?? new Uint8Array();
	const corpus = await readCorpus(paths, async path => decodeBytes(await read(path), 'utf-8') ?? '');
	yield* corpus.findings;

	const sidecars = sidecarsByText(paths, corpus.file.layout);
	const takes = globMatcher(corpus.file.include);
	const all = new Set(paths);
	const texts = new Set(paths.filter(path => takes(path) && !path.startsWith('annotations/')));
	const renamed = await findRenamed({ files, root, paths, corpus: corpus.file, decode: decodeBytes });
	yield { articles: [...texts].filter(path => isWithin(path, within)).length };
	for (const text of [...texts, ...[...sidecars.keys()].filter(path => !texts.has(path))].sort()) {
		const own = (sidecars.get(text) ?? []).filter(path => isWithin(path, within) || isWithin(text, within));
		if (own.length === 0 && !isWithin(text, within)) continue;
		if (all.has(text)) {
			const { value, problems } = decodeText(await read(text), decodeBytes, corpus.file.encoding);
			yield* findings(
				text,
				value,
				problems.length > 0 ? problems : checkDocument(documentView(value, nothing, noAnnotations)),
			);
			if (problems.length > 0) continue;
			for (const path of own) yield* checkSidecar(path, await read(path), value, corpus.scheme);
			yield 'article';
		} else {
			for (const path of own) {
				const now = renamed.find(({ stray }) => stray.sidecar === path);
				const problem: Problem =
					now === undefined
						? { code: 'sidecar-without-text', severity: 'warning', values: { text } }
						: { code: 'sidecar-text-renamed', severity: 'warning', values: { text, renamed: now.text } };
				yield* findings(path, '', [problem]);
			}
		}
	}
}

const nothing: Analysis = { entities: [], statements: [], regions: [] };

interface CorpusReading {
	readonly file: CorpusFile;
	readonly scheme: Scheme;
	readonly findings: readonly Finding[];
}

async function readCorpus(paths: readonly string[], read: (path: string) => Promise<string>): Promise<CorpusReading> {
	const found: Finding[] = [];
	const source = async (path: string) => (paths.includes(path) ? await read(path) : undefined);
	const corpusSource = await source(corpusPath);
	const { value, problems } = readCorpusFile(corpusSource ?? '');
	const file = corpusSource === undefined ? defaultCorpus : value;
	if (corpusSource !== undefined) found.push(...findings(corpusPath, corpusSource, problems));

	const schemeSource = await source(schemePath);
	const own = readScheme(schemeSource ?? '');
	const scheme = (schemeSource === undefined ? undefined : own.value) ?? builtInSchemes.get(file.scheme);
	if (schemeSource !== undefined) found.push(...findings(schemePath, schemeSource, own.problems));
	if (scheme === undefined) {
		const problem: Problem = { code: 'corpus-unknown-scheme', severity: 'error', values: { scheme: file.scheme } };
		found.push(...findings(corpusPath, '', [problem]));
	}

	const encoding = decodeBytes(new Uint8Array(), file.encoding) === undefined ? 'utf-8' : file.encoding;
	if (encoding !== file.encoding) {
		const problem: Problem = { code: 'encoding-unknown', severity: 'error', values: { encoding: file.encoding } };
		found.push(...findings(corpusPath, '', [problem]));
	}

	const registerSource = (await source(registerPath)) ?? '';
	found.push(...findings(registerPath, registerSource, readRegister(registerSource).problems));
	return { file: { ...file, encoding }, scheme: scheme ?? newsScheme, findings: found };
}

function sidecarsByText(
	paths: readonly string[],
	layout: CorpusFile['layout'],
): ReadonlyMap<string, readonly string[]> {
	const sidecars = new Map<string, string[]>();
	for (const path of paths) {
		const text = textPath(path, layout)?.text;
		if (text !== undefined) {
			sidecars.set(text, [...(sidecars.get(text) ?? []), path]);
		}
	}
	return sidecars;
}

function checkSidecar(path: string, bytes: Uint8Array, text: string, scheme: Scheme): readonly Finding[] {
	const source = decodeBytes(bytes, 'utf-8') ?? '';
	const opened = openSidecar(text, source);
	const labels = checkSidecarLabels(
		source,
		scheme.entities.map(({ label }) => label),
	);
	const places = opened.annotations.records.flatMap(record => {
		const code = openQuestion(record);
		if (code === undefined) return [];
		const span = placeOfRecord(source, record.id);
		const severity = code === 'moved' ? 'info' : 'warning';
		return [{ code, severity, values: { text: words(record) }, ...(span === undefined ? {} : { span }) } as const];
	});
	const all = [...opened.problems, ...labels, ...places];
	return findings(
		path,
		source,
		all.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)),
	);
}

/** What somebody must still decide of a record. */
function openQuestion(record: AnnotationRecord): 'orphan' | 'two-versions' | 'moved' | undefined {
	if (record.state === 'orphan') return 'orphan';
	if (record.alternatives !== undefined && record.alternatives.length > 0) return 'two-versions';
	return record.moved ? 'moved' : undefined;
}

/** Where the record's id stands in its file. */
function placeOfRecord(source: string, id: string): Span | undefined {
	const found = new RegExp(`^ *(?:- )?id: ${id}\\s*$`, 'm').exec(source);
	if (found === null) return undefined;
	const start = found.index + found[0].indexOf('id:');
	return { start, end: start + 'id: '.length + id.length };
}

function words(record: AnnotationRecord): string {
	const anchor = record.kind === 'statement' ? record.content[0] : record.kind === 'relation' ? undefined : record.at;
	return anchor?.exact ?? record.id;
}

function findings(path: string, source: string, problems: readonly Problem[]): readonly Finding[] {
	return problems.map(problem => ({ path, source, problem }));
}

function isWithin(path: string, places: readonly string[]): boolean {
	return places.some(place => place === '' || path === place || path.startsWith(`${place}/`));
}
