import type {
	CommandAnswer,
	Compared,
	FindResult,
	GuessResult,
	Range,
	RegisterResult,
} from '../../src/reader/messages.ts';
import { askDifferences, listDifference } from './comparing.ts';
import { everyMention, labelToken, tickMentions } from './deciding.ts';
import { listFound } from './listing.ts';
import { listKeys } from './noting.ts';
import { onItem } from './places.ts';
import type { Next, State, Step, World } from './state.ts';
import { listCues, listSpeakers, markStatement } from './stating.ts';

/** What becomes of an answer that went well. */
export function answered(state: State, world: World, next: Next, value: unknown): Step {
	const answer = value as CommandAnswer;
	const id = answer.id ?? answer.ids?.[0];
	switch (next.kind) {
		case 'labelToken':
			return labelToken(state, (value as { readonly range?: Range }).range, next.label, next.everywhere);
		case 'state':
			return markStatement(state, world, next.content, next.type, value as GuessResult);
		case 'speakers':
			return listSpeakers(state, world, next.id, value as GuessResult);
		case 'cues':
			return listCues(state, next.id, value as GuessResult);
		case 'link':
			return listKeys(state, world, next.id, value as RegisterResult);
		case 'found':
			return listFound(state, world, next.query, value as FindResult);
		case 'differences':
			return listDifference(state, world, value as Compared);
		case 'settled':
			return askDifferences(state);
		case 'tick':
			return tickMentions(state, world, next.id, answer.places);
		case 'everywhere':
			return id === undefined ? { state, effects: [] } : everyMention(state, id);
		case 'relabel':
			return id === undefined
				? { state, effects: [] }
				: {
						state,
						effects: [{ do: 'decide', decision: { command: 'isnad.relabel', argument: { id, label: next.label } } }],
					};
		case 'focus': {
			const item = world.items.find(known => known.id === id);
			return item ? { state: onItem(state, item), effects: [{ do: 'reveal' }] } : { state, effects: [] };
		}
	}
}
