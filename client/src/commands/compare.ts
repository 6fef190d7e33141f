import { window } from 'vscode';
import type { Command } from './command.ts';
import { nextDifference } from './nextDifference.ts';

/** Chooses which two layers of the article are compared, and goes to where they first differ. */
export const compare: Command = {
	id: 'isnad.editor.compare',
	async run(app, given) {
		const reader = app.readers.active;
		const uri = given.uri ?? (reader ?? window.activeTextEditor)?.document.uri.toString();
		if (uri === undefined || !(await app.comparing.choose(uri))) return;
		if (reader) reader.act('nextDifference', {});
		else await nextDifference.run(app, given);
	},
};
