import type { Anchor, AnnotationRecord, Problem } from '../model.ts';
import {
	choiceField,
	type Fields,
	fieldsOf,
	flagField,
	missing,
	required,
	requiredChoice,
	requiredText,
	scoreField,
	spanField,
	textField,
	wordsField,
	wrong,
} from './fields.ts';
import type { StoredRecord } from './stored.ts';
import type { MapNode, YamlNode } from './yamlNode.ts';

/** Reads one record. Undefined where it cannot be used at all; then `problems` says why. Unknown keys are no problem. */
export function readRecord(node: YamlNode, problems: Problem[]): StoredRecord | undefined {
	if (node.kind !== 'map') {
		const span = { start: node.start, end: Math.max(node.end, node.start + 1) };
		problems.push({ code: 'sidecar-wrong-type', severity: 'error', span, values: { key: 'records', expected: 'map' } });
		return undefined;
	}
	return recordOf(node, problems, 0);
}

const kinds = ['entity', 'statement', 'relation', 'region'] as const;
const states = ['confirmed', 'rejected', 'orphan'] as const;
const origins = ['manual', 'model', 'rule', 'import'] as const;
const types = ['direct', 'indirect', 'mixed', 'reported'] as const;

function recordOf(map: MapNode, problems: Problem[], depth: number): AnnotationRecord | undefined {
	const fields = fieldsOf(map, problems);
	const kind = requiredChoice(fields, 'kind', kinds);
	if (fields.broken) {
		return undefined;
	}
	const record = readKind(fields, kind, baseOf(fields, kind, depth));
	return fields.broken ? undefined : record;
}

function readKind(fields: Fields, kind: AnnotationRecord['kind'], base: Base): AnnotationRecord | undefined {
	switch (kind) {
		case 'entity': {
			const label = requiredText(fields, 'label');
			const at = anchorOf(fields);
			return at && { ...base, kind, label, at, ...texts(fields, ['form', 'entity', 'value']) };
		}
		case 'statement': {
			const type = requiredChoice(fields, 'type', types);
			const content = contentOf(fields);
			return (
				content && {
					...base,
					kind,
					type,
					content,
					...parts(fields),
					...texts(fields, ['speakerEntity', 'speakerName', 'relayOf', 'nestedIn']),
				}
			);
		}
		case 'relation':
			return {
				...base,
				kind,
				type: requiredText(fields, 'type'),
				source: requiredText(fields, 'from'),
				target: requiredText(fields, 'to'),
			};
		case 'region': {
			const region = requiredChoice(fields, 'region', ['boilerplate', 'scare'] as const);
			const at = anchorOf(fields);
			return at && { ...base, kind, region, at, ...texts(fields, ['what']) };
		}
	}
}

type Base = Pick<
	AnnotationRecord,
	| 'id'
	| 'state'
	| 'was'
	| 'from'
	| 'review'
	| 'score'
	| 'comment'
	| 'flag'
	| 'moved'
	| 'by'
	| 'attributes'
	| 'alternatives'
>;

function baseOf(fields: Fields, kind: AnnotationRecord['kind'], depth: number): Base {
	const id = requiredText(fields, 'id');
	if (id !== '' && !/^[\w-]{1,64}$/.test(id)) {
		fields.broken = true;
		wrong(fields, 'id', fields.byKey.get('id') ?? fields.map, 'letters and digits');
	}
	return {
		id,
		state: fields.byKey.has('state') ? requiredChoice(fields, 'state', states) : 'confirmed',
		...optional('was', choiceField(fields, 'was', ['confirmed', 'rejected'] as const)),
		// A relation's `from` is one of its ends.
		...optional('from', choiceField(fields, kind === 'relation' ? 'origin' : 'from', origins)),
		...optional('review', choiceField(fields, 'review', ['single', 'bulk', 'edited'] as const)),
		...optional('score', scoreField(fields, 'score')),
		...optional('comment', textField(fields, 'comment')),
		...optional('flag', flagField(fields, 'flag')),
		...optional('moved', flagField(fields, 'moved')),
		...optional('by', textField(fields, 'by')),
		...optional('attributes', wordsField(fields, 'attributes')),
		...(depth === 0 ? optional('alternatives', alternativesOf(fields)) : {}),
	};
}

function optional<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
	return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T };
}

function texts<K extends string>(fields: Fields, keys: readonly K[]): { readonly [P in K]?: string } {
	const found: [string, string][] = [];
	for (const key of keys) {
		const value = textField(fields, key);
		if (value !== undefined) {
			found.push([key, value]);
		}
	}
	return Object.fromEntries(found) as { readonly [P in K]?: string };
}

/** The anchor whose keys stand in this map. A missing `exact` is empty: then only the text's hash vouches for the place. */
function anchorOf(fields: Fields): Anchor | undefined {
	const span = fields.byKey.has('span') ? required(fields, spanField(fields, 'span')) : missing(fields, 'span');
	const exact = fields.byKey.has('exact') ? required(fields, textField(fields, 'exact')) : '';
	return span === undefined || exact === undefined
		? undefined
		: { span, exact, ...texts(fields, ['prefix', 'suffix']) };
}

function contentOf(fields: Fields): readonly Anchor[] | undefined {
	const node = fields.byKey.get('content');
	if (node === undefined) {
		return missing(fields, 'content');
	}
	if (node.kind !== 'seq' || node.items.length === 0) {
		return required(fields, wrong(fields, 'content', node, 'list'));
	}
	const anchors: Anchor[] = [];
	for (const item of node.items) {
		const anchor = nestedAnchor(fields, 'content', item);
		if (anchor === undefined) {
			return required(fields, undefined);
		}
		anchors.push(anchor);
	}
	return anchors;
}

function parts(fields: Fields): { readonly [P in 'cue' | 'speaker' | 'via' | 'addressee']?: Anchor } {
	const found: [string, Anchor][] = [];
	for (const key of ['cue', 'speaker', 'via', 'addressee']) {
		const node = fields.byKey.get(key);
		const anchor = node === undefined ? undefined : nestedAnchor(fields, key, node);
		if (anchor !== undefined) {
			found.push([key, anchor]);
		}
	}
	return Object.fromEntries(found);
}

function nestedAnchor(fields: Fields, key: string, node: YamlNode): Anchor | undefined {
	return node.kind === 'map' ? anchorOf(fieldsOf(node, fields.problems)) : wrong(fields, key, node, 'map');
}

/** All or none: where one is wrong the list stays in the file as it is. */
function alternativesOf(fields: Fields): readonly AnnotationRecord[] | undefined {
	const node = fields.byKey.get('alternatives');
	if (node === undefined) {
		return undefined;
	}
	if (node.kind !== 'seq') {
		return wrong(fields, 'alternatives', node, 'list');
	}
	const records: AnnotationRecord[] = [];
	for (const item of node.items) {
		const record =
			item.kind === 'map' ? recordOf(item, fields.problems, 1) : wrong(fields, 'alternatives', item, 'map');
		if (record === undefined) {
			return undefined;
		}
		records.push(record);
	}
	return records;
}
