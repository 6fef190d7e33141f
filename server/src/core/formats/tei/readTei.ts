import { readDetails } from '../details.ts';
import type { FormatFile, Imports } from '../format.ts';
import type { Graph, Link, Mark } from '../graph.ts';
import { linkName, linkRole } from '../names.ts';
import { textPathOf, withoutEnding } from '../textPath.ts';
import { elementsOf, readXml, type XmlElement } from '../xml/readXml.ts';
import { labelOfElement } from './teiElements.ts';

/** Elements that are lines of their own. */
const blocks = new Set(['p', 'ab', 'head', 'l', 'item', 'div', 'dateline', 'byline', 'opener', 'closer']);
/** Elements that are no part of the text. */
const aside = new Set(['note', 'teiHeader', 'standOff', 'figure', 'fw']);

/**
 * Reads TEI P5: names, `said`, `q`, `quote` and typed `seg` of the body as spans, `who` and `toWhom` as links; anchors with `span`,
 * `relation` and notes of the stand-off part. Blanks of the text are as they are under `xml:space="preserve"`, else runs of them are one, and
 * blocks are lines. Never throws.
 */
export function readTei(file: FormatFile): Imports {
	const root = readXml(file.text);
	const all = root === undefined ? [] : [...elementsOf(root)];
	const body = all.find(({ name }) => name === 'body') ?? all.find(({ name }) => name === 'text');
	if (body === undefined) {
		return { articles: [], problems: [{ code: 'import-no-tei', severity: 'error' }] };
	}
	const { text, marks, anchors } = readBody(body);
	const notes = new Map<string, { readonly [field: string]: string }>();
	for (const note of all.filter(({ name }) => name === 'note')) {
		const target = pointer(note.attributes.get('target'));
		const words = wordsIn(note);
		const found = note.attributes.get('type') === 'isnad' ? readDetails(words) : { comment: words };
		if (target !== undefined) notes.set(target, { ...notes.get(target), ...found });
	}
	const crossing = all.flatMap(({ name, attributes }): readonly Mark[] => {
		const [from, to] = [
			anchors.get(pointer(attributes.get('from')) ?? ''),
			anchors.get(pointer(attributes.get('to')) ?? ''),
		];
		return name !== 'span' || from === undefined || to === undefined
			? []
			: [
					{
						id: attributes.get('xml:id') ?? `#span${from}-${to}`,
						label: attributes.get('type') ?? 'span',
						parts: [{ start: from, end: to }],
						fields: {},
					},
				];
	});
	const relations = all
		.filter(({ name }) => name === 'relation')
		.map(({ attributes }): Link => {
			const id = attributes.get('xml:id') ?? '';
			const { id: own = '', ...fields } = notes.get(id) ?? {};
			const ends = {
				source: pointer(attributes.get('active')) ?? '',
				target: pointer(attributes.get('passive')) ?? '',
			};
			return { id: own, type: attributes.get('name') ?? 'relation', ...ends, fields };
		});
	const known = new Set(relations.map(({ type, source }) => `${linkRole(type)} ${source}`));
	const ascribed = marks.flatMap(({ mark, element }) =>
		(['speaker', 'addressee'] as const).flatMap((role): readonly Link[] => {
			const target = pointer(element.attributes.get(role === 'speaker' ? 'who' : 'toWhom'));
			return target === undefined || known.has(`${role} ${mark.id}`)
				? []
				: [{ id: '', type: linkName(role), source: mark.id, target, fields: {} }];
		}),
	);
	const graph = withNotes(
		{
			marks: [...marks.map(({ mark }) => mark), ...crossing],
			links: [...relations, ...ascribed],
			documentLabels: keywordsOf(all),
		},
		notes,
	);
	return {
		articles: [{ path: textPathOf(withoutEnding(file.path, ['.xml', '.tei']), 'tei'), text, graph }],
		problems: [],
	};
}

interface Body {
	readonly text: string;
	readonly marks: readonly { readonly mark: Mark; readonly element: XmlElement }[];
	readonly anchors: ReadonlyMap<string, number>;
}

