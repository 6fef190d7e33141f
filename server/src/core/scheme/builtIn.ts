import news from '../../../../annotations/schemes/news.yaml';
import wojood from '../../../../annotations/schemes/wojood.yaml';
import type { Problem } from '../model.ts';
import type { MapNode, YamlNode } from '../sidecar/yamlNode.ts';
import { schemeOf } from './readScheme.ts';
import type { Scheme } from './scheme.ts';

/** The schemes that come with Isnad, by name. */
export const builtInSchemes: ReadonlyMap<string, Scheme> = new Map(
	[news, wojood].map(table => {
		const problems: Problem[] = [];
		const scheme = schemeOf(nodeOf(table) as MapNode, problems);
		return [scheme.name, scheme] as const;
	}),
);

export const newsScheme: Scheme = builtInSchemes.get('news') as Scheme;

/** Parsed data as the reader wants it; a table that ships has no places to point at. */
function nodeOf(value: unknown): YamlNode {
	const nowhere = { start: 0, end: 0 };
	if (Array.isArray(value)) {
		return { kind: 'seq', items: value.map(nodeOf), ...nowhere };
	}
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value).map(([key, item]) => ({ key, at: nowhere, value: nodeOf(item) }));
		return { kind: 'map', entries, ...nowhere };
	}
	return { kind: 'scalar', value: value === undefined || value === null ? '' : String(value), plain: true, ...nowhere };
}
