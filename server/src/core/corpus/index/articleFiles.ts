import { compareText } from '../../sidecar/order.ts';
import type { CorpusFile } from '../corpusFile.ts';
import { globMatcher } from '../globs.ts';
import { layerName, textPath } from '../paths.ts';

/** The files that an article of the index is made of, by paths from the corpus root. */
export interface ArticleFiles {
	readonly path: string;
	/** Those there are, by the names of their layers (see `layerName`). */
	readonly sidecars: readonly { readonly layer: string; readonly path: string }[];
}

/** The articles among all paths of a corpus, in code-unit order, each with its sidecars. */
export function articleFiles(paths: readonly string[], corpus: CorpusFile): readonly ArticleFiles[] {
	const takes = globMatcher(corpus.include);
	const sidecars = new Map<string, { readonly layer: string; readonly path: string }[]>();
	const texts: string[] = [];
	for (const path of paths) {
		const sidecar = textPath(path, corpus.layout);
		if (sidecar !== undefined) {
			const { text, layer } = sidecar;
			sidecars.set(text, [...(sidecars.get(text) ?? []), { layer: layerName(layer), path }]);
		} else if (!path.startsWith('annotations/') && takes(path)) {
			texts.push(path);
		}
	}
	return texts.sort(compareText).map(path => ({ path, sidecars: sidecars.get(path) ?? [] }));
}
