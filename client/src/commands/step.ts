import type { Range } from '../../../server/src/protocol/types.ts';
import { compare, type Item, isLive, isSuggested, itemsOf } from '../items.ts';
import type { MessageKey } from '../messages.ts';
import { fromPosition } from '../ranges.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { placeFor } from './place.ts';

const isStatement = (item: Item): boolean => item.kind === 'statement' && isLive(item);

/** To the next suggestion; after the last comes the first. */
export const nextSuggestion = stepping('isnad.editor.nextSuggestion', isSuggested, 1, 'no-suggestions-left');
export const previousSuggestion = stepping('isnad.editor.previousSuggestion', isSuggested, -1, 'no-suggestions-left');
/** To the next statement, suggested or confirmed. */
export const nextStatement = stepping('isnad.editor.nextStatement', isStatement, 1, 'no-statements');
export const previousStatement = stepping('isnad.editor.previousStatement', isStatement, -1, 'no-statements');

function stepping(id: Command['id'], passes: (item: Item) => boolean, step: 1 | -1, none: MessageKey): Command {
	return {
		id,
		async run(app, given) {
			const place = await placeFor(app, given);
			if (!place) return;
			const { editor, known } = place;
			const items = itemsOf(known).filter(passes);
			const focused = items.findIndex(item => item.id === app.focus.in(editor));
			const next =
				focused < 0
					? from(items, fromPosition(editor.selection.active), step)
					: items.at((focused + step) % items.length);
			if (!next) return whisper(t(none));
			app.focus.goTo(editor, next);
		},
	};
}

/** The first item at or after a position, or the last before it; round the end where there is none. */
function from(items: readonly Item[], position: Range['start'], step: 1 | -1): Item | undefined {
	return step > 0
		? (items.find(({ range }) => compare(range.start, position) >= 0) ?? items[0])
		: (items.findLast(({ range }) => compare(range.start, position) < 0) ?? items.at(-1));
}
