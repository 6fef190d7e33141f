import { readTable } from '../corpus/readTable.ts';
import type { Problem, Result, StatementType } from '../model.ts';
import { type Fields, fieldsOf, requiredText, textField, wrong } from '../sidecar/fields.ts';
import type { MapNode, YamlNode } from '../sidecar/yamlNode.ts';
import { readColor } from './color.ts';
import type { Bilingual, Scheme, SchemeLabel, SchemeRelation, SchemeValues } from './scheme.ts';

/** Drawn where a scheme gives no usable colour. */
const plainColor = '#888e96';

/** Reads a scheme file. What cannot be used is left out with a problem; spans are UTF-16 into `source`. Never throws. */
export function readScheme(source: string): Result<Scheme | undefined> {
	const { value: map, problems: found } = readTable(source);
	const problems: Problem[] = [...found];
	return { value: map === undefined ? undefined : schemeOf(map, problems), problems };
}

/** A scheme out of its top-level map. */
export function schemeOf(map: MapNode, problems: Problem[]): Scheme {
	const fields = fieldsOf(map, problems);
	const name = textField(fields, 'name') ?? 'scheme';
	const keys = new Set<string>();
	const labels = new Set<string>();
	const entities = maps(fields, 'entities').flatMap(node =>
		labelOf(node, { idKey: 'label', problems, taken: labels, keys }),
	);
	const statements = statementsOf(fields, problems, keys);
	return {
		name,
		title: bilingual(fields, 'title') ?? { en: name, ar: name },
		entities,
		...(statements === undefined ? {} : { statements }),
		attributes: maps(fields, 'attributes').flatMap(node => valuesOf(node, problems)),
		relations: maps(fields, 'relations').flatMap(node => relationOf(node, labels, problems)),
		documentLabels: maps(fields, 'documentLabels').flatMap(node => valuesOf(node, problems)),
	};
}

/** What a sidecar can say of a statement. A scheme chooses among them, words and colours them. */
const statementTypes: readonly StatementType[] = ['direct', 'indirect', 'mixed', 'reported'];

function statementsOf(fields: Fields, problems: Problem[], keys: Set<string>): Scheme['statements'] | undefined {
	const node = fields.byKey.get('statements');
	if (node === undefined) {
		return undefined;
	}
	if (node.kind !== 'map') {
		return wrong(fields, 'statements', node, 'map');
	}
	const own = fieldsOf(node, problems);
	const color = colorOf(own);
	const key = keyOf(own, keys);
	// Types are picked while a statement is at hand, so their keys may repeat those of labels.
	const kind: LabelKind = {
		idKey: 'type',
		allowed: statementTypes,
		problems,
		taken: new Set(),
		keys: new Set(),
		color,
	};
	return {
		name: bilingual(own, 'name') ?? { en: 'Statement', ar: 'قول' },
		color,
		...(key === undefined ? {} : { key }),
		types: maps(own, 'types').flatMap(type => labelOf(type, kind)),
	};
}

interface LabelKind {
	/** The key under which a label has its name. */
	readonly idKey: 'label' | 'type';
	/** Names there can be; absent where the scheme invents them. */
	readonly allowed?: readonly string[];
	readonly problems: Problem[];
	/** Names and keys of the labels read so far. */
	readonly taken: Set<string>;
	readonly keys: Set<string>;
	/** Of labels without a colour of their own. */
	readonly color?: string;
}

/** The label as a list of one; of none where it cannot be used. */
function labelOf(map: MapNode, { idKey, allowed, problems, taken, keys, color }: LabelKind): readonly SchemeLabel[] {
	const fields = fieldsOf(map, problems);
	const label = requiredText(fields, idKey);
	const node = fields.byKey.get(idKey);
	if (fields.broken || node === undefined) {
		return [];
	}
	if (allowed?.includes(label) === false) {
		return wrong(fields, idKey, node, allowed.join(', ')) ?? [];
	}
	if (!/^[A-Za-z][\w.-]{0,63}$/.test(label)) {
		return wrong(fields, idKey, node, 'A-Z a-z 0-9 . _ -', 'scheme-label-form') ?? [];
	}
	if (taken.has(label)) {
		const span = { start: node.start, end: node.end };
		problems.push({ code: 'scheme-duplicate-label', severity: 'error', span, values: { key: idKey, label } });
		return [];
	}
	taken.add(label);
	const description = bilingual(fields, 'description');
	const key = keyOf(fields, keys);
	return [
		{
			label,
			name: bilingual(fields, 'name') ?? { en: label, ar: label },
			...(description === undefined ? {} : { description }),
			color: fields.byKey.has('color') || color === undefined ? colorOf(fields) : color,
			...(key === undefined ? {} : { key }),
		},
	];
}

