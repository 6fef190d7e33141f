import { type Item, isSuggested, nextItem, partsOf } from './items.ts';
import { move, moveEnd, type Unit, wordAt } from './moves.ts';
import { goTo, isShown, onCaret, target } from './places.ts';
import { type Action, type State, type Step, say, type World } from './state.ts';
import { lineAt, lineSpan } from './text.ts';

const isStatement = (item: Item): boolean => item.kind === 'statement';
const isName = (item: Item): boolean => item.kind === 'entity';

/** Actions that move the caret, the focus or an edge of the selection, by name. */
export const moving: Readonly<Record<string, Action>> = {
	nextLetter: by('letter', true),
	previousLetter: by('letter', false),
	nextWord: by('word', true),
	previousWord: by('word', false),
	nextSentence: by('sentence', true),
	previousSentence: by('sentence', false),
	nextParagraph: by('paragraph', true),
	previousParagraph: by('paragraph', false),
	nextSuggestion: to(isSuggested, true, 'no-suggestions-left'),
	previousSuggestion: to(isSuggested, false, 'no-suggestions-left'),
	nextStatement: to(isStatement, true, 'no-statements'),
	previousStatement: to(isStatement, false, 'no-statements'),
	nextMention: to(isName, true, 'no-names'),
	previousMention: to(isName, false, 'no-names'),
	endWordForward: end('word', true),
	endWordBack: end('word', false),
	endLetterForward: end('letter', true),
	endLetterBack: end('letter', false),
	endPassageForward: end('passage', true),
	endPassageBack: end('passage', false),
	startWordForward: start('word', true),
	startWordBack: start('word', false),
	startLetterForward: start('letter', true),
	startLetterBack: start('letter', false),
	selectParagraph: (state, { text }) => {
		const span = lineSpan(text, lineAt(text, state.head));
		return { state: { ...state, anchor: span.start, head: span.end, focus: undefined, grown: undefined }, effects: [] };
	},
	goToFirstMention: (state, world, given) => {
		const item = target(state, world, given, isName);
		const first = item && world.items.find(other => sameName(other, item));
		return first ? goTo(state, first) : say(state, 'no-name-here');
	},
	reveal: (state, { items }, { id }) => {
		const item = items.find(known => known.id === id);
		return item ? goTo(state, item) : { state, effects: [] };
	},
};

/** Whether both are mentions of one name. */
export function sameName(a: Item, b: Item): boolean {
	if (a.kind !== 'entity' || b.kind !== 'entity') return false;
	return a.entity.name === b.entity.name || (a.entity.entity !== undefined && a.entity.entity === b.entity.entity);
}

function by(unit: Unit, forward: boolean): Action {
	return (state, { text }) => shown(onCaret(state, move(text, forward ? state.head : state.anchor, unit, forward)));
}

function to(passes: (item: Item) => boolean, forward: boolean, none: string): Action {
	return (state, { items }) => {
		const from = { id: state.focus, offset: state.head };
		const item = nextItem(items, from, known => passes(known) && isShown(state, known), forward);
		return item ? goTo(state, item) : say(state, none);
	};
}

function end(unit: 'letter' | 'word' | 'passage', forward: boolean): Action {
	return (state, world) => {
		const grown = growing(state, world);
		const head = moveEnd(world.text, grown.head, unit, forward);
		return shown({ ...grown, head: Math.max(head, grown.anchor) });
	};
}

function start(unit: 'letter' | 'word', forward: boolean): Action {
	return (state, world) => {
		const grown = growing(state, world);
		const anchor = move(world.text, grown.anchor, unit, forward);
		return shown({ ...grown, anchor: Math.min(anchor, grown.head) });
	};
}

/** A selection to change: the one there is, the place in focus, or a bare caret moved to the start of its word. */
function growing(state: State, world: World): State {
	if (state.anchor < state.head || state.grown) return state;
	const item = world.items.find(({ id }) => id === state.focus);
	const [part] = item ? partsOf(item) : [];
	if (item && part) return { ...state, anchor: part.span.start, head: part.span.end, grown: { id: item.id, part } };
	const word = wordAt(world.text, state.head);
	const from = word && word.end > state.head ? word.start : state.head;
	return { ...state, anchor: from, head: state.head, focus: undefined };
}

function shown(state: State): Step {
	return { state, effects: [{ do: 'reveal' }] };
}
