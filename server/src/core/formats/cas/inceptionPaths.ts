import type { Layer } from '../../corpus/paths.ts';
import { textPathOf, withoutEnding } from '../textPath.ts';

const endings = ['.tsv', '.xmi', '.json'];

/** Where in an unpacked INCEpTION or WebAnno project a file stands: `annotation/DOCUMENT/USER.tsv`, `curation/DOCUMENT/CURATION_USER.tsv`. */
function placeOf(
	path: string,
): { readonly folder: string; readonly kind: string; readonly document: string; readonly user: string } | undefined {
	const found = /^(.*\/)?(annotation|curation)\/([^/]+)\/([^/]+)$/.exec(path);
	return found === null
		? undefined
		: {
				folder: found[1] ?? '',
				kind: found[2] ?? '',
				document: found[3] ?? '',
				user: withoutEnding(found[4] ?? '', endings),
			};
}

/** Whether a file is somebody's work: not the document as it came in, not the project's own data. */
export function isWork(path: string): boolean {
	const place = placeOf(path);
	return place === undefined
		? !/(^|\/)(exportedproject|.*\.settings|source|annotation_ser|curation_ser)(\/|\.json|$)/.test(path)
		: place.user !== 'INITIAL_CAS';
}

/** The path of the text that a file annotates. */
export function annotatedText(path: string): string {
	const place = placeOf(path);
	return place === undefined
		? textPathOf(withoutEnding(path, endings), 'document')
		: textPathOf(place.document, 'document');
}

/** Files that may have the text itself, the likeliest first. */
export function textCandidates(path: string): readonly string[] {
	const place = placeOf(path);
	return place === undefined
		? [`${withoutEnding(path, endings)}.txt`, withoutEnding(path, endings)]
		: [`${place.folder}source/${place.document}`];
}

/** Whose a file is: the curation is gold; of annotators each has a layer, but the only one has the common one. */
export function inceptionLayer(path: string, all: readonly string[]): Layer {
	const place = placeOf(path);
	if (place === undefined) return 'common';
	if (place.kind === 'curation') return 'gold';
	const others = all.map(placeOf).filter(other => other !== undefined && other.user !== 'INITIAL_CAS');
	const alone = others.every(other => other?.kind === 'annotation' && other.user === place.user);
	const annotator =
		place.user
			.replace(/[^\p{L}\p{N}._-]/gu, '_')
			.replace(/^[._-]+/, '')
			.slice(0, 60) || 'annotator';
	return alone ? 'common' : { annotator };
}
