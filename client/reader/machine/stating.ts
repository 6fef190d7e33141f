import type { Decision, GuessResult, PageArgument, Range } from '../../src/reader/messages.ts';
import { type Item, isSuggested, overlaps, type Saying } from './items.ts';
import { after, onCaret, selected, target } from './places.ts';
import {
	type Action,
	type Choice,
	decide,
	type Effect,
	type Given,
	type State,
	type Step,
	say,
	type World,
} from './state.ts';
import { type Span, toRange } from './text.ts';

type StatementType = NonNullable<PageArgument<'isnad.statement'>['type']>;

const isStatement = (item: Item): boolean => item.kind === 'statement';

/** Actions about who said what, by name. */
export const stating: Readonly<Record<string, Action>> = {
	statement: (state, world, given) => giveStatement(state, world, undefined, given),
	addPart(state, world) {
		const span = state.grown ? undefined : selected(state, world);
		if (!span) return say(state, 'select-words');
		const parts = [...state.parts.filter(part => !overlaps(part, span)), span].sort((a, b) => a.start - b.start);
		return say({ ...onCaret(state, span.end), parts }, 'part-kept');
	},
	attribute: partAction('speaker'),
	chooseCue: partAction('cue'),
	setType(state, world, given) {
		const item = sayingFor(state, world, given);
		if (!item) return say(state, 'no-statement-here');
		const choices = world.scheme.statements.types.map(
			({ label, name }): Choice => ({
				label: name,
				outcome: { kind: 'do', effects: [{ do: 'decide', decision: typeDecision(item.id, label) }] },
			}),
		);
		return {
			state: { ...state, task: { kind: 'list', title: 'pick-type', choices, at: 0, query: '', search: false } },
			effects: [],
		};
	},
};

/**
 * What the statement key and the keys of types do: mark the selected words as said, with the machine's best guess of cue and
 * speaker; on a bare caret give the statement this type, or accept it.
 */
export function giveStatement(state: State, world: World, type: string | undefined, given: Given): Step {
	const span = state.grown || given.id !== undefined ? undefined : selected(state, world);
	const parts = [...state.parts, ...(span && !state.parts.some(part => overlaps(part, span)) ? [span] : [])];
	if (parts.length > 0) {
		const content = parts.sort((a, b) => a.start - b.start);
		return {
			state,
			effects: [
				{
					do: 'ask',
					question: { what: 'guess', content: content.map(part => toRange(world.text, part)) },
					next: { kind: 'state', content, type },
				},
			],
		};
	}
	const item = sayingFor(state, world, given);
	if (!item) return say(state, 'select-statement');
	const decision: Decision | undefined =
		type !== undefined && type !== item.statement.type
			? typeDecision(item.id, type)
			: isSuggested(item)
				? { command: 'isnad.accept', argument: { id: item.id } }
				: undefined;
	if (!decision) return say(state, 'already-statement');
	return { state: after(state, world, item), effects: [{ do: 'decide', decision }, { do: 'reveal' }] };
}

/** After the guesses for new content: the statement with the best of them, in focus, to be corrected where they are wrong. */
export function markStatement(
	state: State,
	world: World,
	content: readonly Span[],
	type: string | undefined,
	guess: GuessResult,
): Step {
	const [cue] = guess.cues;
	const [speaker] = guess.speakers;
	const decision: Decision = {
		command: 'isnad.statement',
		argument: {
			content: content.map(span => toRange(world.text, span)),
			type: (type as StatementType | undefined) ?? guess.type,
			...(cue ? { cue: cue.range } : {}),
			...(speaker?.range ? { speaker: speaker.range } : {}),
			...(speaker?.entity === undefined ? {} : { speakerEntity: speaker.entity }),
		},
	};
	return decide({ ...onCaret(state, content[0]?.start ?? state.head), parts: [] }, decision, { kind: 'focus' });
}

