import type { DocumentItem, EntityItem, StatementItem } from '../../src/reader/messages.ts';
import { type Span, type Text, toSpan } from './text.ts';

/** A name in the text. */
export interface Mention {
	readonly kind: 'entity';
	readonly id: string;
	readonly status: 'suggested' | 'confirmed';
	/** Where reading meets it first. */
	readonly span: Span;
	readonly entity: EntityItem;
}

/** A statement in the text. */
export interface Saying {
	readonly kind: 'statement';
	readonly id: string;
	readonly status: 'suggested' | 'confirmed';
	/** The first part of its content. */
	readonly span: Span;
	readonly content: readonly Span[];
	readonly cue?: Span;
	readonly speaker?: Span;
	readonly statement: StatementItem;
}

export type Item = Mention | Saying;

/** A place of an item: what can be given another span. */
export interface Part {
	readonly part?: 'content' | 'cue' | 'speaker';
	readonly index?: number;
	readonly span: Span;
}

/** What is suggested or confirmed and has a place, in the order of reading: by start, the longer first, names first. */
export function itemsOf({ entities, statements }: DocumentItem, text: Text): readonly Item[] {
	const mentions = entities.flatMap(entity =>
		isLive(entity.status)
			? [{ kind: 'entity' as const, id: entity.id, status: entity.status, span: toSpan(text, entity.range), entity }]
			: [],
	);
	return [...mentions, ...statements.flatMap(statement => sayingOf(statement, text))].sort(inOrder);
}

function sayingOf(statement: StatementItem, text: Text): readonly Saying[] {
	const { id, status, cue, speaker } = statement;
	const content = statement.content.map(range => toSpan(text, range));
	const [span] = content;
	if (!isLive(status) || !span) return [];
	return [
		{
			kind: 'statement',
			id,
			status,
			span,
			content,
			...(cue ? { cue: toSpan(text, cue) } : {}),
			...(speaker ? { speaker: toSpan(text, speaker) } : {}),
			statement,
		},
	];
}

function inOrder(a: Item, b: Item): number {
	return a.span.start - b.span.start || b.span.end - a.span.end;
}

/** Every place of an item, the one it is known by first. */
export function partsOf(item: Item): readonly Part[] {
	if (item.kind === 'entity') return [{ span: item.span }];
	const { content, cue, speaker } = item;
	return [
		...content.map((span, index) => ({ part: 'content' as const, index, span })),
		...(cue ? [{ part: 'cue' as const, span: cue }] : []),
		...(speaker ? [{ part: 'speaker' as const, span: speaker }] : []),
	];
}

/** The narrowest item with a place at an offset, its end included, that passes; of equal ones the first. */
export function itemAt(
	items: readonly Item[],
	offset: number,
	passes: (item: Item) => boolean = () => true,
): Item | undefined {
	let best: { readonly item: Item; readonly length: number } | undefined;
	for (const item of items) {
		if (!passes(item)) continue;
		for (const { span } of partsOf(item)) {
			const length = span.end - span.start;
			if (span.start <= offset && offset <= span.end && (!best || length < best.length)) best = { item, length };
		}
	}
	return best?.item;
}

export function overlaps(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}

export function isSuggested(item: Item): boolean {
	return item.status === 'suggested';
}

/** The next item that passes: after the one with the id, else at or after the offset; after the last comes the first. */
export function nextItem(
	items: readonly Item[],
	{ id, offset }: { readonly id: string | undefined; readonly offset: number },
	passes: (item: Item) => boolean,
	forward: boolean,
): Item | undefined {
	const index = items.findIndex(item => item.id === id);
	const current = items[index];
	const after = (item: Item, place: number): boolean => (current ? place > index : item.span.start >= offset);
	const before = (item: Item, place: number): boolean => (current ? place < index : item.span.start < offset);
	const found = forward
		? items.find((item, place) => passes(item) && after(item, place))
		: items.findLast((item, place) => passes(item) && before(item, place));
	return found ?? (forward ? items.find(passes) : items.findLast(passes));
}

function isLive(status: EntityItem['status']): status is Item['status'] {
	return status === 'suggested' || status === 'confirmed';
}
