import type { Span } from '../../span.ts';
import { detailsLine } from '../details.ts';
import { fitted, without } from '../fit.ts';
import type { Article } from '../format.ts';
import type { Loss } from '../loss.ts';
import { wordsOfMark } from '../toGraph.ts';
import type { CasAnnotation } from './cas.ts';
import { casHolds, relationType, spanType } from './typeSystem.ts';

/** An article's records as annotations of our two layers, with what could not be held: spans that `holdsSpan` refuses, too. Ids are numbers from 1. */
export function casOf(
	article: Article,
	holdsSpan: (span: Span) => boolean = () => true,
): {
	readonly annotations: readonly CasAnnotation[];
	readonly losses: readonly Loss[];
} {
	const { graph: whole, losses: told, derivable } = fitted(article, casHolds);
	const losses: Loss[] = [...told];
	const graph = without(
		whole,
		({ parts }) => !parts.every(holdsSpan),
		'lost-span',
		(code, item) =>
			losses.push({ code, id: item.id, text: 'parts' in item ? wordsOfMark(article.text, item) : item.type }),
	);
	const details = (fields: Readonly<Record<string, string>>, id: string): readonly (readonly [string, string])[] => {
		const own = id === '' || id.includes('.') || derivable.has(id) ? undefined : id;
		const line = detailsLine(fields, own);
		return line === undefined ? [] : [['details', line]];
	};
	const numbers = new Map(graph.marks.map(({ id }, index) => [id, String(index + 1)]));
	const spans = graph.marks.map(
		({ id, label, parts, fields }): CasAnnotation => ({
			id: numbers.get(id) ?? '',
			type: spanType,
			begin: parts[0]?.start ?? 0,
			end: parts[0]?.end ?? 0,
			features: new Map([['label', label], ...details(fields, id)]),
			references: new Map(),
		}),
	);
	const relations = graph.links.map(({ id, type, source, target, fields }, index): CasAnnotation => {
		const [governor, dependent] = [numbers.get(source) ?? '', numbers.get(target) ?? ''];
		const place = spans[Number(dependent) - 1];
		return {
			id: String(spans.length + index + 1),
			type: relationType,
			begin: place?.begin ?? 0,
			end: place?.end ?? 0,
			features: new Map([['role', type], ...details(fields, id)]),
			references: new Map([
				['Dependent', dependent],
				['Governor', governor],
			]),
		};
	});
	return { annotations: [...spans, ...relations], losses };
}
