import type { CorpusFile } from './corpusFile.ts';

/** Whose decisions: the common ones, one annotator's, or the adjudicated. */
export type Layer = 'common' | 'gold' | { readonly annotator: string };

/** How a layer is called in requests and settings: `common`, `gold`, or the annotator's name. */
export function layerName(layer: Layer): string {
	return typeof layer === 'string' ? layer : layer.annotator;
}

/** The layer of that name. */
export function layerNamed(name: string): Layer {
	return name === 'common' || name === 'gold' ? name : { annotator: name };
}

export const corpusPath = 'annotations/corpus.yaml';
export const registerPath = 'annotations/entities.yaml';
export const schemePath = 'annotations/scheme.yaml';

/** Where decisions wait while they cannot be saved. */
export function journalPath(sidecar: string): string {
	return `annotations/.isnad/${sidecar}.journal`;
}

/** Where a version of a sidecar is kept that a save took much out of; `version` tells versions apart. */
export function backupPath(sidecar: string, version: string): string {
	return `annotations/.isnad/backup/${sidecar}.${version}`;
}

/**
 * Path of a text's sidecar from the corpus root. Undefined for a text path that is not plain (see `isPlain`), and for one whose
 * sidecar's place has another meaning: texts below `annotations/` where sidecars are adjacent, and where they are mirrored texts
 * in a folder `gold`, `by` or `.isnad` at the root, or called `corpus`, `entities` or `scheme` there. Else `textPath` reads it back.
 */
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
	if (layout === 'adjacent') {
		return hasFirst(text, ['annotations']) ? undefined : `${text}.yaml`;
	}
	const path = `annotations/${text}.yaml`;
	return isTaken(path) ? undefined : path;
}

/** The text that a sidecar's path belongs to, with its layer; undefined for any other file. */
export function textPath(
	sidecar: string,
	layout: CorpusFile['layout'],
): { readonly text: string; readonly layer: Layer } | undefined {
	const bare = isPlain(sidecar) && sidecar.endsWith('.yaml') ? sidecar.slice(0, -'.yaml'.length) : undefined;
	const found = bare === undefined ? undefined : layered(bare, layout);
	return found !== undefined && sidecarPath(found.text, found.layer, layout) === sidecar ? found : undefined;
}

function layered(
	bare: string,
	layout: CorpusFile['layout'],
): { readonly text: string; readonly layer: Layer } | undefined {
	const gold = after(bare, 'annotations/gold/');
	if (gold !== undefined) {
		return { text: gold, layer: 'gold' };
	}
	const own = after(bare, 'annotations/by/');
	if (own !== undefined) {
		const cut = own.indexOf('/');
		return cut < 0 ? undefined : { text: own.slice(cut + 1), layer: { annotator: own.slice(0, cut) } };
	}
	const text = layout === 'adjacent' ? bare : after(bare, 'annotations/');
	return text === undefined ? undefined : { text, layer: 'common' };
}

/** Case does not count, since it does not on every disk. */
function isTaken(path: string): boolean {
	const name = path.toLowerCase();
	return (
		name === corpusPath ||
		name === registerPath ||
		name === schemePath ||
		hasFirst(path.slice('annotations/'.length), ['gold', 'by', '.isnad'])
	);
}

function hasFirst(path: string, folders: readonly string[]): boolean {
	const cut = path.indexOf('/');
	return cut >= 0 && folders.includes(path.slice(0, cut).toLowerCase());
}

/**
 * A relative path that cannot lead out of its folder on any system: no empty names, none of dots and blanks alone, no
 * backslashes, drive letters, controls or lone surrogates.
 */
export function isPlain(path: string): boolean {
	return (
		!/[\\\p{Cc}\p{Cs}]|^[A-Za-z]:/u.test(path) && path.split('/').every(name => name !== '' && !/^[. ]+$/.test(name))
	);
}

/**
 * A uri's path below a root uri, decoded and otherwise letter for letter; undefined where it is not below it, is not plain or
 * cannot be decoded. Clients escape differently, so the uris are compared decoded, and drive letters without case.
 */
export function relativePath(root: string, uri: string): string | undefined {
	const base = namesOf(root.endsWith('/') ? root.slice(0, -1) : root);
	const names = namesOf(uri);
	if (base === undefined || names === undefined || base.some((name, index) => name !== names[index])) {
		return undefined;
	}
	const path = names.slice(base.length);
	// An escaped slash would be part of a name here and a border of names elsewhere.
	return path.some(name => name.includes('/')) || !isPlain(path.join('/')) ? undefined : path.join('/');
}

function namesOf(uri: string): readonly string[] | undefined {
	if (/[?#]/.test(uri)) {
		return undefined;
	}
	try {
		const names = uri.split('/').map(name => decodeURIComponent(name));
		// Of file:///C:/ the fourth piece is the drive.
		return names.map((name, index) => (index === 3 && /^[A-Z]:$/.test(name) ? name.toLowerCase() : name));
	} catch {
		return undefined;
	}
}

/** The uri of a plain path below a root uri, escaped as VS Code does. */
export function uriOf(root: string, path: string): string {
	const names = path
		.replace(/\p{Cs}/gu, '\ufffd')
		.split('/')
		.map(escaped);
	return `${root.endsWith('/') ? root.slice(0, -1) : root}/${names.join('/')}`;
}

function escaped(name: string): string {
	return encodeURIComponent(name).replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function after(text: string, start: string): string | undefined {
	return text.startsWith(start) ? text.slice(start.length) : undefined;
}
