import type { Problem } from '../model.ts';
import type { Span } from '../span.ts';
import { isNothing, type MapNode, type YamlNode } from './yamlNode.ts';

/**
 * Typed reading of one YAML map. Each value of a wrong type is one problem; a wrong or missing required value also makes the
 * map unusable (`broken`), a wrong optional value is left out and stays in the file as it is.
 */
export interface Fields {
	readonly map: MapNode;
	readonly problems: Problem[];
	broken: boolean;
	/** Required keys that are not there, told in one problem: its place among the problems. */
	readonly missing: { readonly keys: string[]; at?: number };
	readonly byKey: ReadonlyMap<string, YamlNode>;
}

/** A map made ready for typed reading; of duplicate keys the first counts, empty values are left out. */
export function fieldsOf(map: MapNode, problems: Problem[]): Fields {
	const byKey = new Map<string, YamlNode>();
	for (const { key, value } of map.entries) {
		if (!isNothing(value)) {
			byKey.set(key, value);
		}
	}
	return { map, problems, broken: false, missing: { keys: [] }, byKey };
}

/** An optional scalar as text. */
export function textField(fields: Fields, key: string): string | undefined {
	const node = fields.byKey.get(key);
	if (node === undefined) {
		return undefined;
	}
	return node.kind === 'scalar' ? node.value : wrong(fields, key, node, 'text');
}

export function requiredText(fields: Fields, key: string): string {
	if (!fields.byKey.has(key)) {
		return missing(fields, key) ?? '';
	}
	return required(fields, textField(fields, key)) ?? '';
}

/** An optional scalar that must be one of a few words. */
export function choiceField<T extends string>(fields: Fields, key: string, choices: readonly T[]): T | undefined {
	const node = fields.byKey.get(key);
	if (node === undefined) {
		return undefined;
	}
	const value = node.kind === 'scalar' ? choices.find(choice => choice === node.value) : undefined;
	return value ?? wrong(fields, key, node, choices.join(', '));
}

/** One of a few words; missing or another makes the map unusable, and the first stands in. */
export function requiredChoice<T extends string>(fields: Fields, key: string, choices: readonly [T, ...T[]]): T {
	if (!fields.byKey.has(key)) {
		missing(fields, key);
		return choices[0];
	}
	return required(fields, choiceField(fields, key, choices)) ?? choices[0];
}

export function flagField(fields: Fields, key: string): boolean | undefined {
	const word = choiceField(fields, key, ['true', 'false']);
	return word === undefined ? undefined : word === 'true';
}

/** 0 to 1. */
export function scoreField(fields: Fields, key: string): number | undefined {
	const node = fields.byKey.get(key);
	if (node === undefined) {
		return undefined;
	}
	const value = node.kind === 'scalar' && /^\d(\.\d{1,6})?$/.test(node.value) ? Number(node.value) : 2;
	return value <= 1 ? value : wrong(fields, key, node, '0 to 1');
}

/** Two whole numbers, the second not below the first. */
export function spanField(fields: Fields, key: string): Span | undefined {
	const node = fields.byKey.get(key);
	if (node === undefined) {
		return undefined;
	}
	const [start, end, more] = node.kind === 'seq' ? node.items.map(countOf) : [];
	if (
		start === undefined ||
		end === undefined ||
		more !== undefined ||
		end < start ||
		(node.kind === 'seq' && node.items.length !== 2)
	) {
		return wrong(fields, key, node, '[start, end]', 'sidecar-span-invalid');
	}
	return { start, end };
}

/** A map whose values are all scalars. */
export function wordsField(fields: Fields, key: string): Readonly<Record<string, string>> | undefined {
	const node = fields.byKey.get(key);
	if (node === undefined) {
		return undefined;
	}
	if (node.kind !== 'map') {
		return wrong(fields, key, node, 'map');
	}
	const odd = node.entries.find(entry => entry.value.kind !== 'scalar');
	if (odd !== undefined) {
		return wrong(fields, `${key}.${odd.key}`, odd.value, 'text');
	}
	// fromEntries defines own properties, so that a key such as __proto__ is only a key.
	return Object.fromEntries(
		node.entries.map(({ key: name, value }) => [name, value.kind === 'scalar' ? value.value : '']),
	);
}

/** A whole number of at most nine digits. */
export function countOf(node: YamlNode): number | undefined {
	return node.kind === 'scalar' && /^\d{1,9}$/.test(node.value) ? Number(node.value) : undefined;
}

/** Reports a required key that is not there, together with others of the map; the map cannot be used. */
export function missing(fields: Fields, key: string): undefined {
	const { start } = fields.map;
	fields.broken = true;
	fields.missing.keys.push(key);
	const at = fields.missing.at ?? fields.problems.length;
	fields.missing.at = at;
	fields.problems[at] = {
		code: 'sidecar-missing-key',
		severity: 'error',
		span: { start, end: start + 1 },
		values: { key: fields.missing.keys.join(', ') },
	};
	return undefined;
}

/** Reports a value that is not of the expected form; answers undefined, so that a reader can return it. */
export function wrong(
	fields: Fields,
	key: string,
	node: YamlNode,
	expected: string,
	code = 'sidecar-wrong-type',
): undefined {
	report(fields, code, { start: node.start, end: Math.max(node.end, node.start + 1) }, { key, expected });
	return undefined;
}

export function required<T>(fields: Fields, value: T | undefined): T | undefined {
	fields.broken ||= value === undefined;
	return value;
}

function report(fields: Fields, code: string, span: Span, values: Readonly<Record<string, string>>): void {
	fields.problems.push({ code, severity: 'error', span, values });
}
