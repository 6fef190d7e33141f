import { highlightName, mostDepth, type SchemeItem } from '../src/reader/messages.ts';
import type { Item } from './machine/items.ts';
import { isShown } from './machine/places.ts';
import type { State } from './machine/state.ts';
import type { Span } from './machine/text.ts';
import type { Page } from './page.ts';

type Role = Parameters<typeof highlightName>[0];

/** Draws names and statements by the CSS Custom Highlight API: no letter is taken from its neighbour, no word moves. */
export function drawHighlights(page: Page, items: readonly Item[], scheme: SchemeItem, state: State): void {
	const groups = new Map<string, { readonly priority: number; readonly ranges: AbstractRange[] }>();
	for (const { span, name, priority } of marksOf(
		items.filter(item => isShown(state, item)),
		scheme,
	)) {
		const group = groups.get(name) ?? { priority, ranges: [] };
		groups.set(name, group);
		group.ranges.push(...page.ranges(span));
	}
	for (const name of [...CSS.highlights.keys()]) {
		if (/-(suggested|confirmed)-\d+$/.test(name) && !groups.has(name)) CSS.highlights.delete(name);
	}
	for (const [name, { ranges, priority }] of groups) setHighlight(name, ranges, priority);
}

/** What is in focus: its own place strongly, the other places of a statement by what they are to it. */
export function drawFocus(page: Page, item: Item | undefined, selection: readonly Span[]): void {
	const content = item ? (item.kind === 'statement' ? item.content : [item.span]) : [];
	const cue = item?.kind === 'statement' && item.cue ? [item.cue] : [];
	const speaker = item?.kind === 'statement' && item.speaker ? [item.speaker] : [];
	setHighlight(
		'focus',
		content.flatMap(span => page.ranges(span)),
		50,
	);
	setHighlight(
		'focus-cue',
		cue.flatMap(span => page.ranges(span)),
		51,
	);
	setHighlight(
		'focus-speaker',
		speaker.flatMap(span => page.ranges(span)),
		52,
	);
	setHighlight(
		'chosen',
		selection.flatMap(span => page.ranges(span)),
		60,
	);
}

/** Draws where two annotators differ. */
export function drawDifferences(page: Page, spans: readonly Span[]): void {
	setHighlight(
		'difference',
		spans.flatMap(span => page.ranges(span)),
		45,
	);
}

/** What is no article: bylines, captions of pictures, calls to follow. */
export function drawRegions(page: Page, regions: readonly Span[]): void {
	setHighlight(
		'region',
		regions.flatMap(span => page.ranges(span)),
		-1,
	);
}

function setHighlight(name: string, ranges: readonly AbstractRange[], priority: number): void {
	if (ranges.length === 0) {
		CSS.highlights.delete(name);
		return;
	}
	const highlight = new Highlight(...ranges);
	highlight.priority = priority;
	CSS.highlights.set(name, highlight);
}

interface Mark {
	readonly span: Span;
	readonly name: string;
	readonly priority: number;
}

/** Marks of one kind that overlap or touch lie on different depths, so that one inside another is seen. */
function marksOf(items: readonly Item[], scheme: SchemeItem): readonly Mark[] {
	const ends = new Map<string, number[]>();
	const plain = items.flatMap(item => rolesOf(item, scheme).map(role => ({ ...role, status: item.status })));
	return plain
		.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
		.map(({ span, role, index, status }) => {
			const key = `${role} ${index} ${status}`;
			const taken = ends.get(key) ?? [];
			ends.set(key, taken);
			const free = taken.findIndex(end => end < span.start);
			const depth = Math.min(free < 0 ? taken.length : free, mostDepth - 1);
			taken[depth] = span.end;
			return { span, name: highlightName(role, status, index, depth), priority: priorities[role] + depth };
		});
}

const priorities: Readonly<Record<Role, number>> = { content: 0, speaker: 10, name: 20, cue: 30 };

function rolesOf(
	item: Item,
	scheme: SchemeItem,
): readonly { readonly span: Span; readonly role: Role; readonly index: number }[] {
	if (item.kind === 'entity') {
		const index = scheme.entities.findIndex(({ label }) => label === item.entity.label);
		return [{ span: item.span, role: 'name', index: index < 0 ? scheme.entities.length : index }];
	}
	return [
		...item.content.map(span => ({ span, role: 'content' as const, index: 0 })),
		...(item.cue ? [{ span: item.cue, role: 'cue' as const, index: 0 }] : []),
		...(item.speaker ? [{ span: item.speaker, role: 'speaker' as const, index: 0 }] : []),
	];
}
