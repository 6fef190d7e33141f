import { isDamaged } from '../core/checks/encoding.ts';
import type { Layer } from '../core/corpus/paths.ts';
import type { Annotations } from '../core/model.ts';
import { decodeText } from '../core/text/decode.ts';
import { decodeBytes } from '../decodeBytes.ts';
import type { Corpus } from './corpora.ts';
import { SidecarStore } from './sidecarStore.ts';
import type { World } from './world.ts';

/** An article that is not open, with the decisions of one layer. */
export interface ClosedArticle {
	readonly text: string;
	readonly annotations: Annotations;
	readonly store: SidecarStore;
}

/** Reads an article from the disk; else the code of the problem that keeps it from being changed. */
export async function closedArticle(
	{ sidecars }: World,
	corpus: Corpus,
	uri: string,
	layer: Layer,
): Promise<ClosedArticle | string> {
	const store = SidecarStore.of(corpus, uri, layer, sidecars);
	if (store === undefined) {
		return 'read-only-outside';
	}
	try {
		const bytes = await corpus.files.read(uri);
		if (bytes === undefined) {
			return 'save-vanished';
		}
		const { value: text, problems } = decodeText(bytes, decodeBytes, corpus.file.encoding);
		if (problems.length > 0 || isDamaged(text)) {
			return 'encoding-damaged';
		}
		const { annotations } = await store.load(text);
		return store.readOnly ?? { text, annotations, store };
	} catch {
		return 'sidecar-unreadable';
	}
}
