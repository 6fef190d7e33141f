import type { StatementItem } from '../../../server/src/protocol/types.ts';
import type { App } from '../app.ts';
import { type Item, itemsOf, rangesOf } from '../items.ts';
import type { Given } from './command.ts';
import { itemFor, type Place } from './place.ts';

type StatementOnly = Extract<Item, { kind: 'statement' }>;

/**
 * The statement that a command is about: as any item is found, else the one whose words are nearest to the cursor, in
 * the same paragraph; a speaker usually stands just outside.
 */
export function statementFor(
	app: App,
	place: Place,
	given: Given,
	passes: (item: Item) => boolean,
): StatementOnly | undefined {
	const exact = itemFor(app, place, given, item => item.kind === 'statement' && passes(item));
	if (exact) return exact.kind === 'statement' ? exact : undefined;
	const { line, character } = place.editor.selection.active;
	const near = itemsOf(place.known).flatMap(item =>
		item.kind === 'statement' && passes(item) ? rangesIn(item, line, character) : [],
	);
	return near.sort((a, b) => a.away - b.away)[0]?.item;
}

function rangesIn(
	item: StatementOnly,
	line: number,
	character: number,
): readonly { readonly item: StatementOnly; readonly away: number }[] {
	return rangesOf(item)
		.filter(({ start, end }) => start.line <= line && line <= end.line)
		.map(({ start, end }) => ({
			item,
			away: Math.max(
				start.line === line ? start.character - character : 0,
				end.line === line ? character - end.character : 0,
				0,
			),
		}));
}

/** The parts of a statement that can be given another span, with the index of a part of its content. */
export function partsOf(
	statement: StatementItem,
): readonly { readonly part: 'content' | 'cue' | 'speaker'; readonly index?: number; readonly range: Item['range'] }[] {
	const { content, cue, speaker } = statement;
	return [
		...content.map((range, index) => ({ part: 'content' as const, index, range })),
		...(cue ? [{ part: 'cue' as const, range: cue }] : []),
		...(speaker ? [{ part: 'speaker' as const, range: speaker }] : []),
	];
}
