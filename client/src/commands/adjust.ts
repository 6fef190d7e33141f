import { Selection, type TextEditor, window } from 'vscode';
import type { Range } from '../../../server/src/protocol/types.ts';
import type { App } from '../app.ts';
import { type Item, overlaps } from '../items.ts';
import { fromRange, toRange } from '../ranges.ts';
import { selectedIn } from '../selection.ts';
import { t, whisper } from '../ui.ts';
import type { Command } from './command.ts';
import { itemFor, placeFor } from './place.ts';
import { decide } from './send.ts';
import { partsOf } from './statementFor.ts';

type Part = ReturnType<typeof partsOf>[number];

/**
 * Gives a name, or a part of a statement, another span. With words selected that overlap one, these words are the new span
 * at once; else the old span is selected, to be changed and confirmed with Enter.
 */
export const adjust: Command = {
	id: 'isnad.editor.adjust',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const { uri, editor, document } = place;
		const item = itemFor(app, place, given);
		if (!item) return whisper(t('nothing-here'));
		const [selected] = given.id === undefined ? selectedIn(editor).map(fromRange) : [];
		const part = item.kind === 'statement' ? await partFor(item, selected, given.part) : undefined;
		if (item.kind === 'statement' && !part) return;
		const range = selected ?? (await newSpan(app, editor, part?.range ?? item.range));
		if (!range) return;
		return decide(app, place, item, 'isnad.adjust', {
			uri,
			version: document.version,
			id: item.id,
			range,
			...(part ? { part: part.part } : {}),
			...(part?.index === undefined ? {} : { index: part.index }),
		});
	},
};

async function partFor(
	{ statement }: Extract<Item, { kind: 'statement' }>,
	selected: Range | undefined,
	wanted: string | undefined,
): Promise<Part | undefined> {
	const parts = partsOf(statement).filter(
		({ part, range }) => (wanted === undefined || part === wanted) && (!selected || overlaps(range, selected)),
	);
	if (parts.length <= 1) return parts[0];
	const choices = parts.map(part => ({
		label: t(`part-${part.part}`),
		description: part.index === undefined ? '' : String(part.index + 1),
		part,
	}));
	return (await window.showQuickPick(choices, { placeHolder: t('which-part') }))?.part;
}

function newSpan(app: App, editor: TextEditor, old: Range): Promise<Range | undefined> {
	const { start, end } = toRange(old);
	editor.selection = new Selection(start, end);
	editor.revealRange(editor.selection);
	return app.choosing.ask(editor, t('select-span'));
}