function colorOf(fields: Fields): string {
	const node = fields.byKey.get('color');
	const color = node?.kind === 'scalar' ? readColor(node.value) : undefined;
	if (color === undefined && node !== undefined) {
		wrong(fields, 'color', node, '#rrggbb', 'scheme-color');
	}
	return color ?? plainColor;
}

function keyOf(fields: Fields, taken: Set<string>): string | undefined {
	const node = fields.byKey.get('key');
	if (node === undefined) {
		return undefined;
	}
	const key = node.kind === 'scalar' ? node.value.toLowerCase() : '';
	if (!/^[a-z0-9]$/.test(key)) {
		return wrong(fields, 'key', node, 'a-z, 0-9', 'scheme-key-form');
	}
	if (taken.has(key)) {
		return wrong(fields, 'key', node, 'another key', 'scheme-key-taken');
	}
	taken.add(key);
	return key;
}

function valuesOf(map: MapNode, problems: Problem[]): SchemeValues[] {
	const fields = fieldsOf(map, problems);
	const name = requiredText(fields, 'name');
	const on = textField(fields, 'on');
	const values = nodes(fields, 'values').flatMap(node => {
		if (node.kind === 'scalar') {
			return [{ value: node.value, name: { en: node.value, ar: node.value } }];
		}
		if (node.kind !== 'map') {
			wrong(fields, 'values', node, 'text');
			return [];
		}
		const own = fieldsOf(node, problems);
		const value = requiredText(own, 'value');
		return own.broken ? [] : [{ value, name: bilingual(own, 'name') ?? { en: value, ar: value } }];
	});
	return fields.broken
		? []
		: [
				{
					name,
					title: bilingual(fields, 'title') ?? { en: name, ar: name },
					...(on === undefined ? {} : { on }),
					values,
				},
			];
}

function relationOf(map: MapNode, labels: ReadonlySet<string>, problems: Problem[]): SchemeRelation[] {
	const fields = fieldsOf(map, problems);
	const type = requiredText(fields, 'type');
	const ends = (key: string): string[] =>
		nodes(fields, key).flatMap(node => {
			if (node.kind === 'scalar' && labels.has(node.value)) {
				return [node.value];
			}
			wrong(fields, key, node, [...labels].join(', '), 'scheme-relation-label');
			return [];
		});
	const from = ends('from');
	const to = ends('to');
	return fields.broken ? [] : [{ type, name: bilingual(fields, 'name') ?? { en: type, ar: type }, from, to }];
}

function bilingual(fields: Fields, key: string): Bilingual | undefined {
	const node = fields.byKey.get(key);
	if (node === undefined) {
		return undefined;
	}
	if (node.kind === 'scalar') {
		return { en: node.value, ar: node.value };
	}
	const words = node.kind === 'map' ? fieldsOf(node, fields.problems) : undefined;
	const en = words === undefined ? undefined : textField(words, 'en');
	const ar = words === undefined ? undefined : textField(words, 'ar');
	const either = en ?? ar;
	return either === undefined ? wrong(fields, key, node, 'en, ar') : { en: en ?? either, ar: ar ?? either };
}

function nodes(fields: Fields, key: string): readonly YamlNode[] {
	const node = fields.byKey.get(key);
	if (node === undefined) {
		return [];
	}
	return node.kind === 'seq' ? node.items : (wrong(fields, key, node, 'list') ?? []);
}

function maps(fields: Fields, key: string): MapNode[] {
	return nodes(fields, key).flatMap(node => (node.kind === 'map' ? [node] : (wrong(fields, key, node, 'map') ?? [])));
}
