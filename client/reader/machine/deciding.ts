import type { CommandAnswer, Decision, Range } from '../../src/reader/messages.ts';
import { acceptAll } from './acceptAll.ts';
import { type Item, isSuggested, nextItem, partsOf } from './items.ts';
import { after, goTo, isShown, onCaret, selected, target } from './places.ts';
import { type Action, decide, type Effect, type Given, type State, type Step, say, type World } from './state.ts';
import { lineAt, lineSpan, toPosition, toRange, toSpan } from './text.ts';

const isName = (item: Item): boolean => item.kind === 'entity';

/** Actions that decide about one item or several, by name. */
export const deciding: Readonly<Record<string, Action>> = {
	accept,
	acceptAll,
	acceptParagraph,
	reject: onOne('isnad.reject', () => true),
	remove: onOne('isnad.remove', item => !isSuggested(item)),
	adjust,
	relabel(state, world, given) {
		const item = target(state, world, given, isName);
		if (!item) return say(state, 'no-name-here');
		if (given.label !== undefined) return giveLabel({ ...state, focus: item.id }, world, given.label, false);
		return {
			state: {
				...state,
				task: {
					kind: 'list',
					title: 'pick-label',
					at: 0,
					query: '',
					search: false,
					choices: world.scheme.entities.map(({ label, name }) => ({
						label: name,
						detail: label,
						outcome: { kind: 'do', effects: [labelEffect(item, label)] },
					})),
				},
			},
			effects: [],
		};
	},
	label: (state, world, { label }) =>
		label === undefined ? { state, effects: [] } : giveLabel(state, world, label, false),
};

/**
 * What a label key does: labels the selected words; gives the item in focus this label, which accepts it; else labels the word
 * at the caret, its attached particles left outside. `everywhere`: then offers all other mentions.
 */
export function giveLabel(state: State, world: World, label: string, everywhere: boolean): Step {
	const next = everywhere ? { kind: 'everywhere' as const } : undefined;
	const grown = state.grown && world.items.find(({ id }) => id === state.grown?.id);
	if (grown?.kind === 'entity') {
		return adjustTo(state, world, grown, grown.entity.label === label ? next : { kind: 'relabel', label });
	}
	const span = selected(state, world);
	if (span) {
		return decide(
			onCaret(state, span.end),
			{ command: 'isnad.label', argument: { range: toRange(world.text, span), label } },
			next,
		);
	}
	const item = target(state, world, {}, isName);
	if (item?.kind !== 'entity') {
		return {
			state,
			effects: [
				{
					do: 'ask',
					question: { what: 'token', position: toPosition(world.text, state.head) },
					next: { kind: 'labelToken', label, everywhere },
				},
			],
		};
	}
	if (item.entity.label === label && !isSuggested(item)) {
		return everywhere ? everyMention(state, item.id) : say(state, 'already-labelled');
	}
	const effect = labelEffect(item, label);
	return withNext({ state: after(state, world, item), effects: [effect, { do: 'reveal' }] }, next);
}

/** After the token at the caret was asked for. */
export function labelToken(state: State, range: Range | undefined, label: string, everywhere: boolean): Step {
	if (!range) return say(state, 'no-word-here');
	return decide(
		state,
		{ command: 'isnad.label', argument: { range, label } },
		everywhere ? { kind: 'everywhere' } : undefined,
	);
}

/** Asks for the other mentions of a name, to tick. */
export function everyMention(state: State, id: string): Step {
	return decide(
		state,
		{ command: 'isnad.labelAll', argument: { id, scope: 'document', dryRun: true } },
		{ kind: 'tick', id },
	);
}

/** The list of the other mentions, all of them ticked. */
export function tickMentions(state: State, world: World, id: string, places: CommandAnswer['places']): Step {
	if (!places || places.length === 0) return say(state, 'no-other-mentions');
	const item = world.items.find(known => known.id === id);
	return {
		state: {
			...state,
			task: {
				kind: 'list',
				title: 'label-all-which',
				...(item?.kind === 'entity' ? { values: { text: item.entity.text } } : {}),
				at: 0,
				query: '',
				search: false,
				ticked: places.map((_, index) => index),
				tick: { id },
				choices: places.map(({ range, text }) => ({
					label: text,
					detail: around(world, range),
					outcome: { kind: 'tick', span: toSpan(world.text, range) },
				})),
			},
		},
		effects: [],
	};
}

function around({ text }: World, range: Range): string {
	const { start, end } = toSpan(text, range);
	const line = lineSpan(text, lineAt(text, start));
	return `…${text.all.slice(Math.max(line.start, start - 24), Math.min(line.end, end + 24))}…`;
}

