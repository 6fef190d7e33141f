import type { Scheme } from '../../scheme/scheme.ts';
import { fitted } from '../fit.ts';
import type { Article, Exported, FormatFile, Holds } from '../format.ts';
import { linkName, spanName } from '../names.ts';

/** What doccano's sequence labelling with relations can hold. */
export const doccanoHolds: Holds = {
	text: 'whole',
	nested: true,
	overlapping: true,
	discontinuous: 'linked',
	relations: true,
	fields: 'label',
	comments: false,
	rejected: false,
	documentLabels: true,
};

/** The one file that doccano imports. */
export const doccanoCollection = { path: 'doccano.jsonl', head: '', between: '', tail: '' } as const;

/** An article as a line of doccano's JSONL with spans and relations. Offsets count UTF-16 units. `path` and `documentLabels` are metadata, which doccano keeps. */
export function writeDoccano(article: Article): Exported {
	const { graph, losses } = fitted(article, doccanoHolds);
	const { path, text } = article;
	const numbers = new Map(graph.marks.map(({ id }, index) => [id, index + 1]));
	const line = {
		text,
		path,
		entities: graph.marks.map(({ id, label, parts }) => ({
			id: numbers.get(id),
			label,
			start_offset: parts[0]?.start,
			end_offset: parts[0]?.end,
		})),
		relations: graph.links.map(({ source, target, type }, index) => ({
			id: index + 1,
			from_id: numbers.get(source),
			to_id: numbers.get(target),
			type,
		})),
		...(Object.keys(graph.documentLabels).length === 0 ? {} : { documentLabels: graph.documentLabels }),
	};
	return { files: [{ path: doccanoCollection.path, text: `${JSON.stringify(line)}\n` }], losses };
}

/** Label lists as doccano imports them: of spans, and of relations. */
export function writeDoccanoLabels({ entities, statements, relations }: Scheme): readonly FormatFile[] {
	const parts = statements === undefined ? [] : (['cue', 'speaker', 'via', 'addressee', 'part'] as const);
	const own = statements?.types.map(({ label, color }) => ({ text: `${spanName('statement')}.${label}`, color })) ?? [];
	const spans = [
		...entities.map(({ label, color, key }) => ({ text: label, color, key })),
		...own,
		...parts.map(part => ({ text: spanName(part), color: statements?.color })),
		...(statements === undefined
			? []
			: ['boilerplate', 'scare'].map(region => ({ text: `${spanName('region')}.${region}`, color: '#888e96' }))),
	].map(({ text, color, ...more }) => ({
		text,
		suffix_key: 'key' in more ? (more.key ?? null) : null,
		background_color: color,
		text_color: '#ffffff',
	}));
	const links = [
		...parts.map(linkName),
		...(statements === undefined ? [] : [linkName('relayOf'), linkName('nestedIn')]),
		...relations.map(({ type }) => type),
	];
	return [
		{ path: 'label_config.json', text: `${JSON.stringify(spans, undefined, 2)}\n` },
		{
			path: 'relation_config.json',
			text: `${JSON.stringify(
				links.map(text => ({ text, suffix_key: null, background_color: '#888e96', text_color: '#ffffff' })),
				undefined,
				2,
			)}\n`,
		},
	];
}
