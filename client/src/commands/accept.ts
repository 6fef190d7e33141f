import { awaitsAccepting } from '../items.ts';
import { fromRange } from '../ranges.ts';
import { selectedIn } from '../selection.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { itemFor, placeFor } from './place.ts';
import { decide, send } from './send.ts';

/** Accepts the suggestion, or the place found again, in focus or at the cursor; with words selected, all suggestions in them. */
export const accept: Command = {
	id: 'isnad.editor.accept',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const { uri, editor, document } = place;
		const [selected] = given.id === undefined ? selectedIn(editor) : [];
		if (selected) {
			return send(app, 'isnad.acceptAll', { uri, version: document.version, range: fromRange(selected) });
		}
		const item = itemFor(app, place, given, awaitsAccepting);
		if (!item) return whisper(t('no-suggestion-here'));
		return given.id === undefined
			? decide(app, place, item, 'isnad.accept', { uri, id: item.id })
			: send(app, 'isnad.accept', { uri, id: item.id });
	},
};
