import { compareText } from '../../sidecar/order.ts';
import type { CorpusFile } from '../corpusFile.ts';
import { globMatcher } from '../globs.ts';
import { type Layer, textPath } from '../paths.ts';

/** The files that an article of the index is made of, by paths from the corpus root. */
export interface ArticleFiles {
	readonly path: string;
	/** Those there are, by layer: '' is the common one, `gold`, else an annotator's name with `by/` before it. */
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

function layerName(layer: Layer): string {
	return layer === 'common' ? '' : layer === 'gold' ? 'gold' : `by/${layer.annotator}`;
}

/** The way back from a layer's name. */
export function layerOf(name: string): Layer {
	return name === '' ? 'common' : name === 'gold' ? 'gold' : { annotator: name.slice('by/'.length) };
}
