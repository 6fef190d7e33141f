import type { CorpusFile } from './corpusFile.ts';

/** Whose decisions: the common ones, one annotator's, or the adjudicated. */
export type Layer = 'common' | 'gold' | { readonly annotator: string };

export const corpusPath = 'annotations/corpus.yaml';
export const registerPath = 'annotations/entities.yaml';
export const schemePath = 'annotations/scheme.yaml';

/** Where decisions wait while they cannot be saved. */
export function journalPath(sidecar: string): string {
	return `annotations/.isnad/${sidecar}.journal`;
}

/** Path of a text's sidecar from the corpus root; undefined for a text path that is not plain (see `isPlain`). */
export function sidecarPath(text: string, layer: Layer, layout: CorpusFile['layout']): string | undefined {
	if (!isPlain(text)) {
		return undefined;
	}
	if (layer === 'gold') {
		return `annotations/gold/${text}.yaml`;
	}
	if (layer !== 'common') {
		return isPlain(layer.annotator) && !layer.annotator.includes('/')
			? `annotations/by/${layer.annotator}/${text}.yaml`
			: undefined;
	}
	return layout === 'adjacent' ? `${text}.yaml` : `annotations/${text}.yaml`;
}

/** The text that a sidecar's path belongs to, with its layer; undefined for any other file. */
export function textPath(
	sidecar: string,
	layout: CorpusFile['layout'],
): { readonly text: string; readonly layer: Layer } | undefined {
	if (!isPlain(sidecar) || !sidecar.endsWith('.yaml') || settled.has(sidecar)) {
		return undefined;
	}
	const bare = sidecar.slice(0, -'.yaml'.length);
	const rest = after(bare, 'annotations/');
	if (rest === undefined) {
		return layout === 'adjacent' ? { text: bare, layer: 'common' } : undefined;
	}
	const gold = after(rest, 'gold/');
	if (gold !== undefined) {
		return { text: gold, layer: 'gold' };
	}
	const own = after(rest, 'by/');
	if (own !== undefined) {
		const cut = own.indexOf('/');
		return cut > 0 ? { text: own.slice(cut + 1), layer: { annotator: own.slice(0, cut) } } : undefined;
	}
	return layout === 'mirrored' && !rest.startsWith('.isnad/') ? { text: rest, layer: 'common' } : undefined;
}

const settled = new Set([corpusPath, registerPath, schemePath]);

/** A relative path that means the same place on every system: no empty, dot or dot-dot names, backslashes, drive letters or controls. */
export function isPlain(path: string): boolean {
	return (
		path !== '' &&
		!/[\\\p{Cc}]|^[A-Za-z]:/u.test(path) &&
		path.split('/').every(name => name !== '' && name !== '.' && name !== '..')
	);
}

/** A uri's path below a root uri, decoded; undefined where it is not below it or cannot be decoded. */
export function relativePath(root: string, uri: string): string | undefined {
	const rest = after(uri, root.endsWith('/') ? root : `${root}/`);
	if (rest === undefined) {
		return undefined;
	}
	try {
		const path = rest.split('/').map(decodeURIComponent).join('/');
		return isPlain(path) ? path : undefined;
	} catch {
		return undefined;
	}
}

/** The uri of a plain path below a root uri. */
export function uriOf(root: string, path: string): string {
	return `${root.endsWith('/') ? root.slice(0, -1) : root}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function after(text: string, start: string): string | undefined {
	return text.startsWith(start) ? text.slice(start.length) : undefined;
}
