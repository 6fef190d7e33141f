import type { Compared, EntityItem, StatementItem } from '../../src/reader/messages.ts';
import { onCaret } from './places.ts';
import { type Action, type Choice, type Effect, type Next, type State, type Step, say, type World } from './state.ts';
import { toSpan } from './text.ts';

/** Actions about what two annotators decided differently, by name. */
export const comparing: Readonly<Record<string, Action>> = { nextDifference: askDifferences };

/** Asks where two annotators differ, to go to the next place. */
export function askDifferences(state: State): Step {
	return { state, effects: [{ do: 'ask', question: { what: 'differences' }, next: { kind: 'differences' } }] };
}

/** Goes to the next thing that two layers do not say alike and that is not settled, and asks what holds; then to the one after it. */
export function listDifference(state: State, { text }: World, compared: Compared): Step {
	const open = compared.differences
		.map((difference, index) => ({ ...difference, span: toSpan(text, difference.range), about: compared.about[index] }))
		.filter(({ settled }) => !settled);
	const marked: State = { ...state, differing: open.map(({ span }) => span) };
	const difference = open.find(({ span }) => span.start > state.head) ?? open[0];
	if (!difference) {
		const left = agreedChoice(compared);
		return left.length > 0 ? listed(marked, 'only-agreed-left', left) : say(marked, 'no-differences');
	}
	const { first, second, span, about = '' } = difference;
	const ids = { ...(first ? { first: first.id } : {}), ...(second ? { second: second.id } : {}) };
	const settle = (choice: 'first' | 'second' | 'both' | 'neither', next: Next): Choice['outcome'] => {
		const argument = { layers: compared.layers, choice, ...ids };
		return { kind: 'do', effects: [{ do: 'decide', decision: { command: 'isnad.settle', argument }, next }] };
	};
	const on: Next = { kind: 'settled' };
	const [one, two] = compared.titles;
	return listed(
		onCaret(marked, span.start),
		'they-differ',
		[
			{ label: one, detail: described(first), outcome: settle('first', on) },
			{ label: two, detail: described(second), outcome: settle('second', on) },
			...(first && second ? [{ label: 'take-both', word: true, outcome: settle('both', on) }] : []),
			{ label: 'take-neither', word: true, outcome: settle('neither', on) },
			{ label: 'take-and-edit', word: true, outcome: settle(first ? 'first' : 'second', { kind: 'focus' }) },
			...agreedChoice(compared),
		],
		{ what: about },
	);
}

/** To take at once what both say alike. */
function agreedChoice({ agreed, taken, layers }: Compared): readonly Choice[] {
	if (agreed <= taken) return [];
	const effect: Effect = {
		do: 'decide',
		decision: { command: 'isnad.takeAgreed', argument: { layers } },
		next: { kind: 'settled' },
	};
	return [
		{ label: 'take-agreed', word: true, detail: String(agreed - taken), outcome: { kind: 'do', effects: [effect] } },
	];
}

/** What one layer says, in the article's words. */
function described(item: EntityItem | StatementItem | undefined): string {
	if (!item) return '—';
	if ('label' in item) return `${item.label} · ${item.text}`;
	return [item.type, ...(item.speakerName === undefined ? [] : [item.speakerName]), item.text].join(' · ');
}

function listed(
	state: State,
	title: string,
	choices: readonly Choice[],
	values: Readonly<Record<string, string>> = {},
): Step {
	return {
		state: { ...state, task: { kind: 'list', title, values, choices, at: 0, query: '', search: false } },
		effects: [{ do: 'reveal' }],
	};
}
