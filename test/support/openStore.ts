import { pathToFileURL } from 'node:url';
import { uriOf } from '../../server/src/core/corpus/paths.ts';
import type { Files } from '../../server/src/core/ports.ts';
import { Corpora } from '../../server/src/lsp/corpora.ts';
import { SidecarStore } from '../../server/src/lsp/sidecarStore.ts';
import { Sidecars } from '../../server/src/lsp/sidecars.ts';
import { nodeFiles } from '../../server/src/node/nodeFiles.ts';

/** The server's own store of an article's sidecar, on the real disk if nothing else is said, without a server around it. */
export async function openStore(folder: string, text: string, files: Files = nodeFiles): Promise<SidecarStore> {
	const root = pathToFileURL(folder).href;
	const uri = uriOf(root, text);
	const corpus = await new Corpora(files, () => [root]).find(uri);
	const nobody = new Sidecars(() => {
		throw new Error('no sidecar is open in an editor here');
	});
	const store = corpus && SidecarStore.of(corpus, uri, 'common', nobody);
	if (store === undefined) {
		throw new Error(`${text} is no article of ${folder}`);
	}
	return store;
}
