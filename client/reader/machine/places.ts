import { type Item, isSuggested, itemAt, nextItem, overlaps, partsOf } from './items.ts';
import { trimmed } from './moves.ts';
import type { Given, State, Step, World } from './state.ts';
import type { Span } from './text.ts';

/** A state with the item in focus and a bare caret at its start. */
export function onItem(state: State, item: Item): State {
	return {
		...state,
		anchor: item.span.start,
		head: item.span.start,
		focus: item.id,
		grown: undefined,
		task: undefined,
	};
}

/** A state with a bare caret and nothing in focus. */
export function onCaret(state: State, offset: number): State {
	return { ...state, anchor: offset, head: offset, focus: undefined, grown: undefined };
}

/** Goes to an item and shows it. */
export function goTo(state: State, item: Item): Step {
	return { state: onItem(state, item), effects: [{ do: 'reveal' }] };
}

/** Whether the legend shows such items. */
export function isShown({ hidden }: State, item: Item): boolean {
	return !hidden.includes(item.kind === 'entity' ? item.entity.label : 'statement');
}

/** The selected words without white space at their ends. */
export function selected({ anchor, head }: State, { text }: World): Span | undefined {
	return anchor < head ? trimmed(text, { start: anchor, end: head }) : undefined;
}

/** The item that an action is about: the one named, the one in focus, one under the selection, or the narrowest at the caret. */
export function target(
	state: State,
	world: World,
	given: Given,
	passes: (item: Item) => boolean = () => true,
): Item | undefined {
	const { items } = world;
	const named = given.id ?? state.focus;
	const held = named === undefined ? undefined : items.find(({ id }) => id === named);
	if (held && passes(held)) return held;
	if (given.id !== undefined) return undefined;
	const fits = (item: Item): boolean => passes(item) && isShown(state, item);
	const span = selected(state, world);
	if (!span) return itemAt(items, state.head, fits);
	const found = items.filter(item => fits(item) && partsOf(item).some(part => overlaps(part.span, span)));
	return found.find(item => item.span.start === span.start && item.span.end === span.end) ?? found.at(-1);
}

/** After a decision about an item: at the next suggestion where the annotator wants that and it was one, else where it was. */
export function after(state: State, world: World, item: Item): State {
	if (!isSuggested(item) || !world.advance) return onItem(state, item);
	const fits = (other: Item): boolean => isSuggested(other) && other.id !== item.id && isShown(state, other);
	const next = nextItem(world.items, { id: item.id, offset: item.span.start }, fits, true);
	return next ? onItem(state, next) : onCaret(state, item.span.start);
}
