import { ar } from '../messages/ar.ts';
import { en } from '../messages/en.ts';
import { readerAr } from '../messages/readerAr.ts';
import { readerEn } from '../messages/readerEn.ts';
import type { UiLanguage } from '../messages.ts';
import { titleOf } from '../titles.ts';

/** Every word that the page may need, in the user's language. */
export function readerWords(language: UiLanguage): Readonly<Record<string, string>> {
	return language === 'ar' ? { ...ar, ...readerAr } : { ...en, ...readerEn };
}

/** What each action is called: the Reader's own name for it, else the command's title. */
export function readerTitles(language: UiLanguage, actions: readonly string[]): Readonly<Record<string, string>> {
	const own = readerWords(language);
	return Object.fromEntries(actions.map(action => [action, own[`act-${action}`] ?? titleOf(`isnad.editor.${action}`)]));
}
