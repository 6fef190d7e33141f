import type { FindResult } from '../../src/reader/messages.ts';
import { goTo, onCaret, selected } from './places.ts';
import {
	type Choice,
	decide,
	type Effect,
	type Outcome,
	type State,
	type Step,
	say,
	type Task,
	type World,
} from './state.ts';
import { giveWords } from './stating.ts';
import { toRange, toSpan } from './text.ts';

type List = Extract<Task, { kind: 'list' }>;

/** The lines of a list that the query leaves, with their places in the whole list; a key that nobody has is offered as typed. */
export function leftChoices(list: List): readonly { readonly choice: Choice; readonly index: number }[] {
	const all = list.choices.map((choice, index) => ({ choice, index }));
	const query = bare(list.query);
	if (query === '' || list.finds) return all;
	return all.filter(({ choice }) => bare(`${choice.label} ${choice.detail ?? ''}`).includes(query));
}

/** Letters as one types them in a search: no marks, no tatweel, one alef. */
function bare(words: string): string {
	return words
		.trim()
		.toLowerCase()
		.replace(/[\u064b-\u0652\u0670\u0640]/g, '')
		.replace(/[أإآٱ]/g, 'ا')
		.replace(/ى/g, 'ي')
		.replace(/ة/g, 'ه');
}

/** What a key does while something is asked; undefined where it means nothing there. */
export function pressInTask(state: State, world: World, task: Task, key: string): Step | undefined {
	if (key === 'escape') return { state: { ...state, task: undefined }, effects: [] };
	switch (task.kind) {
		case 'list':
			return pressInList(state, world, task, key);
		case 'words':
			return key === 'enter' ? takeWords(state, world, task) : undefined;
		case 'sheet':
			// Keys that scroll do so.
			if (['up', 'down', 'pageup', 'pagedown', 'home', 'end', 'tab'].includes(key)) return undefined;
			return { state: { ...state, task: undefined }, effects: [] };
		case 'write':
			return undefined;
	}
}

function pressInList(state: State, world: World, list: List, key: string): Step | undefined {
	const left = leftChoices(list);
	const to = (at: number): Step => ({
		state: { ...state, task: { ...list, at: left.length === 0 ? 0 : (at + left.length) % left.length } },
		effects: [],
	});
	if (key === 'down' || (key === 'j' && !list.search)) return to(list.at + 1);
	if (key === 'up' || (key === 'k' && !list.search)) return to(list.at - 1);
	if (key === 'home') return to(0);
	if (key === 'end') return to(left.length - 1);
	if (key === 'space' && list.tick) return toggle(state, list, left[list.at]?.index);
	if (key === 'enter') return list.tick ? takeTicked(state, world, list) : choose(state, world, list.at);
	if (/^[1-9]$/.test(key) && !list.search && !list.tick) return choose(state, world, Number(key) - 1);
	return undefined;
}

/** Takes the line at this place among those that are left. In a list to tick, ticks it or not. */
export function choose(state: State, world: World, at: number): Step {
	const list = state.task;
	if (list?.kind !== 'list') return { state, effects: [] };
	const found = leftChoices(list)[at];
	if (list.tick) return toggle(state, list, found?.index);
	if (found) return outcome({ ...state, task: undefined }, world, found.choice.outcome);
	return { state, effects: [] };
}

/** What is typed into the field of a list. */
export function search(state: State, query: string): Step {
	const { task } = state;
	if (task?.kind !== 'list') return { state, effects: [] };
	const effects: readonly Effect[] = task.finds
		? [{ do: 'ask', question: { what: 'find', query: query.trim() }, next: { kind: 'found', query } }]
		: [];
	return { state: { ...state, task: { ...task, query, at: 0 } }, effects };
}

/** The places that were found, if they are still what is looked for. */
export function listFound(state: State, world: World, query: string, { hits }: FindResult): Step {
	const { task } = state;
	if (task?.kind !== 'list' || !task.finds || task.query !== query) return { state, effects: [] };
	const choices = hits.map(
		({ range, before, text, after }): Choice => ({
			label: text,
			detail: `…${before}${text}${after}…`,
			outcome: { kind: 'select', span: toSpan(world.text, range) },
		}),
	);
	return { state: { ...state, task: { ...task, choices, at: 0 } }, effects: [] };
}

/** What was written into the field of a comment. */
export function written(state: State, value: string): Step {
	const { task } = state;
	if (task?.kind !== 'write') return { state, effects: [] };
	return decide(
		{ ...state, task: undefined },
		{ command: 'isnad.note', argument: { id: task.id, comment: value.trim() } },
	);
}

function outcome(state: State, world: World, what: Outcome): Step {
	switch (what.kind) {
		case 'do':
			return { state, effects: what.effects };
		case 'go': {
			const item = world.items.find(({ id }) => id === what.id);
			return item ? goTo(state, item) : { state, effects: [] };
		}
		case 'words':
			return { state: { ...state, task: { kind: 'words', id: what.id, role: what.role } }, effects: [] };
		case 'select':
			return {
				state: { ...onCaret(state, what.span.start), head: what.span.end },
				effects: [{ do: 'reveal' }],
			};
		case 'tick':
			return { state, effects: [] };
	}
}

function toggle(state: State, list: List, index: number | undefined): Step {
	if (index === undefined) return { state, effects: [] };
	const ticked = list.ticked ?? [];
	const now = ticked.includes(index)
		? ticked.filter(other => other !== index)
		: [...ticked, index].sort((a, b) => a - b);
	return { state: { ...state, task: { ...list, ticked: now } }, effects: [] };
}

function takeTicked(state: State, world: World, list: List): Step {
	const done: State = { ...state, task: undefined };
	const ranges = (list.ticked ?? []).flatMap(index => {
		const what = list.choices[index]?.outcome;
		return what?.kind === 'tick' ? [toRange(world.text, what.span)] : [];
	});
	if (!list.tick || ranges.length === 0) return { state: done, effects: [] };
	return decide(done, { command: 'isnad.labelAll', argument: { id: list.tick.id, scope: 'document', ranges } });
}

function takeWords(state: State, world: World, { id, role }: Extract<Task, { kind: 'words' }>): Step {
	const span = selected(state, world);
	if (!span) return say(state, 'select-words');
	return {
		state: { ...onCaret(state, span.start), focus: id, task: undefined },
		effects: [giveWords(id, role, toRange(world.text, span))],
	};
}
