import { type QuickPickItem, QuickPickItemKind, type TextEditor, window } from 'vscode';
import type { GuessResult } from '../../../server/src/protocol/requests.ts';
import type { DocumentItem, Range } from '../../../server/src/protocol/types.ts';
import type { App } from '../app.ts';
import { isolated } from '../bidi.ts';
import { t } from '../ui.ts';

/** Words in the text that name the speaker, who it is, both, or neither for a statement without a speaker. */
export interface Speaker {
	readonly range?: Range;
	readonly entity?: string;
}

interface Choice extends QuickPickItem {
	readonly choose: () => Promise<Speaker | undefined>;
}

/** Asks who speaks: the machine's guesses, words to be chosen in the text, someone known, nobody. Undefined: given up. */
export async function pickSpeaker(
	app: App,
	editor: TextEditor,
	{ speakers }: GuessResult,
	{ entities, statements }: DocumentItem,
): Promise<Speaker | undefined> {
	const guesses = speakers.map(({ range, text, name, entity }, index) =>
		choice(
			name ?? text,
			[
				...(name !== undefined && range && name !== text ? [isolated(text)] : []),
				...(range ? [t('line', { line: range.start.line + 1 })] : []),
				...(index === 0 ? [t('best-guess')] : []),
			].join(' · '),
			async () => ({ ...(range ? { range } : {}), ...(entity === undefined ? {} : { entity }) }),
		),
	);
	const guessed = new Set(speakers.map(({ entity }) => entity));
	const known = new Map<string, string>();
	for (const { entity, text, label } of entities) {
		if (entity !== undefined && !guessed.has(entity) && (label === 'PER' || label === 'ORG')) known.set(entity, text);
	}
	for (const { speakerEntity, speakerName } of statements) {
		if (speakerEntity !== undefined && speakerName !== undefined && !guessed.has(speakerEntity)) {
			known.set(speakerEntity, speakerName);
		}
	}
	const choices: Choice[] = [
		...guesses,
		separator(),
		choice(t('choose-speaker'), t('choose-by-selecting'), async () => {
			const range = await app.choosing.ask(editor, t('select-speaker'));
			return range && { range };
		}),
		choice(t('no-speaker'), '', async () => ({})),
		...(known.size > 0 ? [separator(t('speaks-implicitly'))] : []),
		...[...known].map(([entity, name]) => choice(name, keyToShow(entity), async () => ({ entity }))),
	];
	const picked = await window.showQuickPick(choices, {
		placeHolder: t('who-says-it'),
		matchOnDescription: true,
		ignoreFocusOut: true,
	});
	return picked?.choose();
}

/** A key of the register. Other keys are names with their letters levelled, which would look like misspellings. */
function keyToShow(entity: string): string {
	return /^[\w-]+$/.test(entity) ? entity : '';
}

function choice(label: string, description: string, choose: Choice['choose']): Choice {
	return { label: isolated(label), description: isolated(description), choose };
}

function separator(label = ''): Choice {
	return { label, kind: QuickPickItemKind.Separator, choose: async () => undefined };
}
