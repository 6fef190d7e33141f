import type { CommandAnswer } from '../../../server/src/protocol/commands.ts';
import type { App } from '../app.ts';
import { isLive, isSuggested } from '../items.ts';
import { fromPosition, fromRange } from '../ranges.ts';
import { collapse, selectedIn } from '../selection.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { pickLabel } from './pickLabel.ts';
import { itemFor, type Place, placeFor } from './place.ts';
import { decide, send } from './send.ts';

/**
 * Labels the selected words. On a bare cursor: a suggestion there is accepted, or given this label instead; a name that is
 * confirmed gets this label; else the word at the cursor is labelled, its attached particles left outside.
 */
export const label: Command = {
	id: 'isnad.editor.label',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const wanted = given.label ?? (await pickLabel(app, place.uri));
		return wanted === undefined ? undefined : labelHere(app, place, wanted);
	},
};

/** As the command does; answers what the server said of the last of several selections. */
export async function labelHere(app: App, place: Place, wanted: string): Promise<CommandAnswer | undefined> {
	const { uri, editor, document } = place;
	const { version } = document;
	const selected = selectedIn(editor);
	if (selected.length > 0) {
		let answer: CommandAnswer | undefined;
		for (const range of selected) {
			answer = await send(app, 'isnad.label', { uri, version, range: fromRange(range), label: wanted });
		}
		if (answer) collapse(editor);
		return answer;
	}
	const item = itemFor(app, place, {}, found => found.kind === 'entity' && isLive(found));
	if (item?.kind !== 'entity') return labelWord(app, place, wanted);
	const { id } = item;
	if (item.entity.label !== wanted) return decide(app, place, item, 'isnad.relabel', { uri, id, label: wanted });
	if (isSuggested(item)) return decide(app, place, item, 'isnad.accept', { uri, id });
	whisper(t('already-labelled'));
	return { id, problems: [] };
}

async function labelWord(
	app: App,
	{ uri, editor, document }: Place,
	wanted: string,
): Promise<CommandAnswer | undefined> {
	const { version } = document;
	const { range } = await app.server.token(uri, fromPosition(editor.selection.active));
	if (range) return send(app, 'isnad.label', { uri, version, range, label: wanted });
	whisper(t('no-word-here'));
	return undefined;
}
