import type { Span } from '../span.ts';

/**
 * A piece of YAML as plain data, whatever read it. Scalars are the text as written, never a number, date or truth value:
 * `exact: 2014` and `exact: no` are words. Spans are UTF-16 into the sidecar's source.
 */
export type YamlNode = ScalarNode | MapNode | SeqNode;

export interface ScalarNode extends Span {
	readonly kind: 'scalar';
	readonly value: string;
	/** Written without quotation marks; an empty plain scalar is "nothing here". */
	readonly plain: boolean;
}

export interface MapNode extends Span {
	readonly kind: 'map';
	readonly entries: readonly MapEntry[];
}

export interface MapEntry {
	readonly key: string;
	/** Of the key as written. */
	readonly at: Span;
	readonly value: YamlNode;
}

export interface SeqNode extends Span {
	readonly kind: 'seq';
	readonly items: readonly YamlNode[];
}

/** The first value under a key; undefined where it is missing or empty. */
export function valueAt(map: MapNode, key: string): YamlNode | undefined {
	const entry = map.entries.find(candidate => candidate.key === key);
	return entry === undefined || isNothing(entry.value) ? undefined : entry.value;
}

/** `key:` with nothing behind it, or a plain `null` or `~`. */
export function isNothing(node: YamlNode): boolean {
	return node.kind === 'scalar' && node.plain && (node.value === '' || node.value === '~' || node.value === 'null');
}

/** The first key that stands twice in one map, anywhere in the tree. */
export function duplicateKey(node: YamlNode): MapEntry | undefined {
	if (node.kind === 'scalar') {
		return undefined;
	}
	if (node.kind === 'seq') {
		return firstOf(node.items);
	}
	const seen = new Set<string>();
	for (const entry of node.entries) {
		if (seen.has(entry.key)) {
			return entry;
		}
		seen.add(entry.key);
	}
	return firstOf(node.entries.map(entry => entry.value));
}

function firstOf(nodes: readonly YamlNode[]): MapEntry | undefined {
	for (const node of nodes) {
		const found = node.kind === 'scalar' ? undefined : duplicateKey(node);
		if (found !== undefined) {
			return found;
		}
	}
	return undefined;
}
