import { comparing } from './comparing.ts';
import { deciding, giveLabel } from './deciding.ts';
import { pressInTask } from './listing.ts';
import { moving } from './moving.ts';
import { noting } from './noting.ts';
import { type Action, type Given, type State, type Step, say, type World } from './state.ts';
import { giveStatement, stating } from './stating.ts';

const actions: Readonly<Record<string, Action>> = { ...moving, ...deciding, ...stating, ...noting, ...comparing };

/** Names of all actions. */
export const actionNames: readonly string[] = Object.keys(actions);

/**
 * The Reader's keyboard as data: a state and a key give a state and what is to be done outside. Keys are named by their place,
 * as `a`, `shift+left`. Undefined where the key means nothing here, so that whoever else wants it may have it.
 */
export function press(state: State, world: World, key: string): Step | undefined {
	const { task } = state;
	if (task) {
		const step = pressInTask(state, world, task, key);
		// While words are chosen in the text, the caret moves as ever; nothing else happens.
		if (step || task.kind !== 'words') return step;
		const name = world.keys[key];
		return name !== undefined && name in moving ? act(state, world, name) : undefined;
	}
	const ofScheme = schemeAction(state, world, key);
	if (ofScheme) return ofScheme;
	if (key === 'escape')
		return { state: { ...state, head: state.anchor, focus: undefined, grown: undefined, parts: [] }, effects: [] };
	const name = world.keys[key];
	if (name !== undefined && Object.hasOwn(actions, name)) return act(state, world, name);
	return /^[a-z0-9]$/.test(key) ? say(state, 'key-unused', { key: key.toUpperCase() }) : undefined;
}

/** Does an action by its name, as a click, a menu or the palette asks for it. */
export function act(state: State, world: World, name: string, given: Given = {}): Step {
	const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
	return action ? action(state, world, given) : { state, effects: [] };
}

/** Labels, statements and their types have their keys from the scheme; with Shift, a label goes to every mention. */
function schemeAction(state: State, world: World, key: string): Step | undefined {
	const { entities, statements } = world.scheme;
	const plain = key.replace(/^shift\+/, '');
	const label = entities.find(known => known.key?.toLowerCase() === plain)?.label;
	if (label !== undefined) return giveLabel(state, world, label, plain !== key);
	if (statements.key?.toLowerCase() === key) return giveStatement(state, world, undefined, {});
	const type = statements.types.find(known => known.key?.toLowerCase() === key)?.label;
	if (type !== undefined) return giveStatement(state, world, type, {});
	const numbered = /^[1-9]$/.test(key) ? entities[Number(key) - 1]?.label : undefined;
	return numbered === undefined ? undefined : giveLabel(state, world, numbered, false);
}
