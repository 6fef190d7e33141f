import { covers, hull, type Span } from '../../span.ts';
import { codePointCounter } from '../codePoints.ts';
import { detailsLine } from '../details.ts';
import { attributeName } from '../fields.ts';
import { fitted } from '../fit.ts';
import type { Article, Exported, Holds } from '../format.ts';
import type { Link, Mark } from '../graph.ts';
import type { Loss } from '../loss.ts';
import { spanRole } from '../names.ts';
import { wordsOfMark } from '../toGraph.ts';

/** What brat standoff can hold. */
export const bratHolds: Holds = {
	text: 'whole',
	nested: true,
	overlapping: true,
	discontinuous: 'natively',
	relations: true,
	fields: 'all',
	comments: true,
	rejected: false,
	documentLabels: false,
};

/**
 * An article in brat's standoff format: its text, and an .ann file with T, R, A, N and # lines. Offsets count code points of the
 * text as given (`server/src/annotation.py` of brat reads it so). A span over a line end is written in pieces. What brat has no
 * line for stands in a note of type `Isnad`, as JSON.
 */
export function writeBrat(article: Article): Exported {
	const { graph, losses, derivable } = fitted(article, bratHolds);
	const { text } = article;
	const count = codePointCounter(text);
	const numbers = new Map(graph.marks.map((mark, index) => [mark.id, `T${index + 1}`]));
	const unsaid: Loss[] = [];
	const name = (label: string, id: string): string => {
		const written = label.replace(/\s+/g, '_');
		if (written !== label) unsaid.push({ code: 'lost-label-form', id, text: label });
		return written;
	};
	const spans = graph.marks.map(mark => {
		const pieces = mark.parts.flatMap(part => linePieces(text, part));
		if (mark.parts.some(part => !covers(hull(linePieces(text, part)) ?? part, part))) {
			unsaid.push({ code: 'lost-line-end', id: mark.id, text: wordsOfMark(text, mark) });
		}
		const places = pieces.map(({ start, end }) => `${count(start)} ${count(end)}`).join(';');
		return `${numbers.get(mark.id)}\t${name(mark.label, mark.id)} ${places}\t${words(text, pieces)}\n`;
	});
	const links = graph.links.map(
		(link, index) =>
			`R${index + 1}\t${name(link.type, link.id)} Arg1:${numbers.get(link.source)} Arg2:${numbers.get(link.target)}\n`,
	);
	const lines = furtherLines();
	for (const mark of graph.marks) {
		const own = !mark.id.includes('.') && !derivable.has(mark.id);
		lines.add(
			numbers.get(mark.id) ?? '',
			mark,
			own,
			words(
				text,
				mark.parts.flatMap(part => linePieces(text, part)),
			),
		);
	}
	for (const [index, link] of graph.links.entries()) {
		lines.add(`R${index + 1}`, link, link.id !== '' && !derivable.has(link.id), '');
	}
	const base = article.path.replace(/\.txt$/, '');
	return {
		files: [
			{ path: `${base}.txt`, text },
			{
				path: `${base}.ann`,
				text: [...spans, ...links, ...lines.attributes, ...lines.references, ...lines.notes].join(''),
			},
		],
		losses: [...losses, ...unsaid],
	};
}

/** A line of an .ann file ends where Python's `splitlines` ends one, so no piece may hold such a character. */
const lineEnd = /(?:[^\P{Cc}\t]|[\u2028\u2029])+/gu;

function linePieces(text: string, { start, end }: Span): readonly Span[] {
	const pieces: Span[] = [];
	let at = start;
	for (const found of text.slice(start, end).matchAll(lineEnd)) {
		const stop = start + found.index;
		if (stop > at) pieces.push({ start: at, end: stop });
		at = stop + found[0].length;
	}
	if (at < end) pieces.push({ start: at, end });
	return pieces.length === 0 ? [{ start, end }] : pieces;
}

function words(text: string, pieces: readonly Span[]): string {
	// A span of nothing but line ends has a piece that holds them.
	return pieces.map(({ start, end }) => text.slice(start, end).replace(lineEnd, ' ')).join(' ');
}

/** Lines about spans and relations, numbered as they come. */
function furtherLines() {
	const attributes: string[] = [];
	const references: string[] = [];
	const notes: string[] = [];
	/** `withId`: the record's id is one that no reader would find again. */
	const add = (target: string, item: Mark | Link, withId: boolean, exact: string): void => {
		const rest: [string, string][] = [];
		for (const [field, value] of Object.entries(item.fields)) {
			const attribute = attributeOf(field, item);
			if (field === 'comment' && isOneLine(value)) {
				notes.push(`#${notes.length + 1}\tAnnotatorNotes ${target}\t${value}\n`);
			} else if (attribute === 'reference' && /^[\w-]+:\S+$/.test(value)) {
				references.push(`N${references.length + 1}\tReference ${target} ${value}\t${exact}\n`);
			} else if (field === 'entity' && /^\S+$/.test(value)) {
				references.push(`N${references.length + 1}\tReference ${target} Isnad:${value}\t${exact}\n`);
			} else if (attribute !== undefined && /^[\w-]+$/.test(attribute) && /^\S+$/.test(value)) {
				attributes.push(`A${attributes.length + 1}\t${attribute} ${target}${value === 'true' ? '' : ` ${value}`}\n`);
			} else {
				rest.push([field, value]);
			}
		}
		const details = detailsLine(Object.fromEntries(rest), withId ? item.id : undefined);
		if (details !== undefined) notes.push(`#${notes.length + 1}\tIsnad ${target}\t${details}\n`);
	};
	return { attributes, references, notes, add };
}

/** What brat shows as an attribute: a statement's type, a region's kind, and attributes of the scheme by other names. */
function attributeOf(field: string, item: Mark | Link): string | undefined {
	const role = 'label' in item ? spanRole(item.label) : undefined;
	const own = role === 'statement' ? 'type' : role === 'region' ? 'region' : undefined;
	const name = attributeName(field);
	return field === own ? field : name === own ? undefined : name;
}

function isOneLine(value: string): boolean {
	return /^\S/.test(value) && !/\s$/.test(value) && !value.includes('\t') && value.search(lineEnd) === -1;
}
