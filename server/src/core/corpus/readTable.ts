import type { Problem, Result } from '../model.ts';
import { duplicateKey, type MapNode } from '../sidecar/yamlNode.ts';
import { readYaml } from '../sidecar/yamlReader.ts';

/** UTF-16 units of a corpus file, scheme or register; what is larger is not read. */
const maxSource = 8 * 1024 * 1024;

/** The top-level map of a YAML file that a user wrote. Undefined, with one problem, for anything else; undefined without one for an empty file. */
export function readTable(source: string): Result<MapNode | undefined> {
	const refused = (code: string, start = 0, end = Math.min(1, source.length)): Result<undefined> => ({
		value: undefined,
		problems: [{ code, severity: 'error', span: { start, end } }],
	});
	if (source.length > maxSource) {
		return refused('yaml-too-large');
	}
	const { node, problem } = readYaml(source, { start: 0, end: source.length });
	if (problem !== undefined) {
		return { value: undefined, problems: [problem] };
	}
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
	const problems: Problem[] =
		twice === undefined
			? []
			: [{ code: 'yaml-duplicate-key', severity: 'warning', span: twice.at, values: { key: twice.key } }];
	return { value: node, problems };
}
