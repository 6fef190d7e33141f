import { readDetails } from '../details.ts';
import { attributeField } from '../fields.ts';
import type { Graph, Link, Mark } from '../graph.ts';

/** A feature structure of a CAS that stands at a place of the text, whatever file it comes of. */
export interface CasAnnotation {
	readonly id: string;
	readonly type: string;
	/** UTF-16 of the text. */
	readonly begin: number;
	readonly end: number;
	/** Strings, numbers and truth values, written out. */
	readonly features: ReadonlyMap<string, string>;
	/** Features that lead to other feature structures, by id. */
	readonly references: ReadonlyMap<string, string>;
	/** The words that the file has at its place, where it has them. */
	readonly exact?: string;
}

/** Features that name a layer's label, the first that is there; else any. */
const labelFeatures = ['label', 'value', 'role', 'category', 'DependencyType', 'PosValue'];

/** Layers that describe words, not what is said: not imported. */
const linguistic =
	/^(uima\.tcas\.DocumentAnnotation|de\.tudarmstadt\.ukp\.(dkpro\.core\.api\.(segmentation|lexmorph|metadata|syntax|transform)|clarin\.webanno\.api\.type|inception\.api\.type)\..*|org\.dkpro\.core\.api\.xml\.type\..*)$/;

/** Whether a layer is passed over. */
export function isLinguistic(type: string): boolean {
	return linguistic.test(type);
}

/**
 * Annotations of a CAS as labelled spans and links. A span's label is its feature `label` or `value`, or another one, or the name of
 * its layer; what has a Governor and a Dependent is a link from the one to the other, and so is any reference between two spans.
 */
export function casGraph(annotations: readonly CasAnnotation[]): Graph {
	const used = annotations.filter(({ type }) => !isLinguistic(type));
	const isRelation = ({ references }: CasAnnotation) => references.has('Governor') && references.has('Dependent');
	const spans = new Set(used.filter(annotation => !isRelation(annotation)).map(({ id }) => id));
	const marks: Mark[] = [];
	const links: Link[] = [];
	const names = new Map<string, string>();
	for (const annotation of used) {
		const { label, fields, id } = named(annotation);
		if (isRelation(annotation)) {
			const { references } = annotation;
			links.push({
				id: id ?? '',
				type: label,
				source: references.get('Governor') ?? '',
				target: references.get('Dependent') ?? '',
				fields,
			});
			continue;
		}
		const { begin, end, exact } = annotation;
		names.set(annotation.id, id ?? annotation.id);
		marks.push({
			id: id ?? annotation.id,
			label,
			parts: [{ start: begin, end }],
			fields,
			...(exact === undefined ? {} : { exact }),
		});
		for (const [feature, target] of annotation.references) {
			if (spans.has(target)) links.push({ id: '', type: feature, source: annotation.id, target, fields: {} });
		}
	}
	const now = (id: string): string => names.get(id) ?? id;
	return {
		marks,
		links: links.map(link => ({ ...link, source: now(link.source), target: now(link.target) })),
		documentLabels: {},
	};
}

function named({ type, features }: CasAnnotation) {
	const said = [...features].filter(([name, value]) => value !== '' && name !== 'details');
	const chosen = labelFeatures.find(name => features.has(name) && features.get(name) !== '') ?? said[0]?.[0];
	const label = chosen === undefined ? type.slice(type.lastIndexOf('.') + 1) : (features.get(chosen) ?? '');
	const others = said
		.filter(([name]) => name !== chosen && name !== '__proto__')
		.map(([name, value]) => [attributeField(name), value]);
	const { id, ...details } = readDetails(features.get('details') ?? '');
	return { label, fields: { ...Object.fromEntries(others), ...details }, id };
}
