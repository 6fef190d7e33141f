import { relativePath } from '../../core/corpus/paths.ts';
import type { ArticleParams, ArticleResult } from '../../protocol/requests.ts';
import { sidecarOf } from '../corpora.ts';
import type { World } from '../world.ts';

/** Of any file, open or not. */
export async function handleArticle(world: World, { uri }: ArticleParams): Promise<ArticleResult> {
	const corpus = await world.corpora.find(uri);
	if (corpus === undefined) {
		return { article: false, offer: 'open-folder' };
	}
	const path = relativePath(corpus.root, uri);
	const sidecar = sidecarOf(corpus, uri, world.settings.layer);
	return {
		article: corpus.exists && path !== undefined && corpus.takes(path) && !path.startsWith('annotations/'),
		root: corpus.root,
		...(sidecar === undefined ? {} : { sidecar }),
		...(corpus.above ? { offer: 'open-corpus' } : {}),
	};
}
