import { window } from 'vscode';
import { showSearch } from '../panels/search.ts';
import { selectedIn } from '../selection.ts';
import { corpusUri } from '../transfer.ts';
import { t } from '../ui.ts';
import type { Command } from './command.ts';

/** In code units; a longer selection is no search. */
const longest = 200;

/** Shows where words, names and statements stand over the whole corpus; selected words are searched for at once. */
export const searchCorpus: Command = {
	id: 'isnad.editor.searchCorpus',
	async run(app, given) {
		const editor = window.activeTextEditor;
		const [selected] = editor ? selectedIn(editor) : [];
		const text = selected && editor?.document.getText(selected).replace(/\s/g, ' ');
		const corpus = await corpusUri(app, given.uri);
		if (corpus === undefined) return void window.showInformationMessage(t('no-folder'));
		showSearch(app, corpus, text === undefined || text.length > longest ? undefined : text);
	},
};
