import type { Annotations, Problem, Progress } from '../model.ts';
import { choiceField, countOf, fieldsOf, textField, wordsField, wrong } from './fields.ts';
import { type MapNode, valueAt } from './yamlNode.ts';

/** The version of the sidecar format that we write. */
export const sidecarVersion = 1;

/** What stands above the records. */
export interface Header {
	/** The text's path, from the corpus root. */
	readonly text?: string;
	/** Of the reference text in UTF-8; undefined where the records' places must be checked anew. */
	readonly sha256?: string;
	/** Code points of the reference text. */
	readonly length?: number;
	readonly status: Annotations['status'];
	readonly labels: Annotations['labels'];
	/** The scalars of `meta`; the file may hold more. */
	readonly meta: Readonly<Record<string, string>>;
}

export const emptyHeader: Header = { status: { entities: 'new', statements: 'new' }, labels: {}, meta: {} };

export interface HeaderReading {
	readonly header: Header;
	/** Absent where the key is missing; NaN where it is no whole number. */
	readonly version?: number;
}

/** Reads the top level of a sidecar. Values of a wrong type are problems and stay in the file as they are. */
export function readHeader(map: MapNode, problems: Problem[]): HeaderReading {
	const fields = fieldsOf(map, problems);
	const version = fields.byKey.get('isnad');
	const text = textField(fields, 'text');
	const sha256 = textField(fields, 'sha256');
	const length = fields.byKey.get('length');
	const count = length === undefined ? undefined : (countOf(length) ?? wrong(fields, 'length', length, '0, 1, 2 …'));
	return {
		...(version === undefined ? {} : { version: countOf(version) ?? Number.NaN }),
		header: {
			...(text === undefined ? {} : { text }),
			...(sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256) ? { sha256 } : {}),
			...(count === undefined ? {} : { length: count }),
			status: statusOf(map, problems),
			labels: wordsField(fields, 'labels') ?? {},
			meta: metaOf(map),
		},
	};
}

const progress: readonly Progress[] = ['new', 'draft', 'done'];

function statusOf(map: MapNode, problems: Problem[]): Annotations['status'] {
	const node = valueAt(map, 'status');
	if (node === undefined) {
		return emptyHeader.status;
	}
	if (node.kind !== 'map') {
		wrong(fieldsOf(map, problems), 'status', node, 'map');
		return emptyHeader.status;
	}
	const fields = fieldsOf(node, problems);
	return {
		entities: choiceField(fields, 'entities', progress) ?? 'new',
		statements: choiceField(fields, 'statements', progress) ?? 'new',
	};
}

function metaOf(map: MapNode): Readonly<Record<string, string>> {
	const node = valueAt(map, 'meta');
	const entries = node?.kind === 'map' ? node.entries : [];
	return Object.fromEntries(entries.flatMap(({ key, value }) => (value.kind === 'scalar' ? [[key, value.value]] : [])));
}
