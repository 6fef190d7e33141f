import type { FormatFile, Imports } from '../format.ts';
import { at, capped, type Json, words } from '../json.ts';
import { type CasAnnotation, casGraph } from './cas.ts';
import { annotatedText } from './inceptionPaths.ts';

/** Reads UIMA CAS JSON 0.4, the text of its first view. Offsets count UTF-16 units. Never throws. */
export function readCasJson(file: FormatFile): Imports {
	const { value, problems } = capped(file.text);
	const structures = at(value, '%FEATURE_STRUCTURES');
	const list: readonly Json[] = Array.isArray(structures)
		? structures
		: typeof structures === 'object' && structures !== null
			? Object.entries(structures).map(([id, structure]) => ({ '%ID': id, ...(structure as object) }) as Json)
			: [];
	const sofas = list.filter(structure => at(structure, '%TYPE') === 'uima.cas.Sofa');
	const sofa = sofas.find(structure => at(structure, 'sofaID') === '_InitialView') ?? sofas[0];
	const text = at(sofa, 'sofaString');
	if (typeof text !== 'string') {
		return { articles: [], problems: problems.length > 0 ? problems : [{ code: 'import-no-cas', severity: 'error' }] };
	}
	const view = words(at(sofa, '%ID'));
	const annotations = list.flatMap((structure): readonly CasAnnotation[] => {
		const [begin, end] = [
			at(structure, 'begin') ?? at(structure, '^begin'),
			at(structure, 'end') ?? at(structure, '^end'),
		];
		const own = words(at(structure, '@sofa'));
		if (typeof begin !== 'number' || typeof end !== 'number' || (own !== undefined && own !== view)) return [];
		const entries = Object.entries(structure as { readonly [key: string]: Json });
		const told = entries.filter(([name]) => !/^[%@^]|^(begin|end)$/.test(name));
		return [
			{
				id: words(at(structure, '%ID')) ?? '',
				type: words(at(structure, '%TYPE')) ?? '',
				begin,
				end,
				features: new Map(
					told.flatMap(([name, feature]) =>
						typeof feature === 'boolean'
							? [[name, String(feature)]]
							: words(feature) === undefined
								? []
								: [[name, words(feature) ?? '']],
					),
				),
				references: new Map(
					entries.flatMap(([name, target]) =>
						name.startsWith('@') && name !== '@sofa' && words(target) !== undefined
							? [[name.slice(1), words(target) ?? '']]
							: [],
					),
				),
			},
		];
	});
	const path = annotatedText(file.path);
	return { articles: [{ path, text, graph: casGraph(annotations) }], problems };
}
