import { window } from 'vscode';
import type { CommandArguments } from '../../../server/src/protocol/commands.ts';
import type { Range } from '../../../server/src/protocol/types.ts';
import type { App } from '../app.ts';
import { type Item, isSuggested, itemsOf, overlaps } from '../items.ts';
import { fromRange } from '../ranges.ts';
import { selectedIn } from '../selection.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { type Place, placeFor } from './place.ts';
import { send } from './send.ts';

type Filter = Omit<CommandArguments['isnad.acceptAll'], 'uri' | 'version'>;

interface Choice {
	readonly label: string;
	readonly description: string;
	readonly filter: Filter;
	readonly count: number;
}

/** Accepts many suggestions as one step: all, of a kind, of a label, of a score, or in the selection. */
export const acceptAll: Command = {
	id: 'isnad.editor.acceptAll',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const choices = await choicesFor(app, place);
		if (choices.length === 0) return whisper(t('no-suggestions-left'));
		const choice = await window.showQuickPick(choices, { placeHolder: t('accept-all-which') });
		if (!choice) return;
		const { uri, document } = place;
		const answer = await send(app, 'isnad.acceptAll', { uri, version: document.version, ...choice.filter });
		if (answer) whisper(t('accepted', { count: answer.ids?.length ?? choice.count }));
		return answer;
	},
};

const scores = [0.9, 0.75];

async function choicesFor(app: App, { uri, editor, known }: Place): Promise<readonly Choice[]> {
	const { entities } = await app.articles.scheme(uri);
	const suggested = itemsOf(known).filter(isSuggested);
	const choice = (label: string, filter: Filter): Choice => {
		const count = suggested.filter(item => passes(item, filter)).length;
		return { label, description: t('count-suggestions', { count }), filter, count };
	};
	const [selected] = selectedIn(editor);
	return [
		...(selected ? [choice(t('accept-selection'), { range: fromRange(selected) })] : []),
		choice(t('accept-everything'), {}),
		choice(t('accept-names'), { kind: 'entity' }),
		choice(t('accept-statements'), { kind: 'statement' }),
		...scores.map(minScore => choice(t('accept-score', { score: minScore.toFixed(2) }), { minScore })),
		...entities.map(({ label, name }) => choice(t('accept-label', { label: name }), { kind: 'entity', label })),
	].filter(({ count }) => count > 0);
}

function passes(item: Item, { kind, label, minScore, range }: Filter): boolean {
	const score = item.kind === 'entity' ? item.entity.score : item.statement.score;
	return (
		(kind === undefined || item.kind === kind) &&
		(label === undefined || (item.kind === 'entity' && item.entity.label === label)) &&
		(minScore === undefined || (score ?? 0) >= minScore) &&
		(range === undefined || within(item, range))
	);
}

function within(item: Item, range: Range): boolean {
	return overlaps(item.range, range);
}
