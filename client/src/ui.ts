import { window } from 'vscode';
import type { ProblemItem } from '../../server/src/protocol/types.ts';
import { inert } from './bidi.ts';
import { type MessageKey, translate } from './messages.ts';
import { uiLanguage } from './settings.ts';

/** The words for a key in the user's language. */
export function t(key: MessageKey, values?: Readonly<Record<string, string | number>>): string {
	return translate(uiLanguage(), key, values);
}

/** A short word in the status bar, gone after a few seconds. */
export function whisper(words: string): void {
	window.setStatusBarMessage(inert(words), 4000);
}

/** All problems as one message, as grave as the gravest; mere information goes to the status bar. */
export function showProblems(problems: readonly ProblemItem[]): void {
	if (problems.length === 0) return;
	const words = inert([...new Set(problems.map(problem => problem.message))].join(' '));
	if (problems.some(problem => problem.severity === 'error')) void window.showErrorMessage(words);
	else if (problems.some(problem => problem.severity === 'warning')) void window.showWarningMessage(words);
	else whisper(words);
}

/** Runs one of the buttons of a message. */
export async function offer(words: string, button: string, action: () => unknown): Promise<void> {
	if ((await window.showInformationMessage(inert(words), button)) === button) await action();
}
