import { compareSpans, covers, overlaps, type Span } from '../span.ts';
import { attributeName, isBookkeeping } from './fields.ts';
import type { Article, Holds } from './format.ts';
import type { Graph, Link, Mark } from './graph.ts';
import type { Loss } from './loss.ts';
import { linkName, spanName, spanRole } from './names.ts';
import { toGraph, wordsOfMark } from './toGraph.ts';

export interface Fitted {
	readonly graph: Graph;
	readonly losses: readonly Loss[];
	readonly derivable: ReadonlySet<string>;
}

/**
 * An article's records as a graph that a format can hold, and what had to be left out, record by record. Of names that lie in or
 * across one another, where a format cannot have both, the outer or earlier one stays.
 */
export function fitted({ path, text, annotations, suggested }: Article, holds: Holds): Fitted {
	const decided = toGraph(text, annotations);
	const whole = suggested === undefined ? decided : { ...decided, graph: asSuggested(decided.graph, suggested) };
	const losses: Loss[] = [...whole.losses];
	if (holds.text === 'words') losses.push({ code: 'lost-text', id: '', text: path });
	const lose = (code: string, mark: Mark | Link): void => {
		losses.push({ code, id: mark.id, text: 'parts' in mark ? wordsOfMark(text, mark) : mark.type });
	};
	let graph = holds.rejected
		? whole.graph
		: without(whole.graph, ({ fields }) => fields['state'] === 'rejected', 'lost-rejected', lose);
	if (!holds.relations) {
		graph = without(graph, ({ label }) => spanRole(label) !== undefined, 'lost-statement', lose);
		for (const link of graph.links) lose('lost-relation', link);
		graph = { ...graph, links: [] };
	}
	if (holds.discontinuous === 'linked') graph = withLinkedParts(graph);
	if (!holds.nested || !holds.overlapping) graph = flattened(graph, holds, lose);
	graph = withFields(graph, holds, lose);
	if (!holds.documentLabels) {
		for (const [name, value] of Object.entries(graph.documentLabels))
			losses.push({ code: 'lost-document-label', id: '', text: `${name}: ${value}` });
		graph = { ...graph, documentLabels: {} };
	}
	return { graph, losses, derivable: whole.derivable };
}

function asSuggested(graph: Graph, suggested: ReadonlySet<string>): Graph {
	const marks = graph.marks.map(mark =>
		suggested.has(recordOf(mark.id)) ? { ...mark, fields: { ...mark.fields, state: 'suggested' } } : mark,
	);
	return { ...graph, marks };
}

/** Told of each record that something is lost of. */
export type Lose = (code: string, mark: Mark | Link) => void;

/** The graph without some marks, without what hangs on them, and the relations between them; told by `lose` under `code`. */
export function without(graph: Graph, leaves: (mark: Mark) => boolean, code: string, lose: Lose): Graph {
	const gone = new Set(graph.marks.filter(leaves).map(({ id }) => id));
	if (gone.size === 0) return graph;
	const torn = new Set([...gone].filter(id => id.includes('.')).map(recordOf));
	for (const mark of graph.marks) {
		const isWhole = !mark.id.includes('.');
		if (isWhole && gone.has(mark.id)) lose(code, mark);
		// Of a part alone the statement is told.
		if (isWhole && !gone.has(mark.id) && torn.has(mark.id)) lose('lost-part', mark);
	}
	const hanging = (id: string): boolean => gone.has(id) || gone.has(recordOf(id));
	const links = graph.links.filter(link => {
		const stays = !hanging(link.source) && !hanging(link.target);
		if (!stays && (link.id !== '' || isBetween(link)))
			lose('lost-relation-end', link.id === '' ? { ...link, id: link.source } : link);
		return stays;
	});
	return { ...graph, marks: graph.marks.filter(({ id }) => !hanging(id)), links };
}

/** Whether a link leads from one statement to another. */
function isBetween({ source, target }: Link): boolean {
	return recordOf(source) !== recordOf(target);
}

function withLinkedParts(graph: Graph): Graph {
	const links: Link[] = [...graph.links];
	const marks = graph.marks.flatMap(mark => {
		const [first, ...others] = mark.parts;
		if (first === undefined || others.length === 0) return [mark];
		const parts = others.map(
			(span, index): Mark => ({
				id: `${mark.id}.part${index + 2}`,
				label: spanName('part'),
				parts: [span],
				fields: {},
			}),
		);
		links.push(
			...parts.map(part => ({ id: '', type: linkName('part'), source: mark.id, target: part.id, fields: {} })),
		);
		return [{ ...mark, parts: [first] }, ...parts];
	});
	return { ...graph, marks, links };
}

/** The id of the record that a mark belongs to. */
function recordOf(id: string): string {
	const cut = id.indexOf('.');
	return cut < 0 ? id : id.slice(0, cut);
}

/** Leaves out what lies inside or across what stays. */
function flattened(graph: Graph, holds: Holds, lose: Lose): Graph {
	const spans = graph.marks
		.map(mark => ({ mark, span: mark.parts[0] as Span }))
		.sort((a, b) => compareSpans(a.span, b.span));
	const around: Span[] = [];
	const gone = new Map<Mark, string>();
	for (const { mark, span } of spans) {
		while (around.length > 0 && (around.at(-1)?.end ?? 0) <= span.start) around.pop();
		const outer = around.find(other => overlaps(other, span));
		const inside = outer !== undefined && around.every(other => covers(other, span));
		if (outer === undefined || (inside && holds.nested)) around.push(span);
		else gone.set(mark, inside ? 'lost-nested' : 'lost-crossing');
	}
	for (const [mark, code] of gone) lose(code, mark);
	const kept = graph.marks.filter(mark => !gone.has(mark));
	return { ...graph, marks: kept };
}

function withFields(graph: Graph, holds: Holds, lose: Lose): Graph {
	const keep = <T extends Mark | Link>(item: T): T => {
		const fields = Object.entries(item.fields);
		const kept = fields.filter(([name]) => (name === 'comment' ? holds.comments : holds.fields === 'all'));
		if (kept.length === fields.length) return item;
		// What is told of a statement's part is told of the statement.
		const lost = item.id.includes('.') ? [] : fields.filter(field => !kept.includes(field)).map(([name]) => name);
		const told = lost.filter(name => name !== 'type' && name !== 'region');
		if (told.includes('comment')) lose('lost-comment', item);
		if (told.some(name => isBookkeeping(name))) lose('lost-bookkeeping', item);
		if (told.some(name => attributeName(name) !== undefined)) lose('lost-attributes', item);
		if (told.some(name => name !== 'comment' && !isBookkeeping(name) && attributeName(name) === undefined))
			lose('lost-fields', item);
		const detail = item.fields['type'] ?? item.fields['region'];
		const renamed = 'label' in item && lost.length > told.length ? { label: `${item.label}.${detail}` } : {};
		return { ...item, ...renamed, fields: Object.fromEntries(kept) };
	};
	return { ...graph, marks: graph.marks.map(keep), links: graph.links.map(keep) };
}
