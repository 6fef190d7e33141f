import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Layer } from '../../core/corpus/paths.ts';
import { say } from '../../core/messages/say.ts';
import { documentState, openSidecar } from '../../core/sidecar/session.ts';
import type { DocumentParams, DocumentResult } from '../../protocol/requests.ts';
import type { Article } from '../article.ts';
import { SidecarStore } from '../sidecarStore.ts';
import * as toProto from '../toProto.ts';
import type { World } from '../world.ts';

/** Everything known of an open article; of another layer, what its file says of the text as it is now. */
export async function handleDocument(world: World, params: DocumentParams): Promise<DocumentResult> {
	const article = world.articles.get(params.uri);
	if (article === undefined) {
		return null;
	}
	const document = await article.snapshot();
	const { language } = world.settings;
	const { revision } = article;
	if (article.corpus === undefined) {
		throw refused(language, 'read-only-outside');
	}
	if (params.layer === undefined || params.layer === world.settings.annotator) {
		return toProto.documentItem(document, { language, revision });
	}
	return toProto.documentItem(await otherLayer(world, article, params.layer), { language, revision });
}

async function otherLayer(world: World, article: Article, name: string): ReturnType<Article['snapshot']> {
	const { settings, sidecars } = world;
	const layer: Layer = name === 'gold' ? 'gold' : { annotator: name };
	if (settings.hideOtherAnnotators && layer !== 'gold') {
		throw refused(settings.language, 'layer-hidden');
	}
	const document = await article.snapshot();
	const store = article.corpus && SidecarStore.of(article.corpus, article.uri, layer, sidecars);
	if (store === undefined) {
		throw refused(settings.language, 'layer-unknown');
	}
	const text = document.view.text;
	const opened = openSidecar(text, await store.peek());
	const { view } = documentState(text, { entities: [], statements: [], regions: [] }, opened.annotations);
	return { ...document, view, problems: opened.problems, sidecar: store.uri };
}

function refused(language: 'en' | 'ar', code: string): ResponseError<void> {
	return new ResponseError(LSPErrorCodes.RequestFailed, say(language, code));
}
