import { type QuickPickItem, type TextEditor, window } from 'vscode';
import type { GuessResult } from '../../../server/src/protocol/requests.ts';
import type { Range } from '../../../server/src/protocol/types.ts';
import type { App } from '../app.ts';
import { isolated } from '../bidi.ts';
import { t } from '../ui.ts';

interface Choice extends QuickPickItem {
	readonly choose: () => Promise<{ readonly range?: Range } | undefined>;
}

/** Asks which word says that it is said: the machine's guesses, words to be chosen in the text, or none. Undefined: given up. */
export async function pickCue(
	app: App,
	editor: TextEditor,
	{ cues }: GuessResult,
): Promise<{ readonly range?: Range } | undefined> {
	const choices: Choice[] = [
		...cues.map(({ range, text }, index) => ({
			label: isolated(text),
			description: [t('line', { line: range.start.line + 1 }), ...(index === 0 ? [t('best-guess')] : [])].join(' · '),
			choose: async () => ({ range }),
		})),
		{
			label: t('choose-cue'),
			description: t('choose-by-selecting'),
			choose: async () => {
				const range = await app.choosing.ask(editor, t('select-cue'));
				return range && { range };
			},
		},
		{ label: t('no-cue'), description: '', choose: async () => ({}) },
	];
	const picked = await window.showQuickPick(choices, { placeHolder: t('which-cue'), ignoreFocusOut: true });
	return picked?.choose();
}