function accept(state: State, world: World, given: Given): Step {
	const { items, text } = world;
	const grown = given.id === undefined ? items.find(({ id }) => id === state.grown?.id) : undefined;
	if (grown) return adjustTo(state, world, grown);
	const span = given.id === undefined ? selected(state, world) : undefined;
	if (span)
		return decide(onCaret(state, span.end), { command: 'isnad.acceptAll', argument: { range: toRange(text, span) } });
	const item = target(state, world, given, isSuggested);
	if (!item) return say(state, 'no-suggestion-here');
	return decided(state, world, item, { command: 'isnad.accept', argument: { id: item.id } }, given);
}

/** Accepts every suggestion that starts in the caret's paragraph, and goes to the next one after it. */
function acceptParagraph(state: State, world: World): Step {
	const { items, text } = world;
	const line = lineSpan(text, lineAt(text, state.head));
	const inside = (item: Item): boolean => item.span.start >= line.start && item.span.start <= line.end;
	const next = nextItem(
		items,
		{ id: undefined, offset: line.end + 1 },
		item => isSuggested(item) && isShown(state, item) && !inside(item),
		true,
	);
	const moved = next ? goTo(state, next) : { state: onCaret(state, line.end), effects: [] };
	const here = items.filter(item => isSuggested(item) && inside(item));
	if (here.length === 0) return moved;
	// What the legend hides, nobody has read; what runs on into the next paragraph is accepted alone.
	const whole = here.every(item => isShown(state, item) && partsOf(item).every(({ span }) => span.end <= line.end));
	const decisions: readonly Decision[] = whole
		? [{ command: 'isnad.acceptAll', argument: { range: toRange(text, line) } }]
		: here
				.filter(item => isShown(state, item))
				.map(({ id }) => ({ command: 'isnad.accept' as const, argument: { id } }));
	return {
		state: moved.state,
		effects: [...decisions.map(decision => ({ do: 'decide' as const, decision })), ...moved.effects],
	};
}

/** Selects the place of an item, to be changed and taken with Enter; again: its next place. */
function adjust(state: State, world: World, given: Given): Step {
	const item = target(state, world, given);
	if (!item) return say(state, 'nothing-here');
	const parts = partsOf(item);
	const before =
		state.grown?.id === item.id ? parts.findIndex(({ span }) => span.start === state.grown?.part.span.start) : -1;
	const part = parts[(before + 1) % parts.length];
	if (!part) return { state, effects: [] };
	return {
		state: {
			...state,
			focus: item.id,
			grown: { id: item.id, part },
			anchor: part.span.start,
			head: part.span.end,
		},
		effects: [{ do: 'reveal' }],
	};
}

function adjustTo(state: State, world: World, item: Item, next?: Extract<Effect, { do: 'decide' }>['next']): Step {
	const span = selected(state, world);
	const part = state.grown?.part;
	if (!span || !part) return { state, effects: [] };
	const range = toRange(world.text, span);
	const decision: Decision = {
		command: 'isnad.adjust',
		argument: {
			id: item.id,
			range,
			...(part.part === undefined ? {} : { part: part.part }),
			...(part.index === undefined ? {} : { index: part.index }),
		},
	};
	return {
		state: after({ ...state, grown: undefined }, world, item),
		effects: [{ do: 'decide', decision, ...(next ? { next } : {}) }, { do: 'reveal' }],
	};
}

function onOne(command: 'isnad.reject' | 'isnad.remove', passes: (item: Item) => boolean): Action {
	return (state, world, given) => {
		const item = target(state, world, given, passes);
		if (!item) return say(state, 'nothing-here');
		return decided(state, world, item, { command, argument: { id: item.id } }, given);
	};
}

/** By key the caret goes on to the next suggestion; a decision clicked elsewhere leaves it where it is. */
function decided(state: State, world: World, item: Item, decision: Decision, given: Given): Step {
	if (given.id !== undefined && given.id !== state.focus) return decide(state, decision);
	return { state: after(state, world, item), effects: [{ do: 'decide', decision }, { do: 'reveal' }] };
}

function labelEffect(item: Item, label: string): Effect {
	const same = item.kind === 'entity' && item.entity.label === label;
	const decision: Decision = same
		? { command: 'isnad.accept', argument: { id: item.id } }
		: { command: 'isnad.relabel', argument: { id: item.id, label } };
	return { do: 'decide', decision };
}

function withNext(step: Step, next: Extract<Effect, { do: 'decide' }>['next']): Step {
	if (!next) return step;
	return { ...step, effects: step.effects.map(effect => (effect.do === 'decide' ? { ...effect, next } : effect)) };
}
