import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Files } from '../ports.ts';
import { type DecodeBytes, decodeText } from '../text/decode.ts';
import { sha256Hex } from '../text/hash.ts';
import { referenceText } from '../text/reference.ts';
import type { CorpusFile } from './corpusFile.ts';
import { globMatcher } from './globs.ts';
import { uriOf } from './paths.ts';
import { type Renamed, renamedSource, renamedTexts, type Stray, straySidecars } from './strays.ts';

export interface RenamedSearch {
	readonly files: Files;
	/** Uri of the corpus. */
	readonly root: string;
	/** Of all its files. */
	readonly paths: readonly string[];
	readonly corpus: Pick<CorpusFile, 'include' | 'layout' | 'encoding'>;
	readonly decode: DecodeBytes;
	/** Look at these texts alone, and at strays of this layer's kind; default all. */
	readonly only?: { readonly text: string; readonly sha256: string; readonly takes: (stray: Stray) => boolean };
}

/** Sidecars whose texts were renamed or moved, found by the texts' hashes. Reads nothing where every sidecar has its text. */
export async function findRenamed({
	files,
	root,
	paths,
	corpus,
	decode,
	only,
}: RenamedSearch): Promise<readonly Renamed[]> {
	const strays = straySidecars(paths, corpus.layout).filter(stray => only?.takes(stray) ?? true);
	if (strays.length === 0) {
		return [];
	}
	const bytesOf = async (path: string): Promise<Uint8Array> =>
		(await files.read(uriOf(root, path))) ?? new Uint8Array();
	const sources = new Map<Stray, string>();
	for (const stray of strays) {
		sources.set(stray, decode(await bytesOf(stray.sidecar), 'utf-8') ?? '');
	}
	const hashes = new Map<string, string>();
	if (only !== undefined) {
		hashes.set(only.text, only.sha256);
	} else {
		const takes = globMatcher(corpus.include);
		for (const path of paths.filter(candidate => takes(candidate) && !candidate.startsWith('annotations/'))) {
			const { value, problems } = decodeText(await bytesOf(path), decode, corpus.encoding);
			if (problems.length === 0) {
				hashes.set(path, sha256Hex(referenceText(value).text));
			}
		}
	}
	return renamedTexts({ paths, layout: corpus.layout, hashes, sources });
}

/** Gives a sidecar to its text's new name. False where there is one by now; then nothing is changed. */
export async function moveSidecar(
	{ files, root, decode }: Pick<RenamedSearch, 'files' | 'root' | 'decode'>,
	{ stray, text, sidecar }: Renamed,
): Promise<boolean> {
	const bytes = await files.read(uriOf(root, stray.sidecar));
	const source = bytes === undefined ? undefined : decode(bytes, 'utf-8');
	if (source === undefined) {
		return false;
	}
	// Written here first: a failure in between leaves both, and nothing is lost.
	const written = await files.replace(uriOf(root, sidecar), undefined, utf8ToBytes(renamedSource(source, text)));
	if (written) {
		await files.remove(uriOf(root, stray.sidecar));
	}
	return written;
}
