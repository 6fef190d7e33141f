import { filesBelow } from '../core/corpus/filesBelow.ts';
import { findRenamed, moveSidecar } from '../core/corpus/findRenamed.ts';
import { relativePath } from '../core/corpus/paths.ts';
import { sha256Hex } from '../core/text/hash.ts';
import { referenceText } from '../core/text/reference.ts';
import { decodeBytes } from '../decodeBytes.ts';
import type { Corpus } from './corpora.ts';
import type { World } from './world.ts';

export interface RenamedArticle {
	/** The name that the article had, from the corpus root. */
	readonly from: string;
	/** Gives its sidecar to the article; does nothing where it has one by now. */
	move(): Promise<void>;
}

/**
 * The name under which an article that has no decisions was annotated: where a sidecar of the same layer has lost its text, and was made
 * for this one, letter for letter. Never rejects: what cannot be looked at is not offered.
 */
export async function findRenamedFor(
	world: World,
	corpus: Corpus | undefined,
	uri: string,
	text: string,
): Promise<RenamedArticle | undefined> {
	const own = corpus && relativePath(corpus.root, uri);
	if (corpus === undefined || own === undefined || !corpus.exists || corpus.above || !corpus.takes(own)) {
		return undefined;
	}
	const { files, root } = corpus;
	const layer = JSON.stringify(world.settings.layer);
	try {
		const paths: string[] = [];
		for await (const path of filesBelow(files, root)) {
			paths.push(path);
		}
		const search = { files, root, paths, corpus: corpus.file, decode: decodeBytes };
		const sha256 = sha256Hex(referenceText(text).text);
		const takes = (stray: { readonly layer: unknown }): boolean => JSON.stringify(stray.layer) === layer;
		const [renamed] = await findRenamed({ ...search, only: { text: own, sha256, takes } });
		return (
			renamed && {
				from: renamed.stray.text,
				move: async () => {
					await moveSidecar(search, renamed).catch(error => {
						world.logger.log('error', 'A sidecar could not be moved', { uri, error: String(error) });
					});
				},
			}
		);
	} catch (error) {
		world.logger.log('warning', 'Sidecars of renamed articles could not be looked for', { uri, error: String(error) });
		return undefined;
	}
}
