import type { RegisterResult } from '../../src/reader/messages.ts';
import { everyMention } from './deciding.ts';
import { type Item, isSuggested } from './items.ts';
import { sameName } from './moving.ts';
import { target } from './places.ts';
import { type Action, type Choice, decide, type Effect, type State, type Step, say, type World } from './state.ts';
import { lineAt } from './text.ts';

const isName = (item: Item): boolean => item.kind === 'entity';

/** Actions about what is known of an item or of the article, by name. */
export const noting: Readonly<Record<string, Action>> = {
	note(state, world, given) {
		const item = target(state, world, given);
		if (!item) return say(state, 'nothing-here');
		if (isSuggested(item)) return say(state, 'decide-first');
		return { state: { ...state, task: { kind: 'write', id: item.id, value: facts(item).comment ?? '' } }, effects: [] };
	},
	flag(state, world, given) {
		const item = target(state, world, given);
		if (!item) return say(state, 'nothing-here');
		if (isSuggested(item)) return say(state, 'decide-first');
		return decide(state, { command: 'isnad.note', argument: { id: item.id, flag: facts(item).flag !== true } });
	},
	link(state, world, given) {
		const item = target(state, world, given, isName);
		if (!item) return say(state, 'no-name-here');
		return { state, effects: [{ do: 'ask', question: { what: 'register' }, next: { kind: 'link', id: item.id } }] };
	},
	labelAllInDocument(state, world, given) {
		const item = target(state, world, given, isName);
		return item ? everyMention(state, item.id) : say(state, 'no-name-here');
	},
	allMentions(state, world, given) {
		const item = target(state, world, given, isName);
		if (!item) return say(state, 'no-name-here');
		const choices = world.items
			.filter(other => sameName(other, item))
			.map(
				(other): Choice => ({
					label: other.kind === 'entity' ? other.entity.text : '',
					detail: String(lineAt(world.text, other.span.start) + 1),
					outcome: { kind: 'go', id: other.id },
				}),
			);
		return {
			state: { ...state, task: { kind: 'list', title: 'every-mention', choices, at: 0, query: '', search: false } },
			effects: [],
		};
	},
	markDone: state => ({
		state,
		effects: [
			...(['entities', 'statements'] as const).map(
				(kind): Effect => ({
					do: 'decide',
					decision: { command: 'isnad.status', argument: { kind, status: 'done' } },
				}),
			),
			{ do: 'say', word: 'marked-done' },
		],
	}),
	markStatus: state => {
		const choices = (['entities', 'statements'] as const).flatMap(kind =>
			(['new', 'draft', 'done'] as const).map(
				(status): Choice => ({
					label: `mark-${kind}-${status}`,
					word: true,
					outcome: {
						kind: 'do',
						effects: [{ do: 'decide', decision: { command: 'isnad.status', argument: { kind, status } } }],
					},
				}),
			),
		);
		return {
			state: { ...state, task: { kind: 'list', title: 'pick-status', choices, at: 0, query: '', search: false } },
			effects: [],
		};
	},
	find: state => ({
		state: {
			...state,
			task: { kind: 'list', title: 'find-what', choices: [], at: 0, query: '', search: true, finds: true },
		},
		effects: [],
	}),
	undo: state => decide(state, { command: 'isnad.undo', argument: {} }, { kind: 'focus' }),
	redo: state => decide(state, { command: 'isnad.redo', argument: {} }, { kind: 'focus' }),
	cheatSheet: state => ({ state: { ...state, task: { kind: 'sheet' } }, effects: [] }),
	openText: editor('openText'),
	openSidecar: editor('openSidecar'),
	nextUnfinished: editor('nextUnfinished'),
	saveReaderPage: editor('saveReaderPage'),
	allCommands: editor('allCommands'),
	larger: look('size', 1),
	smaller: look('size', -1),
	looser: look('leading', 1),
	tighter: look('leading', -1),
	wider: look('width', 1),
	narrower: look('width', -1),
};

/** The list of keys of the register for a name: those of its label first, then those that only this article uses. */
export function listKeys(state: State, world: World, id: string, { entries }: RegisterResult): Step {
	const item = world.items.find(known => known.id === id);
	if (item?.kind !== 'entity') return { state, effects: [] };
	const { label, entity: current, text } = item.entity;
	const choice = (key: string, detail: string): Choice => ({
		label: key,
		detail,
		outcome: {
			kind: 'do',
			effects: [{ do: 'decide', decision: { command: 'isnad.link', argument: { id, entity: key } } }],
		},
	});
	const listed = entries.filter(({ key }) => key !== current);
	const used = new Map<string, string>();
	for (const other of world.items) {
		const key = other.kind === 'entity' ? other.entity.entity : undefined;
		if (other.kind !== 'entity' || key === undefined || key === current) continue;
		if (!entries.some(entry => entry.key === key)) used.set(key, other.entity.text);
	}
	const choices = [
		...[...listed.filter(entry => entry.label === label), ...listed.filter(entry => entry.label !== label)].map(
			({ key, name, aliases }) => choice(key, [name, ...aliases].join('، ')),
		),
		...[...used].map(([key, name]) => choice(key, name)),
	];
	return {
		state: {
			...state,
			task: { kind: 'list', title: 'link-to', values: { text }, choices, at: 0, query: '', search: true },
		},
		effects: [],
	};
}

function facts(item: Item): { readonly comment?: string; readonly flag?: boolean } {
	return item.kind === 'entity' ? item.entity : item.statement;
}

function editor(command: 'openText' | 'openSidecar' | 'nextUnfinished' | 'saveReaderPage' | 'allCommands'): Action {
	return state => ({ state, effects: [{ do: 'editor', command }] });
}

function look(what: 'size' | 'leading' | 'width', steps: number): Action {
	return state => ({ state, effects: [{ do: 'look', what, steps }] });
}
