import { isLive } from '../items.ts';
import { fromRange } from '../ranges.ts';
import { collapse, selectedIn } from '../selection.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { pickCue } from './pickCue.ts';
import { placeFor } from './place.ts';
import { send } from './send.ts';
import { statementFor } from './statementFor.ts';

/** Says which word reports: the selected words, or one chosen from the guesses, for the statement at the cursor or the nearest. */
export const chooseCue: Command = {
	id: 'isnad.editor.chooseCue',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const { uri, editor, document } = place;
		const found = statementFor(app, place, given, isLive);
		if (!found) return whisper(t('no-statement-here'));
		const { id, content } = found.statement;
		const base = { uri, version: document.version, id };
		const [selected] = given.id === undefined ? selectedIn(editor) : [];
		if (selected) {
			const answer = await send(app, 'isnad.attribute', { ...base, cue: fromRange(selected) });
			if (answer) collapse(editor);
			return answer;
		}
		const cue = await pickCue(app, editor, await app.server.guess(uri, content));
		return cue && send(app, 'isnad.attribute', { ...base, cue: cue.range ?? null });
	},
};
