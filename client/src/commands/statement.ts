import type { StatementType } from '../../../server/src/core/model.ts';
import type { Range } from '../../../server/src/protocol/types.ts';
import type { App } from '../app.ts';
import { isLive, isSuggested } from '../items.ts';
import { fromRange } from '../ranges.ts';
import { collapse, selectedIn } from '../selection.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { pickCue } from './pickCue.ts';
import { pickSpeaker } from './pickSpeaker.ts';
import { itemFor, type Place, placeFor } from './place.ts';
import { decide, send } from './send.ts';

/**
 * Marks the selected words (several selections are several parts) as a statement; then asks for its speaker and its cue,
 * the machine's best guesses first. On a bare cursor a suggested statement is accepted.
 */
export const statement: Command = {
	id: 'isnad.editor.statement',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const content = selectedIn(place.editor).map(fromRange);
		return content.length > 0
			? mark(app, place, content, statementType(given.type))
			: acceptHere(app, place, statementType(given.type));
	},
};

/** The type that a name stands for. */
export function statementType(name: string | undefined): StatementType | undefined {
	return statementTypes.find(type => type === name);
}

const statementTypes = ['direct', 'indirect', 'mixed', 'reported'] as const satisfies readonly StatementType[];

async function mark(
	app: App,
	place: Place,
	content: readonly Range[],
	wanted: StatementType | undefined,
): Promise<unknown> {
	const { uri, editor, document } = place;
	const { version } = document;
	const guess = await app.server.guess(uri, content);
	const speaker = await pickSpeaker(app, editor, guess, place.known);
	if (!speaker) return;
	const cue = await pickCue(app, editor, guess);
	if (!cue) return;
	const answer = await send(app, 'isnad.statement', {
		uri,
		version,
		content,
		type: wanted ?? guess.type,
		...(cue.range ? { cue: cue.range } : {}),
		...(speaker.range ? { speaker: speaker.range } : {}),
		...(speaker.entity === undefined ? {} : { speakerEntity: speaker.entity }),
	});
	if (answer) collapse(editor);
	return answer;
}

async function acceptHere(app: App, place: Place, wanted: StatementType | undefined): Promise<unknown> {
	const { uri } = place;
	const item = itemFor(app, place, {}, found => found.kind === 'statement' && isLive(found));
	if (item?.kind !== 'statement') return whisper(t('select-statement'));
	if (wanted !== undefined && wanted !== item.statement.type) {
		return decide(app, place, item, 'isnad.setType', { uri, id: item.id, type: wanted });
	}
	if (isSuggested(item)) return decide(app, place, item, 'isnad.accept', { uri, id: item.id });
	return whisper(t('already-statement'));
}
