import { type QuickPickItem, window } from 'vscode';
import type { Range } from '../../../server/src/protocol/types.ts';
import { isolated } from '../bidi.ts';
import { t } from '../ui.ts';
import type { Command } from './command.ts';
import { placeFor } from './place.ts';

/** Searches the article; vowel signs, tatweel and the seats of hamza do not matter. VS Code's own search displaces words of a line. */
export const find: Command = {
	id: 'isnad.editor.find',
	async run(app, given) {
		const place = await placeFor(app, given);
		if (!place) return;
		const { uri, editor, document } = place;
		const before = editor.selection;
		const pick = window.createQuickPick<QuickPickItem & { readonly range: Range }>();
		pick.placeholder = t('find-what');
		pick.value = document.getText(editor.selection);
		let asked = '';
		let taken = false;
		let shown = before;
		async function search(): Promise<void> {
			const query = pick.value.trim();
			asked = query;
			const { hits } = query === '' ? { hits: [] } : await app.server.find(uri, query);
			if (asked !== query) return;
			// Every hit is shown as the server found it; the quick pick must not filter by its own idea of letters.
			pick.items = hits.map(({ range, before: left, text, after }) => ({
				label: isolated(text),
				description: isolated(`…${left}${text}${after}…`),
				alwaysShow: true,
				range,
			}));
			pick.title = query === '' ? '' : t('hits', { count: hits.length });
		}
		pick.onDidChangeValue(() => void search());
		pick.onDidChangeActive(([active]) => {
			if (!active) return;
			app.focus.show(editor, active.range);
			shown = editor.selection;
		});
		pick.onDidAccept(() => {
			taken = true;
			pick.hide();
		});
		pick.onDidHide(() => {
			if (!taken) {
				app.focus.leave(editor);
				// Back to the start, unless the cursor was put elsewhere meanwhile.
				if (editor.selection.isEqual(shown)) editor.selection = before;
			}
			pick.dispose();
		});
		pick.show();
		await search();
	},
};
