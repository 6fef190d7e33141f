import type { CorpusFile } from '../corpusFile.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import {
	entityColumn,
	entityWidth,
	type IndexedArticle,
	statementColumn,
	statementWidth,
} from '../index/indexedArticle.ts';
import { layerNamed, sidecarPath, uriOf } from '../paths.ts';
import type { ReadingMeans } from './articleTexts.ts';

/** A sidecar by its article's path and its layer's name. */
export interface LinkingSidecar {
	readonly path: string;
	readonly layer: string;
}

/**
 * The sidecars, of all layers, that link something to a key of the register, by path and layer. Those of the layer that the index
 * shows are known; of the others those that hold the key's letters are answered, which may be one too many.
 */
export async function linkingSidecars(
	index: CorpusIndex,
	key: string,
	{ shown, layout, ...means }: ReadingMeans & { readonly shown: string; readonly layout: CorpusFile['layout'] },
): Promise<readonly LinkingSidecar[]> {
	const found: LinkingSidecar[] = [];
	for (const article of index.articles) {
		const { path } = article;
		if (links(index, article, key)) found.push({ path, layer: shown });
		for (const { layer } of article.layers) {
			const sidecar = layer === shown ? undefined : sidecarPath(path, layerNamed(layer), layout);
			const bytes = sidecar && (await means.files.read(uriOf(means.root, sidecar)).catch(() => undefined));
			if (bytes && means.decode(bytes, 'utf-8')?.includes(key)) found.push({ path, layer });
		}
	}
	return found;
}

function links(index: CorpusIndex, { entities, statements }: IndexedArticle, key: string): boolean {
	for (let row = 0; row < entities.length; row += entityWidth) {
		if (index.strings.text(entities[row + entityColumn.entity]) === key) return true;
	}
	for (let row = 0; row < statements.length; row += statementWidth) {
		if (index.strings.text(statements[row + statementColumn.speakerEntity]) === key) return true;
	}
	return false;
}
