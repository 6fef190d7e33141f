import { press } from '../../client/reader/machine/keyboard.ts';
import type { State } from '../../client/reader/machine/state.ts';
import type { Desk } from './desk.ts';

/** Keys that move the caret or the focus. */
export const moves = [
	'left',
	'right',
	'down',
	'up',
	'ctrl+left',
	'ctrl+right',
	'j',
	'k',
	'.',
	',',
	']',
	'[',
	'alt+left',
	'alt+right',
] as const;

/** Keys that move the end, or the start, of the selection. */
export const edges = [
	'shift+left',
	'shift+right',
	'shift+.',
	'shift+,',
	'alt+shift+left',
	'alt+shift+right',
	'ctrl+shift+left',
	'ctrl+shift+right',
	'ctrl+alt+shift+left',
	'ctrl+alt+shift+right',
] as const;

const mostStates = 20_000;

/**
 * Presses the fewest of the given keys that lead to a state that passes (breadth first); answers whether there is a way. An annotator
 * who knows all keys and looks before moving.
 */
export function reach(desk: Desk, keys: readonly string[], passes: (state: State) => boolean): boolean {
	const start = desk.state;
	if (passes(start)) return true;
	const seen = new Set([nameOf(start)]);
	let front: readonly { readonly state: State; readonly path: readonly string[] }[] = [{ state: start, path: [] }];
	while (front.length > 0 && seen.size < mostStates) {
		const next: { readonly state: State; readonly path: readonly string[] }[] = [];
		for (const { state, path } of front) {
			for (const key of keys) {
				const step = press(state, desk.world, key);
				if (step === undefined || step.effects.some(effect => effect.do !== 'reveal')) continue;
				const name = nameOf(step.state);
				if (seen.has(name)) continue;
				seen.add(name);
				const there = [...path, key];
				if (passes(step.state)) {
					desk.press(...there);
					return true;
				}
				next.push({ state: step.state, path: there });
			}
		}
		front = next;
	}
	return false;
}

function nameOf({ anchor, head, focus, grown }: State): string {
	return `${anchor} ${head} ${focus} ${grown?.id} ${grown?.part.span.start}`;
}
