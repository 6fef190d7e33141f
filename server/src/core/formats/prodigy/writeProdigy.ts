import type { Span } from '../../span.ts';
import { tokenize } from '../../text/tokens.ts';
import { codePointCounter } from '../codePoints.ts';
import { fitted } from '../fit.ts';
import type { Article, Exported, Holds } from '../format.ts';

/** What Prodigy's tasks can hold; what else is known of a span is under its key `isnad`. */
export const prodigyHolds: Holds = {
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

/** The one file. */
export const prodigyCollection = { path: 'prodigy.jsonl', head: '', between: '', tail: '' } as const;

/**
 * An article as a task of Prodigy, which spaCy's scripts read too: tokens, spans, relations. Offsets count code points; `token_end`
 * is the last token, included. A token is cut where a span begins or ends inside it, so that spans are whole tokens.
 */
export function writeProdigy(article: Article): Exported {
	const { graph, losses, derivable } = fitted(article, prodigyHolds);
	const { path, text } = article;
	const count = codePointCounter(text);
	const borders = new Set(graph.marks.flatMap(({ parts }) => parts.flatMap(({ start, end }) => [start, end])));
	const tokens = tokenize(text)
		.filter(({ kind }) => kind !== 'break')
		.flatMap(token => cut(token, borders));
	const spans = new Map(
		graph.marks.map(({ id, label, parts, fields }) => {
			const { start, end } = parts[0] ?? { start: 0, end: 0 };
			const first = tokens.findIndex(token => token.start >= start);
			const last = tokens.findLastIndex(token => token.end <= end);
			const own = id.includes('.') || derivable.has(id) ? {} : { id };
			const isnad = { ...own, ...fields };
			const aligned = first >= 0 && first <= last ? { token_start: first, token_end: last } : {};
			return [
				id,
				{
					start: count(start),
					end: count(end),
					...aligned,
					label,
					...(Object.keys(isnad).length === 0 ? {} : { isnad }),
				},
			];
		}),
	);
	const task = {
		text,
		meta: { path, ...(Object.keys(graph.documentLabels).length === 0 ? {} : { documentLabels: graph.documentLabels }) },
		tokens: tokens.map(({ start, end }, id) => ({
			text: text.slice(start, end),
			start: count(start),
			end: count(end),
			id,
			ws: text.charAt(end) === ' ',
		})),
		spans: [...spans.values()],
		relations: graph.links.map(({ id, type, source, target, fields }) => {
			const [head, child] = [spans.get(source), spans.get(target)];
			const isnad = { ...(id === '' || derivable.has(id) ? {} : { id }), ...fields };
			const ends = {
				head: head?.token_end ?? -1,
				child: child?.token_end ?? -1,
				label: type,
				head_span: head,
				child_span: child,
			};
			// Spans alike in place and label are told apart by their numbers.
			const numbers = { head_index: indexOf(graph.marks, source), child_index: indexOf(graph.marks, target) };
			return { ...ends, ...numbers, ...(Object.keys(isnad).length === 0 ? {} : { isnad }) };
		}),
		answer: 'accept',
	};
	return { files: [{ path: prodigyCollection.path, text: `${JSON.stringify(task)}\n` }], losses };
}

function indexOf(marks: readonly { readonly id: string }[], id: string): number {
	return marks.findIndex(mark => mark.id === id);
}

function cut({ start, end }: Span, borders: ReadonlySet<number>): readonly Span[] {
	const pieces: Span[] = [];
	let from = start;
	for (let at = start + 1; at <= end; at++) {
		if (at === end || borders.has(at)) {
			pieces.push({ start: from, end: at });
			from = at;
		}
	}
	return pieces;
}
