import type { Annotations, Problem } from '../model.ts';
import { emptyFile } from '../sidecar/readSidecar.ts';
import { openSidecar, sidecarSource } from '../sidecar/session.ts';
import type { Imported } from './format.ts';
import { fromGraph } from './fromGraph.ts';
import { mergeImport } from './mergeImport.ts';

export interface ImportedArticle {
	/** Of the sidecar; undefined where nothing is to be written. */
	readonly source: string | undefined;
	readonly added: number;
	/** Records that were decided before. */
	readonly known: number;
	readonly problems: readonly Problem[];
}

/** The sidecar of an article with what was imported. `before` is its source as it stands; what is decided there stays as it is. */
export function importArticle({ path, text, graph }: Imported, before: string | undefined): ImportedArticle {
	const { annotations: imported, problems } = fromGraph(text, graph);
	const opened = openSidecar(text, before);
	if (opened.file.readOnly !== undefined) {
		const values = { reason: opened.file.readOnly };
		return {
			source: undefined,
			added: 0,
			known: 0,
			problems: [...problems, { code: 'import-read-only', severity: 'error', values }],
		};
	}
	const merged = mergeImport(opened.annotations, imported);
	const nothing = before === undefined && isEmpty(merged.annotations);
	const file = before === undefined ? emptyFile : opened.file;
	const source = nothing ? undefined : sidecarSource(text, merged.annotations, file, path);
	return {
		source:
			source === before ||
			(merged.added === 0 && before !== undefined && isSameHead(opened.annotations, merged.annotations))
				? undefined
				: source,
		added: merged.added,
		known: merged.known,
		problems: [...problems, ...merged.problems],
	};
}

function isEmpty({ records, labels }: Annotations): boolean {
	return records.length === 0 && Object.keys(labels).length === 0;
}

function isSameHead(a: Annotations, b: Annotations): boolean {
	return (
		a.status.entities === b.status.entities &&
		a.status.statements === b.status.statements &&
		Object.keys(a.labels).length === Object.keys(b.labels).length
	);
}
