import type { Decision, EditorCommand, Question, SchemeItem } from '../../src/reader/messages.ts';
import type { Item, Part } from './items.ts';
import type { Span, Text } from './text.ts';

/** What keys and clicks are about; told by the extension, never changed by the machine. */
export interface World {
	readonly text: Text;
	/** In the order of reading. */
	readonly items: readonly Item[];
	readonly scheme: SchemeItem;
	/** Actions by key. */
	readonly keys: Readonly<Record<string, string>>;
	/** Whether a decision goes on to the next suggestion. */
	readonly advance: boolean;
}

/** Where the annotator is. */
export interface State {
	/** Start of the selection, and the caret where nothing is selected. */
	readonly anchor: number;
	/** End of the selection; not before its start. */
	readonly head: number;
	/** The item that the annotator went to; the next action is about it. */
	readonly focus: string | undefined;
	/** Where the selection grew out of a place of an item: Enter gives the item this span. */
	readonly grown: { readonly id: string; readonly part: Part } | undefined;
	/** Parts of a statement that were selected before and kept. */
	readonly parts: readonly Span[];
	/** What is asked just now. */
	readonly task: Task | undefined;
	/** Labels, and `statement`, that the legend has switched off: neither drawn nor gone to. */
	readonly hidden: readonly string[];
	/** Where two annotators differ, as far as that was asked. */
	readonly differing: readonly Span[];
}

export const atStart: State = {
	anchor: 0,
	head: 0,
	focus: undefined,
	grown: undefined,
	parts: [],
	task: undefined,
	hidden: [],
	differing: [],
};

export type Task =
	| {
			readonly kind: 'list';
			/** Key of the words above the list. */
			readonly title: string;
			readonly values?: Readonly<Record<string, string>>;
			readonly choices: readonly Choice[];
			/** Index among those that the query leaves. */
			readonly at: number;
			readonly query: string;
			/** With a field to search in. */
			readonly search: boolean;
			/** What is typed is looked for in the article, not in the list. */
			readonly finds?: true;
			/** Of a list to tick; indexes of choices. */
			readonly ticked?: readonly number[];
			/** What to do with what is ticked. */
			readonly tick?: { readonly id: string };
	  }
	| { readonly kind: 'write'; readonly id: string; readonly value: string }
	| { readonly kind: 'words'; readonly id: string; readonly role: 'speaker' | 'cue' }
	| { readonly kind: 'sheet' };

/** A line of a list. */
export interface Choice {
	/** The article's or the scheme's words; or the page's own, by key, where `word` says so. */
	readonly label: string;
	readonly word?: boolean;
	readonly detail?: string;
	readonly outcome: Outcome;
}

export type Outcome =
	| { readonly kind: 'do'; readonly effects: readonly Effect[] }
	| { readonly kind: 'go'; readonly id: string }
	| { readonly kind: 'words'; readonly id: string; readonly role: 'speaker' | 'cue' }
	| { readonly kind: 'tick'; readonly span: Span }
	| { readonly kind: 'select'; readonly span: Span };

/** What is to be done outside. */
export type Effect =
	| { readonly do: 'decide'; readonly decision: Decision; readonly next?: Next }
	| { readonly do: 'ask'; readonly question: Question; readonly next: Next }
	/** A short word to the annotator, by key. */
	| { readonly do: 'say'; readonly word: string; readonly values?: Readonly<Record<string, string>> }
	/** Bring the caret or the item in focus into sight. */
	| { readonly do: 'reveal' }
	| { readonly do: 'look'; readonly what: 'size' | 'leading' | 'width'; readonly steps: number }
	| { readonly do: 'editor'; readonly command: EditorCommand };

/** What an answer is for. */
export type Next =
	| { readonly kind: 'labelToken'; readonly label: string; readonly everywhere: boolean }
	| { readonly kind: 'state'; readonly content: readonly Span[]; readonly type: string | undefined }
	| { readonly kind: 'speakers'; readonly id: string }
	| { readonly kind: 'cues'; readonly id: string }
	| { readonly kind: 'link'; readonly id: string }
	| { readonly kind: 'found'; readonly query: string }
	| { readonly kind: 'relabel'; readonly label: string }
	| { readonly kind: 'differences' }
	| { readonly kind: 'settled' }
	| { readonly kind: 'focus' }
	| { readonly kind: 'everywhere' }
	| { readonly kind: 'tick'; readonly id: string };

/** What becomes of a key, a click or an answer. */
export interface Step {
	readonly state: State;
	readonly effects: readonly Effect[];
}

/** What an action may be told besides: from a click, a menu or the tree. */
export interface Given {
	readonly id?: string | undefined;
	readonly label?: string | undefined;
}

export type Action = (state: State, world: World, given: Given) => Step;

/** Nothing but a word to the annotator. */
export function say(state: State, word: string, values?: Readonly<Record<string, string>>): Step {
	return { state, effects: [{ do: 'say', word, ...(values ? { values } : {}) }] };
}

/** A decision to be sent; the state stays. */
export function decide(state: State, decision: Decision, next?: Next): Step {
	return { state, effects: [{ do: 'decide', decision, ...(next ? { next } : {}) }] };
}
