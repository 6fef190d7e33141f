import { TextEditorRevealType, Uri, window } from 'vscode';
import { toRange } from '../ranges.ts';
import { t } from '../ui.ts';
import type { Command } from './command.ts';

/** Shows the Reader's article in the text editor, at the place where the Reader is. */
export const openText: Command = {
	id: 'isnad.editor.openText',
	async run({ readers }, given) {
		const uri = given.uri ?? readers.active?.document.uri.toString();
		if (uri === undefined) return void window.showInformationMessage(t('no-article'));
		const position = readers.position(uri);
		const editor = await window.showTextDocument(
			Uri.parse(uri, true),
			position ? { selection: toRange(position) } : {},
		);
		editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
	},
};
