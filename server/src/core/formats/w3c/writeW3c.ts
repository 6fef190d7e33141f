import type { Span } from '../../span.ts';
import { codePointCounter } from '../codePoints.ts';
import { fitted } from '../fit.ts';
import type { Article, Exported, Holds } from '../format.ts';
import type { Json } from '../json.ts';

/** What W3C Web Annotations can hold. */
export const w3cHolds: Holds = {
	text: 'whole',
	nested: true,
	overlapping: true,
	discontinuous: 'linked',
	relations: true,
	fields: 'all',
	comments: true,
	rejected: false,
	documentLabels: true,
};

const context = 'http://www.w3.org/ns/anno.jsonld';
/** Code points of the words before and after a quote. */
const contextLength = 32;

/**
 * An article's records as a W3C annotation page in JSON-LD, its text beside it. Each span has a TextQuoteSelector and a
 * TextPositionSelector, which counts code points as the recommendation demands. A link is an annotation whose target is another.
 */
export function writeW3c(article: Article): Exported {
	const { graph, losses } = fitted(article, w3cHolds);
	const { path, text } = article;
	const count = codePointCounter(text);
	const iri = (id: string): string => `urn:isnad:${encodeURIComponent(`${path}#${id}`)}`;
	const source = path.slice(path.lastIndexOf('/') + 1);
	const bodies = (fields: Readonly<Record<string, string>>): readonly Json[] =>
		Object.entries(fields).map(([name, value]) =>
			name === 'comment'
				? { type: 'TextualBody', purpose: 'commenting', value }
				: { type: 'TextualBody', purpose: 'describing', 'isnad:field': name, value },
		);
	const spans = graph.marks.map(({ id, label, parts, fields }): Json => {
		const span = parts[0] ?? { start: 0, end: 0 };
		return {
			id: iri(id),
			type: 'Annotation',
			motivation: 'tagging',
			body: [{ type: 'TextualBody', purpose: 'tagging', value: label }, ...bodies(fields)],
			target: {
				source,
				selector: [
					{ type: 'TextQuoteSelector', exact: text.slice(span.start, span.end), ...around(text, span) },
					{ type: 'TextPositionSelector', start: count(span.start), end: count(span.end) },
				],
			},
		};
	});
	const links = graph.links.map(
		({ id, type, source: from, target, fields }, index): Json => ({
			id: iri(id === '' ? `link${index + 1}` : id),
			type: 'Annotation',
			motivation: 'linking',
			body: [{ type: 'TextualBody', purpose: 'tagging', value: type }, { id: iri(target) }, ...bodies(fields)],
			target: iri(from),
		}),
	);
	const classes = Object.entries(graph.documentLabels).map(
		([name, value]): Json => ({
			id: iri(`document.${name}`),
			type: 'Annotation',
			motivation: 'classifying',
			body: [{ type: 'TextualBody', purpose: 'classifying', 'isnad:field': name, value }],
			target: source,
		}),
	);
	const page = {
		'@context': [context, { isnad: 'urn:isnad:' }],
		id: iri('page'),
		type: 'AnnotationPage',
		items: [...spans, ...links, ...classes],
	};
	return {
		files: [
			{ path, text },
			{ path: `${path}.jsonld`, text: `${JSON.stringify(page, undefined, 1)}\n` },
		],
		losses,
	};
}

function around(text: string, { start, end }: Span): { readonly prefix: string; readonly suffix: string } {
	const before = [...text.slice(Math.max(0, start - 2 * contextLength), start)];
	const after = [...text.slice(end, end + 2 * contextLength)];
	return { prefix: before.slice(-contextLength).join(''), suffix: after.slice(0, contextLength).join('') };
}
