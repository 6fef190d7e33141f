import type { Problem, Result } from '../model.ts';
import { readLines } from '../sidecar/lineReader.ts';
import { duplicateKey, type MapNode, type YamlNode } from '../sidecar/yamlNode.ts';
import { readYaml, type YamlReading } from '../sidecar/yamlReader.ts';

/** UTF-16 units of a corpus file, scheme or register, in the plain form that we write and in any other; what is larger is not read. */
const maxPlain = 8 * 1024 * 1024;
const maxSource = 1024 * 1024;

/**
 * The top-level map of a YAML file that a user wrote. Undefined, with one problem, for anything else; undefined without one for an
 * empty file. Of a key that stands twice in one map, anywhere, the first counts.
 */
export function readTable(source: string): Result<MapNode | undefined> {
	const refused = (code: string, start = 0, end = Math.min(1, source.length)): Result<undefined> => ({
		value: undefined,
		problems: [{ code, severity: 'error', span: { start, end } }],
	});
	const whole = { start: 0, end: source.length };
	const plain = source.length > maxPlain ? undefined : readLines(source, whole);
	if (plain === undefined && source.length > maxSource) {
		return refused('yaml-too-large');
	}
	const reading: YamlReading = plain === undefined ? readYaml(source, whole) : { node: plain };
	if (reading.problem !== undefined) {
		return { value: undefined, problems: [reading.problem] };
	}
	const { node } = reading;
	if (node === undefined) {
		return refused('yaml-too-deep');
	}
	if (node.kind === 'scalar' && node.value === '') {
		return { value: undefined, problems: [] };
	}
	if (node.kind !== 'map') {
		return refused('yaml-not-map', node.start, Math.max(node.end, node.start + 1));
	}
	const twice = duplicateKey(node);
	if (twice === undefined) {
		return { value: node, problems: [] };
	}
	const problem: Problem = {
		code: 'yaml-duplicate-key',
		severity: 'warning',
		span: twice.at,
		values: { key: twice.key },
	};
	return { value: firstOfKeys(node), problems: [problem] };
}

function firstOfKeys(map: MapNode): MapNode {
	const entries = new Map<string, MapNode['entries'][number]>();
	for (const entry of map.entries) {
		if (!entries.has(entry.key)) {
			entries.set(entry.key, { ...entry, value: withoutRepeats(entry.value) });
		}
	}
	return { ...map, entries: [...entries.values()] };
}

function withoutRepeats(node: YamlNode): YamlNode {
	switch (node.kind) {
		case 'map':
			return firstOfKeys(node);
		case 'seq':
			return { ...node, items: node.items.map(withoutRepeats) };
		case 'scalar':
			return node;
	}
}
