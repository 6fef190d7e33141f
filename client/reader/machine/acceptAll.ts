import type { PageArgument } from '../../src/reader/messages.ts';
import { isSuggested } from './items.ts';
import { type Choice, type State, type Step, say, type World } from './state.ts';

/** Asks which suggestions to accept: all, names, statements, or those of one label. */
export function acceptAll(state: State, world: World): Step {
	const left = world.items.filter(isSuggested);
	if (left.length === 0) return say(state, 'no-suggestions-left');
	const labels = left.flatMap(item => (item.kind === 'entity' ? [item.entity.label] : []));
	const choices = [
		...choice({ label: 'accept-everything', word: true }, left.length, {}),
		...choice({ label: 'accept-names', word: true }, labels.length, { kind: 'entity' }),
		...choice({ label: 'accept-statements', word: true }, left.length - labels.length, { kind: 'statement' }),
		...world.scheme.entities.flatMap(({ label, name }) =>
			choice({ label: name }, labels.filter(own => own === label).length, { kind: 'entity', label }),
		),
	];
	return {
		state: { ...state, task: { kind: 'list', title: 'accept-all-which', choices, at: 0, query: '', search: false } },
		effects: [],
	};
}

/** A line for so many suggestions; none for none. */
function choice(
	words: Pick<Choice, 'label' | 'word'>,
	count: number,
	argument: PageArgument<'isnad.acceptAll'>,
): readonly Choice[] {
	if (count === 0) return [];
	const decision = { command: 'isnad.acceptAll' as const, argument };
	return [{ ...words, detail: String(count), outcome: { kind: 'do', effects: [{ do: 'decide', decision }] } }];
}
