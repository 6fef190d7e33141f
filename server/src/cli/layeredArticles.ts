import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCorpusFile } from '../core/corpus/corpusFile.ts';
import { globMatcher } from '../core/corpus/globs.ts';
import { corpusPath, textPath } from '../core/corpus/paths.ts';
import type { Annotations } from '../core/model.ts';
import { openSidecar } from '../core/sidecar/session.ts';
import { decodeText } from '../core/text/decode.ts';
import { decodeBytes } from '../decodeBytes.ts';
import { orUsage, readText } from './readOrRefuse.ts';

/** An article with the sidecars it has. */
export interface LayeredArticle {
	/** Its path from the corpus root. */
	readonly name: string;
	readonly text: string;
	/** By the layer, `common`, `gold` or `by/NAME`: its decisions, placed in the text when asked for. */
	readonly layers: ReadonlyMap<string, () => Annotations>;
}

/**
 * The articles of a corpus with all their layers, in code-unit order of their paths; those without a sidecar, and those that
 * cannot be decoded, are left out. A UsageError says what cannot be read.
 */
export async function* layeredArticles(root: string): AsyncGenerator<LayeredArticle, void> {
	const paths = (await orUsage(root, () => readdir(root, { recursive: true }))).map(path => path.replaceAll('\\', '/'));
	const { include, layout, encoding } = readCorpusFile(await readText(join(root, corpusPath))).value;
	const sidecars = new Map<string, Map<string, string>>();
	for (const path of paths.toSorted()) {
		const found = textPath(path, layout);
		if (found === undefined) continue;
		const layers = sidecars.get(found.text) ?? new Map<string, string>();
		sidecars.set(
			found.text,
			layers.set(typeof found.layer === 'string' ? found.layer : `by/${found.layer.annotator}`, path),
		);
	}
	const takes = globMatcher(include);
	for (const name of paths.filter(path => takes(path) && !path.startsWith('annotations/')).sort()) {
		const own = sidecars.get(name);
		if (own === undefined) continue;
		const bytes = await orUsage(join(root, name), () => readFile(join(root, name)));
		const { value: text, problems } = decodeText(bytes, decodeBytes, encoding);
		if (problems.length > 0) continue;
		const layers = new Map<string, () => Annotations>();
		for (const [layer, path] of own) {
			const source = await readText(join(root, path));
			layers.set(layer, () => openSidecar(text, source).annotations);
		}
		yield { name, text, layers };
	}
}
