import { type CorpusFile, defaultCorpus, newCorpusSource, readCorpusFile } from '../core/corpus/corpusFile.ts';
import { globMatcher } from '../core/corpus/globs.ts';
import {
	corpusPath,
	type Layer,
	registerPath,
	relativePath,
	schemePath,
	sidecarPath,
	uriOf,
} from '../core/corpus/paths.ts';
import { type RegisterEntry, readRegister } from '../core/corpus/register.ts';
import { isInside, rootedFiles } from '../core/corpus/rootedFiles.ts';
import { type Names, namesOf } from '../core/corpus/who.ts';
import type { Problem } from '../core/model.ts';
import type { Files } from '../core/ports.ts';
import { builtInSchemes, newsScheme } from '../core/scheme/builtIn.ts';
import { readScheme } from '../core/scheme/readScheme.ts';
import type { Scheme } from '../core/scheme/scheme.ts';

/** A corpus at one moment. */
export interface Corpus {
	/** Uri of its folder. */
	readonly root: string;
	readonly file: CorpusFile;
	/** There is an annotations/corpus.yaml; else the folder is only where the first save would make one. */
	readonly exists: boolean;
	/** The corpus begins above the folders that are opened: shown, never written. */
	readonly above: boolean;
	/** Cannot leave the root. */
	readonly files: Files;
	readonly scheme: Scheme;
	readonly register: readonly RegisterEntry[];
	/** The register's spellings. */
	readonly names: Names;
	/** Whether the globs take a text, by its path from the root. */
	takes(path: string): boolean;
	/** What is wrong with its own files, as "look there" problems of the article. */
	readonly problems: readonly Problem[];
}

/** Finds the corpus of a file, afresh at each call: its files are small, and nobody has to tell us that one changed. */
export class Corpora {
	readonly #files: Files;
	readonly #folders: () => readonly string[];

	constructor(files: Files, folders: () => readonly string[]) {
		this.#files = files;
		this.#folders = folders;
	}

	/** The nearest folder above the file with an annotations/corpus.yaml, else the opened folder that holds it; undefined for a file outside any. */
	async find(uri: string): Promise<Corpus | undefined> {
		for (let folder = parent(uri); folder !== undefined; folder = parent(folder)) {
			const source = await read(rootedFiles(this.#files, folder), uriOf(folder, corpusPath));
			if (source !== undefined) {
				return this.#corpus(folder, source);
			}
		}
		const folder = this.#opened(uri);
		return folder === undefined ? undefined : this.#corpus(folder, undefined);
	}

	/** The corpus of a file, or of a folder itself. */
	at(uri: string): Promise<Corpus | undefined> {
		return this.find(`${uri.replace(/\/$/, '')}/`);
	}

	async #corpus(root: string, source: string | undefined): Promise<Corpus> {
		const { value: file, problems: found } =
			source === undefined ? { value: defaultCorpus, problems: [] } : readCorpusFile(source);
		const files = rootedFiles(this.#files, root);
		const problems: Problem[] = elsewhere(found, corpusPath);
		const schemeSource = await read(files, uriOf(root, schemePath));
		const own = schemeSource === undefined ? undefined : readScheme(schemeSource);
		problems.push(...elsewhere(own?.problems ?? [], schemePath));
		const builtIn = builtInSchemes.get(file.scheme);
		if (builtIn === undefined && own?.value === undefined) {
			problems.push({ code: 'corpus-unknown-scheme', severity: 'error', values: { scheme: file.scheme } });
		}
		const registerSource = await read(files, uriOf(root, registerPath));
		const register = readRegister(registerSource ?? '');
		problems.push(...elsewhere(register.problems, registerPath));
		const opened = this.#folders();
		return {
			root,
			file,
			exists: source !== undefined,
			above: opened.length > 0 && !opened.some(folder => isInside(folder, root)),
			files,
			scheme: own?.value ?? builtIn ?? newsScheme,
			register: register.value,
			names: namesOf(register.value),
			takes: globMatcher(file.include),
			problems,
		};
	}

	#opened(uri: string): string | undefined {
		return [...this.#folders()].sort((a, b) => b.length - a.length).find(folder => isInside(folder, uri));
	}
}

/** Makes the folder a corpus, as the first save does. */
export async function establish(corpus: Corpus): Promise<void> {
	const uri = uriOf(corpus.root, corpusPath);
	if ((await corpus.files.read(uri)) === undefined) {
		await corpus.files.write(uri, new TextEncoder().encode(newCorpusSource));
	}
}

/** Uri of the sidecar of a text in a layer; undefined for a text outside the corpus. */
export function sidecarOf(corpus: Corpus, uri: string, layer: Layer): string | undefined {
	const text = relativePath(corpus.root, uri);
	const path = text === undefined ? undefined : sidecarPath(text, layer, corpus.file.layout);
	return path === undefined ? undefined : uriOf(corpus.root, path);
}

/** Problems of another file: told once at the article, by the file's name; their places are shown in that file itself. */
function elsewhere(problems: readonly Problem[], file: string): Problem[] {
	const count = problems.length;
	const severity = problems.some(problem => problem.severity === 'error') ? 'error' : 'warning';
	return count === 0 ? [] : [{ code: 'corpus-file-problems', severity, values: { file, count } }];
}

function parent(uri: string): string | undefined {
	const start = uri.indexOf('://') + 3;
	const cut = uri.lastIndexOf('/');
	return cut < start ? undefined : uri.slice(0, cut);
}

async function read(files: Files, uri: string): Promise<string | undefined> {
	const bytes = await files.read(uri).catch(() => undefined);
	return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
