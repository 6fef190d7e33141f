import { isLive } from '../items.ts';
import { fromRange } from '../ranges.ts';
import { collapse, selectedIn } from '../selection.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { pickSpeaker } from './pickSpeaker.ts';
import { placeFor } from './place.ts';
import { send } from './send.ts';
import { statementFor } from './statementFor.ts';

/** Says who speaks: the selected words, or one chosen from the guesses, for the statement at the cursor or the nearest one. */
export const attribute: Command = {
	id: 'isnad.editor.attribute',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const { uri, editor, document, known } = place;
		const found = statementFor(app, place, given, isLive);
		if (!found) return whisper(t('no-statement-here'));
		const { id, content } = found.statement;
		const base = { uri, version: document.version, id };
		const [selected] = given.id === undefined ? selectedIn(editor) : [];
		if (selected) {
			const answer = await send(app, 'isnad.attribute', { ...base, speaker: fromRange(selected) });
			if (answer) collapse(editor);
			return answer;
		}
		const speaker = await pickSpeaker(app, editor, await app.server.guess(uri, content), known);
		if (!speaker) return;
		return send(app, 'isnad.attribute', {
			...base,
			speaker: speaker.range ?? null,
			...(speaker.entity === undefined ? {} : { speakerEntity: speaker.entity }),
		});
	},
};
