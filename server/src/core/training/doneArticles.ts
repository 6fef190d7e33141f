import { defaultCorpus, readCorpusFile } from '../corpus/corpusFile.ts';
import { filesBelow } from '../corpus/filesBelow.ts';
import { globMatcher } from '../corpus/globs.ts';
import { corpusPath, type Layer, sidecarPath, uriOf } from '../corpus/paths.ts';
import type { AnnotationRecord } from '../model.ts';
import type { Files } from '../ports.ts';
import { openSidecar } from '../sidecar/session.ts';
import { type DecodeBytes, decodeText } from '../text/decode.ts';

/** An article whose entities are done. */
export interface DoneArticle {
	/** From the corpus' folder. */
	readonly path: string;
	readonly text: string;
	/** Places are UTF-16 into the text. */
	readonly records: readonly AnnotationRecord[];
}

export interface CorpusSource {
	/** Cannot leave the corpus. */
	readonly files: Files;
	readonly decode: DecodeBytes;
	/** Uri of the corpus' folder. */
	readonly root: string;
	/** Whose decisions count: of each article those of the first of these layers in which its entities are done. */
	readonly layers: readonly Layer[];
}

/** The articles of a corpus whose entities are done, by path in code-unit order; what cannot be decoded is left out. Rejects where a file cannot be read. */
export async function doneArticles({ files, decode, root, layers }: CorpusSource): Promise<readonly DoneArticle[]> {
	const source = async (path: string): Promise<string | undefined> => {
		const bytes = await files.read(uriOf(root, path));
		return bytes && (decode(bytes, 'utf-8') ?? '');
	};
	const settings = await source(corpusPath);
	const { include, encoding, layout } = settings === undefined ? defaultCorpus : readCorpusFile(settings).value;
	const takes = globMatcher(include);
	const done: DoneArticle[] = [];
	for await (const path of filesBelow(files, root)) {
		if (!takes(path) || path.startsWith('annotations/')) {
			continue;
		}
		const sidecars: string[] = [];
		for (const layer of layers) {
			const place = sidecarPath(path, layer, layout);
			const sidecar = place === undefined ? undefined : await source(place);
			if (sidecar !== undefined) sidecars.push(sidecar);
		}
		// Most articles of a young corpus have no sidecar, and their texts need not be read.
		const bytes = sidecars.length === 0 ? undefined : await files.read(uriOf(root, path));
		const decoded = bytes && decodeText(bytes, decode, encoding);
		if (decoded === undefined || decoded.problems.length > 0) {
			continue;
		}
		const text = decoded.value;
		const opened = sidecars.map(sidecar => openSidecar(text, sidecar).annotations);
		const annotations = opened.find(({ status }) => status.entities === 'done');
		if (annotations !== undefined) {
			done.push({ path, text, records: annotations.records });
		}
	}
	return done;
}
