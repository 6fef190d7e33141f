import { itemsOf } from '../../client/reader/machine/items.ts';
import { act, press } from '../../client/reader/machine/keyboard.ts';
import { atStart, type Effect, type State, type World } from '../../client/reader/machine/state.ts';
import { textOf, toRange } from '../../client/reader/machine/text.ts';
import { keysOfReader } from '../../client/src/keys.ts';
import type { DocumentItem, EntityItem, SchemeItem, StatementItem } from '../../client/src/reader/messages.ts';

export const scheme: SchemeItem = {
	name: 'news',
	entities: [
		{ label: 'PER', name: 'Person', color: '#3b90fe', key: 'p' },
		{ label: 'ORG', name: 'Organisation', color: '#c43c0b', key: 'o' },
		{ label: 'LOC', name: 'Place', color: '#539b65', key: 'l' },
	],
	statements: {
		color: '#888e96',
		key: 'q',
		types: [
			{ label: 'direct', name: 'Direct', color: '#888e96', key: '1' },
			{ label: 'indirect', name: 'Indirect', color: '#888e96', key: '2' },
		],
	},
};

/**
 * A world out of one string, and a state in it.
 *
 * - `¦` is the caret; two of them are the ends of the selection.
 * - `{LOC:…}` is a suggested name, `{LOC!:…}` a confirmed one.
 * - `{Q:…}` is the content of a suggested statement, `{Q!:…}` of a confirmed one.
 *
 * Ids are `e1`, `e2`, … and `s1`, … in the order of their starts.
 */
function worldOf(marked: string): { readonly world: World; readonly state: State } {
	const open: { readonly tag: string; readonly start: number }[] = [];
	const marks: { readonly tag: string; readonly start: number; readonly end: number }[] = [];
	const carets: number[] = [];
	let all = '';
	for (const [piece, tag] of marked.matchAll(/\{(\w+!?):|[\s\S]/gu)) {
		if (tag !== undefined) open.push({ tag, start: all.length });
		else if (piece === '}') marks.push({ ...(open.pop() ?? { tag: '', start: 0 }), end: all.length });
		else if (piece === '¦') carets.push(all.length);
		else all += piece;
	}
	const text = textOf(all.split('\n'));
	const entities: EntityItem[] = [];
	const statements: StatementItem[] = [];
	for (const { tag, start, end } of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
		const label = tag.replace('!', '');
		const range = toRange(text, { start, end });
		const words = all.slice(start, end);
		const status = tag.endsWith('!') ? 'confirmed' : 'suggested';
		if (label === 'Q') {
			statements.push({
				id: `s${statements.length + 1}`,
				status,
				type: 'indirect',
				content: [range],
				text: words,
				how: 'named',
				from: 'rule',
			});
		} else {
			entities.push({ id: `e${entities.length + 1}`, status, label, range, text: words, name: words, from: 'rule' });
		}
	}
	const document: DocumentItem = {
		version: 1,
		revision: 1,
		entities,
		statements,
		regions: [],
		status: { entities: 'new', statements: 'new' },
		problems: [],
	};
	const [anchor = 0, head = anchor] = carets;
	return {
		world: { text, items: itemsOf(document, text), scheme, keys: keysOfReader(), advance: true },
		state: { ...atStart, anchor, head },
	};
}

/** Presses keys, one after another, separated by blanks; answers the state and what was to be done, one a line. */
export function pressAll(
	marked: string,
	keys: string,
): { readonly shown: string; readonly state: State; readonly done: readonly string[] } {
	const { world, state: start } = worldOf(marked);
	let state = start;
	const done: string[] = [];
	for (const key of keys.split(' ').filter(name => name !== '')) {
		const step = press(state, world, key);
		if (!step) {
			done.push(`${key} means nothing`);
			continue;
		}
		state = step.state;
		done.push(...step.effects.flatMap(effect => told(effect, world)));
	}
	return { shown: shown(state, world), state, done };
}

/** What an action does by its name. */
export function actOn(marked: string, action: string, id?: string): readonly string[] {
	const { world, state } = worldOf(marked);
	return act(state, world, action, { id }).effects.flatMap(effect => told(effect, world));
}

/** The text with the caret or the selection in it, and what is in focus. */
function shown({ anchor, head, focus }: State, { text: { all } }: World): string {
	const marked =
		anchor === head
			? `${all.slice(0, anchor)}¦${all.slice(anchor)}`
			: `${all.slice(0, anchor)}¦${all.slice(anchor, head)}¦${all.slice(head)}`;
	return focus === undefined ? marked : `${marked} (${focus})`;
}

function told(effect: Effect, { text }: World): readonly string[] {
	switch (effect.do) {
		case 'reveal':
			return [];
		case 'decide': {
			const { command, argument } = effect.decision;
			const parts = Object.entries(argument).map(([name, value]) => `${name}=${inWords(value, text.lines)}`);
			return [[command.replace('isnad.', ''), ...parts].join(' ')];
		}
		case 'ask':
			return [`ask ${effect.question.what}`];
		case 'say':
			return [`say ${effect.word}`];
		default:
			return [effect.do];
	}
}

/** A range as its words, anything else as it is. */
function inWords(value: unknown, lines: readonly string[]): string {
	if (Array.isArray(value)) return value.map(one => inWords(one, lines)).join('+');
	if (typeof value !== 'object' || value === null || !('start' in value) || !('end' in value)) return String(value);
	const { start, end } = value as EntityItem['range'];
	return start.line === end.line
		? (lines[start.line] ?? '').slice(start.character, end.character)
		: `${start.line}:${start.character}-${end.line}:${end.character}`;
}
