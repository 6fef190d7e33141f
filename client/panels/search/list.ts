import type { Act, Row, SchemeItem } from '../../src/panels/messages/search.ts';

/** The row that keys are about, and those that are ticked, by their place among the rows. */
export interface ListState {
	readonly at: number;
	readonly ticked: ReadonlySet<number>;
}

export const emptyList: ListState = { at: 0, ticked: new Set() };

/** What a key wants done outside of the list. */
export type Want =
	| { readonly what: 'open'; readonly where: 'text' | 'reader' }
	| { readonly what: 'act'; readonly act: Act; readonly label?: string }
	| { readonly what: 'undo' | 'fields' };

export interface Pressed {
	readonly state: ListState;
	readonly want?: Want;
}

/** Rows that a page key goes by. */
const leap = 12;

/** What a key named by its place does in a list of rows; undefined where it means nothing, so that the browser may have it. */
export function press(state: ListState, count: number, scheme: SchemeItem, key: string): Pressed | undefined {
	const label = labelOf(scheme, key);
	if (label !== undefined) return wanting(state, { what: 'act', act: 'label', label });
	switch (key) {
		case 'down':
		case 'j':
			return to(state, count, state.at + 1);
		case 'up':
		case 'k':
			return to(state, count, state.at - 1);
		case 'pagedown':
			return to(state, count, state.at + leap);
		case 'pageup':
			return to(state, count, state.at - leap);
		case 'home':
			return to(state, count, 0);
		case 'end':
			return to(state, count, count - 1);
		case 'space':
			return { state: toggled(state, state.at) };
		case 'shift+down':
			return to(toggled(state, state.at), count, state.at + 1);
		case 'shift+up':
			return to(toggled(state, state.at), count, state.at - 1);
		case 'ctrl+a':
			return { state: toggledAll(state, count) };
		case 'enter':
			return wanting(state, { what: 'open', where: 'text' });
		case '\\':
			return wanting(state, { what: 'open', where: 'reader' });
		case 'a':
			return wanting(state, { what: 'act', act: 'accept' });
		case 'x':
		case 'backspace':
			return wanting(state, { what: 'act', act: 'reject' });
		case ';':
			return wanting(state, { what: 'act', act: 'link' });
		case 'u':
		case 'ctrl+z':
			return wanting(state, { what: 'undo' });
		case '/':
		case 'ctrl+f':
			return wanting(state, { what: 'fields' });
		case 'escape':
			return state.ticked.size > 0 ? { state: { ...state, ticked: new Set() } } : wanting(state, { what: 'fields' });
		default:
			return undefined;
	}
}

/** Ticks a row, or takes its tick away. */
export function toggled(state: ListState, row: number): ListState {
	const ticked = new Set(state.ticked);
	if (!ticked.delete(row)) ticked.add(row);
	return { ...state, ticked };
}

/** Ticks all, or none where all are ticked. */
export function toggledAll(state: ListState, count: number): ListState {
	const all = state.ticked.size === count ? [] : Array.from({ length: count }, (_, row) => row);
	return { ...state, ticked: new Set(all) };
}

/** The rows that a decision is about: those ticked, else the one that keys are about. */
export function chosen(state: ListState, rows: readonly Row[]): readonly Row[] {
	if (state.ticked.size > 0) return rows.filter((_, row) => state.ticked.has(row));
	const row = rows[state.at];
	return row === undefined ? [] : [row];
}

function to(state: ListState, count: number, at: number): Pressed {
	return { state: { ...state, at: Math.max(0, Math.min(at, count - 1)) } };
}

function wanting(state: ListState, want: Want): Pressed {
	return { state, want };
}

/** By the scheme's own key, which comes first everywhere, else by its number in the scheme. */
function labelOf({ entities }: SchemeItem, key: string): string | undefined {
	const own = entities.find(known => known.key?.toLowerCase() === key);
	return (own ?? (/^[1-9]$/.test(key) ? entities[Number(key) - 1] : undefined))?.label;
}
