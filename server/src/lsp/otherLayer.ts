import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { layerName, layerNamed } from '../core/corpus/paths.ts';
import { type Language, say } from '../core/messages/say.ts';
import type { Annotations } from '../core/model.ts';
import { documentState, openSidecar } from '../core/sidecar/session.ts';
import type { Article } from './article.ts';
import type { OpenDocument } from './openDocument.ts';
import { SidecarStore } from './sidecarStore.ts';
import type { World } from './world.ts';

/**
 * An article with the decisions of another layer, as its file says them of the text as it is now. Rejects for other annotators'
 * work where the settings hide it, and outside a corpus.
 */
export async function otherLayer(
	{ settings, sidecars }: World,
	document: OpenDocument,
	{ article, name }: { readonly article: Article; readonly name: string },
): Promise<OpenDocument & { readonly annotations: Annotations }> {
	const layer = layerNamed(name);
	if (settings.hideOtherAnnotators && typeof layer !== 'string' && name !== layerName(settings.layer)) {
		throw refusedRequest(settings.language, 'layer-hidden');
	}
	const store = article.corpus && SidecarStore.of(article.corpus, article.uri, layer, sidecars);
	if (store === undefined) {
		throw refusedRequest(settings.language, 'layer-unknown');
	}
	const { text } = document.view;
	const { annotations, problems } = openSidecar(text, await store.peek());
	const { view } = documentState(text, { entities: [], statements: [], regions: [] }, annotations);
	return { ...document, view, problems, sidecar: store.uri, annotations };
}

/** A request that cannot be answered, in the user's words. */
export function refusedRequest(language: Language, code: string): ResponseError<void> {
	return new ResponseError(LSPErrorCodes.RequestFailed, say(language, code));
}