/** The list of speakers to choose from: the machine's guesses, words of the text, nobody, others who are known here. */
export function listSpeakers(state: State, world: World, id: string, { speakers }: GuessResult): Step {
	const guesses = speakers.map(
		({ range, text, name, entity }): Choice => ({
			label: name ?? text,
			...(range
				? { detail: [...(name === undefined || name === text ? [] : [text]), range.start.line + 1].join(' · ') }
				: {}),
			outcome: attributing({ id, speaker: range ?? null, ...(entity === undefined ? {} : { speakerEntity: entity }) }),
		}),
	);
	const known = new Map<string, string>();
	for (const item of world.items) {
		const [key, name] =
			item.kind === 'entity'
				? [/^(PER|ORG)$/.test(item.entity.label) ? item.entity.entity : undefined, item.entity.text]
				: [item.statement.speakerEntity, item.statement.speakerName];
		const guessed = speakers.some(other => other.entity === key || (other.name ?? other.text) === name);
		if (key !== undefined && name !== undefined && !guessed) known.set(key, name);
	}
	const choices: readonly Choice[] = [
		...guesses,
		{ label: 'choose-words', word: true, outcome: { kind: 'words', id, role: 'speaker' } },
		{ label: 'no-speaker', word: true, outcome: attributing({ id, speaker: null, speakerEntity: '' }) },
		...[...known].map(
			([speakerEntity, label]): Choice => ({
				label,
				outcome: attributing({ id, speaker: null, speakerEntity }),
			}),
		),
	];
	return listed(state, 'who-says-it', choices);
}

/** The list of words that may say that it is said. */
export function listCues(state: State, id: string, { cues }: GuessResult): Step {
	return listed(state, 'which-cue', [
		...cues.map(({ range, text }): Choice => ({ label: text, outcome: attributing({ id, cue: range }) })),
		{ label: 'choose-words', word: true, outcome: { kind: 'words', id, role: 'cue' } },
		{ label: 'no-cue', word: true, outcome: attributing({ id, cue: null }) },
	]);
}

/** The selected words become speaker or cue. */
export function giveWords(id: string, role: 'speaker' | 'cue', range: Range): Effect {
	const argument: PageArgument<'isnad.attribute'> = role === 'speaker' ? { id, speaker: range } : { id, cue: range };
	return { do: 'decide', decision: { command: 'isnad.attribute', argument } };
}

/** The selected words, where there are some beside a statement in focus, become its speaker or cue; else it is asked. */
function partAction(role: 'speaker' | 'cue'): Action {
	return (state, world, given) => {
		const span = state.grown || given.id !== undefined ? undefined : selected(state, world);
		const item = sayingFor(state, world, given);
		if (!item) return say(state, 'no-statement-here');
		if (span) {
			return {
				state: { ...onCaret(state, span.end), focus: item.id },
				effects: [giveWords(item.id, role, toRange(world.text, span))],
			};
		}
		return {
			state: { ...state, focus: item.id },
			effects: [
				{
					do: 'ask',
					question: { what: 'guess', content: item.statement.content },
					next: { kind: role === 'speaker' ? 'speakers' : 'cues', id: item.id },
				},
			],
		};
	};
}

/** The statement meant; a speaker often stands just outside, so else the nearest one of the same paragraph. */
function sayingFor(state: State, world: World, given: Given): Saying | undefined {
	const exact = target(state, world, given, isStatement);
	if (exact) return exact.kind === 'statement' ? exact : undefined;
	if (given.id !== undefined) return undefined;
	const line = (item: Saying): number => item.statement.content[0]?.start.line ?? -1;
	const here = toRange(world.text, { start: state.head, end: state.head }).start.line;
	return world.items
		.flatMap(item => (item.kind === 'statement' && line(item) === here ? [item] : []))
		.sort((a, b) => away(a, state.head) - away(b, state.head))[0];
}

function away({ span }: Saying, offset: number): number {
	return Math.max(span.start - offset, offset - span.end, 0);
}

function attributing(argument: PageArgument<'isnad.attribute'>): Choice['outcome'] {
	return { kind: 'do', effects: [{ do: 'decide', decision: { command: 'isnad.attribute', argument } }] };
}

function typeDecision(id: string, type: string): Decision {
	return { command: 'isnad.setType', argument: { id, type: type as StatementType } };
}

function listed(state: State, title: string, choices: readonly Choice[]): Step {
	return { state: { ...state, task: { kind: 'list', title, choices, at: 0, query: '', search: false } }, effects: [] };
}
