import { readSidecar } from '../sidecar/readSidecar.ts';
import { writeSidecar } from '../sidecar/writeSidecar.ts';
import type { CorpusFile } from './corpusFile.ts';
import { type Layer, sidecarPath, textPath } from './paths.ts';

/** A sidecar whose text is not there: it was renamed, moved or removed. Paths are from the corpus root. */
export interface Stray {
	readonly sidecar: string;
	readonly text: string;
	readonly layer: Layer;
}

/** The sidecars among the files of a corpus whose texts are not among them, in the order of the files. */
export function straySidecars(paths: readonly string[], layout: CorpusFile['layout']): readonly Stray[] {
	const all = new Set(paths);
	return paths.flatMap(sidecar => {
		const found = textPath(sidecar, layout);
		return found === undefined || all.has(found.text) ? [] : [{ sidecar, ...found }];
	});
}

/** A stray with the text it belongs to. */
export interface Renamed {
	readonly stray: Stray;
	readonly text: string;
	/** Where the sidecar belongs now. */
	readonly sidecar: string;
}

/** What is known of the files of a corpus: the texts' hashes (of the reference text), and the sources of stray sidecars. */
export interface KnownTexts {
	readonly paths: readonly string[];
	readonly layout: CorpusFile['layout'];
	readonly hashes: ReadonlyMap<string, string>;
	readonly sources: ReadonlyMap<Stray, string>;
}

/**
 * Which strays belong to which texts: to the one text that has the hash they were made for, letter for letter, and no sidecar in
 * that layer yet. Of several such texts, or several such sidecars for one, none is chosen.
 */
export function renamedTexts({ paths, layout, hashes, sources }: KnownTexts): readonly Renamed[] {
	const taken = new Set(paths);
	const byHash = new Map<string, string[]>();
	for (const [text, hash] of hashes) {
		byHash.set(hash, [...(byHash.get(hash) ?? []), text]);
	}
	const found: Renamed[] = [];
	for (const [stray, source] of sources) {
		const { header, readOnly } = readSidecar(source).value;
		const fitting = (byHash.get(header.sha256 ?? '') ?? []).flatMap(text => {
			const sidecar = sidecarPath(text, stray.layer, layout);
			return sidecar === undefined || taken.has(sidecar) || readOnly !== undefined ? [] : [{ stray, text, sidecar }];
		});
		found.push(...(fitting.length === 1 ? fitting : []));
	}
	return found.filter(one => found.every(other => other === one || other.sidecar !== one.sidecar));
}

/** A stray's source for its text's new name. */
export function renamedSource(source: string, text: string): string {
	const { value: file } = readSidecar(source);
	const records = file.blocks.flatMap(({ record }) => (record === undefined ? [] : [record]));
	return writeSidecar(file, { header: { ...file.header, text }, records });
}
