import type { Article, Exported } from '../format.ts';
import type { Json } from '../json.ts';
import { casOf } from './casOf.ts';
import { casTypes, metaType } from './typeSystem.ts';

/** An article as UIMA CAS JSON 0.4, its type system included. Offsets count UTF-16 units, as Java's implementation does. */
export function writeCasJson(article: Article): Exported {
	const { annotations, losses } = casOf(article);
	const { path, text } = article;
	const types = casTypes.map(({ name, parent, features }): readonly [string, Json] => [
		name,
		{
			'%NAME': name,
			'%SUPER_TYPE': parent,
			...Object.fromEntries(features.map(([feature, range]) => [feature, { '%NAME': feature, '%RANGE': range }])),
		},
	]);
	// Ids of annotations begin behind the text and the document's data.
	const own = (id: string): number => Number(id) + 2;
	const structures: readonly Json[] = [
		{ '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: text },
		{ '%ID': 2, '%TYPE': metaType, '@sofa': 1, begin: 0, end: text.length, documentTitle: path, documentId: path },
		...annotations.map(
			({ id, type, begin, end, features, references }): Json => ({
				'%ID': own(id),
				'%TYPE': type,
				'@sofa': 1,
				begin,
				end,
				...Object.fromEntries([...references].map(([feature, target]) => [`@${feature}`, own(target)])),
				...Object.fromEntries(features),
			}),
		),
	];
	const members = [2, ...annotations.map(({ id }) => own(id))];
	const cas = {
		'%TYPES': Object.fromEntries(types),
		'%FEATURE_STRUCTURES': structures,
		'%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': members } },
	};
	return {
		files: [{ path: `${path.replace(/\.txt$/, '')}.json`, text: `${JSON.stringify(cas, undefined, 1)}\n` }],
		losses,
	};
}
