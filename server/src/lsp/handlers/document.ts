import { layerName } from '../../core/corpus/paths.ts';
import type { DocumentParams, DocumentResult } from '../../protocol/requests.ts';
import { otherLayer, refusedRequest } from '../otherLayer.ts';
import * as toProto from '../toProto.ts';
import type { World } from '../world.ts';

/** Everything known of an open article; of another layer, what its file says of the text as it is now. */
export async function handleDocument(world: World, { uri, layer }: DocumentParams): Promise<DocumentResult> {
	const article = world.articles.get(uri);
	if (article === undefined) {
		return null;
	}
	const document = await article.snapshot();
	const { language } = world.settings;
	const { revision } = article;
	if (article.corpus === undefined) {
		throw refusedRequest(language, 'read-only-outside');
	}
	const own = layer === undefined || layer === layerName(world.settings.layer);
	const shown = own ? document : await otherLayer(world, document, { article, name: layer });
	return toProto.documentItem(shown, { language, revision });
}