function readBody(body: XmlElement): Body {
	const pieces: string[] = [];
	let length = 0;
	/** A blank or line end that is written when words follow. */
	let pending = '';
	/** Elements that no words have been read of yet. */
	let waiting: { start: number; end: number }[] = [];
	const marks: {
		readonly id: string;
		readonly label: string;
		readonly element: XmlElement;
		readonly place: { start: number; end: number };
	}[] = [];
	const anchors = new Map<string, number>();
	const put = (words: string): void => {
		pieces.push(pending, words);
		length += pending.length;
		for (const place of waiting) place.start = length;
		waiting = [];
		length += words.length;
		pending = '';
	};
	const lineEnd = (): void => {
		if (length > 0) pending = '\n';
	};
	const walk = (element: XmlElement, around: boolean): void => {
		const { name, attributes, children } = element;
		if (aside.has(name)) return;
		const space = attributes.get('xml:space');
		const preserve = space === undefined ? around : space === 'preserve';
		const isLine = blocks.has(name) && !preserve;
		if (isLine || (name === 'lb' && !preserve)) lineEnd();
		const label = labelOfElement(name, attributes.get('type'));
		const place = { start: -1, end: -1 };
		const id = attributes.get('xml:id') ?? `#${marks.length}`;
		if (name === 'anchor') anchors.set(id, length);
		if (label !== undefined) {
			marks.push({ id, label, element, place });
			waiting.push(place);
		}
		for (const child of children) {
			if (typeof child !== 'string') walk(child, preserve);
			else if (preserve) {
				if (child !== '') put(child);
			} else {
				const words = child.replace(/\s+/g, ' ');
				const inner = words.trim();
				if (words.startsWith(' ') && length > 0 && pending === '') pending = ' ';
				if (inner !== '') put(inner);
				if (inner !== '' && words.endsWith(' ')) pending = ' ';
			}
		}
		place.end = length;
		waiting = waiting.filter(other => other !== place);
		if (isLine) lineEnd();
	};
	walk(body, false);
	const found = marks.filter(({ place }) => place.start >= 0);
	return {
		text: pieces.join('') + (pending === '\n' ? '\n' : ''),
		marks: found.map(({ id, label, element, place }) => ({
			element,
			mark: { id, label, parts: [place], fields: fieldsOf(element) },
		})),
		anchors,
	};
}

function fieldsOf({ name, attributes }: XmlElement): Readonly<Record<string, string>> {
	const direct = attributes.get('direct') === 'false' ? 'indirect' : 'direct';
	const isStatement = name === 'said' || name === 'q' || name === 'quote';
	const [reference, when] = [attributes.get('ref'), attributes.get('when')];
	return {
		...(isStatement ? { type: direct } : {}),
		...(reference === undefined ? {} : { 'attribute.reference': reference }),
		...(when === undefined || name !== 'date' ? {} : { value: when }),
	};
}

/** What notes say wins, since it is what we wrote. */
function withNotes(graph: Graph, notes: ReadonlyMap<string, Readonly<Record<string, string>>>): Graph {
	const names = new Map<string, string>();
	const marks = graph.marks.map(mark => {
		const { id = mark.id, ...fields } = notes.get(mark.id) ?? {};
		names.set(mark.id, id);
		return { ...mark, id, fields: { ...mark.fields, ...fields } };
	});
	const now = (id: string): string => names.get(id) ?? id;
	return {
		...graph,
		marks,
		links: graph.links.map(link => ({ ...link, source: now(link.source), target: now(link.target) })),
	};
}

function keywordsOf(all: readonly XmlElement[]): Readonly<Record<string, string>> {
	return Object.fromEntries(
		all
			.filter(
				({ name, attributes }) =>
					name === 'keywords' && attributes.has('scheme') && attributes.get('scheme') !== '__proto__',
			)
			.map(keywords => [keywords.attributes.get('scheme') ?? '', wordsIn(keywords).trim()]),
	);
}

function wordsIn(element: XmlElement): string {
	return element.children.map(child => (typeof child === 'string' ? child : wordsIn(child))).join('');
}

/** The id that a local pointer names. */
function pointer(value: string | undefined): string | undefined {
	return value?.startsWith('#') ? value.slice(1) : undefined;
}
