import { type Layer, layerName, relativePath, sidecarPath, uriOf } from '../../core/corpus/paths.ts';
import { readSidecar } from '../../core/sidecar/readSidecar.ts';
import type { LayersParams, LayersResult } from '../../protocol/requests.ts';
import type { Corpus } from '../corpora.ts';
import type { World } from '../world.ts';

/** Whose decisions on a text there are, open or not: the common layer, the adjudicated one, annotators by name. */
export async function handleLayers(world: World, { uri }: LayersParams): Promise<LayersResult> {
	const { settings } = world;
	const own = layerName(settings.layer);
	const corpus = await world.corpora.find(uri);
	const text = corpus && relativePath(corpus.root, uri);
	if (corpus === undefined || text === undefined) {
		return { own, layers: [] };
	}
	const annotators = settings.hideOtherAnnotators ? [] : await annotatorsOf(corpus);
	const layers = [...(['common', 'gold'] as const), ...annotators.map(annotator => ({ annotator }))];
	const found = await Promise.all(layers.map(layer => layerOf(corpus, text, layer)));
	return { own, layers: found.flatMap(layer => layer ?? []) };
}

async function annotatorsOf({ files, root }: Corpus): Promise<readonly string[]> {
	const entries = await files.list(uriOf(root, 'annotations/by'));
	return entries
		.filter(({ kind }) => kind === 'folder')
		.map(({ name }) => name)
		.sort();
}

async function layerOf(
	{ files, root, file }: Corpus,
	text: string,
	layer: Layer,
): Promise<LayersResult['layers'][number] | undefined> {
	const path = sidecarPath(text, layer, file.layout);
	const bytes = path === undefined ? undefined : await files.read(uriOf(root, path));
	if (bytes === undefined) return undefined;
	const { header, blocks } = readSidecar(new TextDecoder().decode(bytes)).value;
	return { name: layerName(layer), status: header.status, records: blocks.filter(({ record }) => record).length };
}
