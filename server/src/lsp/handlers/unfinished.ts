import { relativePath, sidecarPath, uriOf } from '../../core/corpus/paths.ts';
import { compareText } from '../../core/sidecar/order.ts';
import { readSidecar } from '../../core/sidecar/readSidecar.ts';
import type { UnfinishedParams, UnfinishedResult } from '../../protocol/requests.ts';
import type { Corpus } from '../corpora.ts';
import type { World } from '../world.ts';

/** Articles looked at; a larger corpus has an index for this. */
const most = 5000;

/** The next article of the corpus, round from the end to the beginning, that is not done; what is open counts as it is now. */
export async function handleUnfinished(world: World, { uri }: UnfinishedParams): Promise<UnfinishedResult> {
	const corpus = await world.corpora.find(uri);
	if (corpus === undefined) {
		return { left: 0 };
	}
	const texts = (await articlesBelow(corpus, '')).sort(compareText);
	const here = relativePath(corpus.root, uri) ?? '';
	const cut = texts.findIndex(text => compareText(text, here) > 0);
	const inTurn = cut < 0 ? texts : [...texts.slice(cut), ...texts.slice(0, cut)];
	const open: string[] = [];
	for (const text of inTurn) {
		if (!(await isDone(world, corpus, text))) {
			open.push(text);
		}
	}
	const next = open.find(text => text !== here);
	return { left: open.length, ...(next === undefined ? {} : { uri: uriOf(corpus.root, next) }) };
}

async function articlesBelow(corpus: Corpus, folder: string): Promise<string[]> {
	const found: string[] = [];
	const folders = [folder];
	for (let path = folders.pop(); path !== undefined && found.length < most; path = folders.pop()) {
		for (const { name, kind } of await corpus.files.list(path === '' ? corpus.root : uriOf(corpus.root, path))) {
			const own = path === '' ? name : `${path}/${name}`;
			if (kind === 'folder' && !name.startsWith('.') && name !== 'node_modules' && own !== 'annotations') {
				folders.push(own);
			} else if (kind === 'file' && corpus.takes(own)) {
				found.push(own);
			}
		}
	}
	return found;
}

async function isDone(world: World, corpus: Corpus, text: string): Promise<boolean> {
	const open = world.articles.get(uriOf(corpus.root, text));
	if (open !== undefined) {
		const { view } = await open.snapshot();
		return view.status.entities === 'done' && view.status.statements === 'done';
	}
	const path = sidecarPath(text, world.settings.layer, corpus.file.layout);
	const bytes =
		path === undefined ? undefined : await corpus.files.read(uriOf(corpus.root, path)).catch(() => undefined);
	if (bytes === undefined) {
		return false;
	}
	const { status } = readSidecar(new TextDecoder().decode(bytes)).value.header;
	return status.entities === 'done' && status.statements === 'done';
}
