import { keysOfReader } from '../keys.ts';
import { ar } from '../messages/ar.ts';
import { en } from '../messages/en.ts';
import { readerAr } from '../messages/readerAr.ts';
import { readerEn } from '../messages/readerEn.ts';
import type { UiLanguage } from '../messages.ts';
import { titleIn } from '../titleTable.ts';
import type { SchemeItem, ToPage } from './messages.ts';
import { readerPaint } from './paint.ts';

/** All that a page needs to work, but for the document. */
export function settingFor({
	scheme,
	language,
	advance,
}: {
	readonly scheme: SchemeItem;
	readonly language: UiLanguage;
	/** Whether a decision goes on to the next suggestion. */
	readonly advance: boolean;
}): Extract<ToPage, { type: 'setting' }> {
	const keys = keysOfReader();
	return {
		type: 'setting',
		scheme,
		css: readerPaint(scheme),
		words: readerWords(language),
		keys,
		titles: readerTitles(language, Object.values(keys)),
		advance,
	};
}

/** Every word that the page may need, in the user's language. */
function readerWords(language: UiLanguage): Readonly<Record<string, string>> {
	return language === 'ar' ? { ...ar, ...readerAr } : { ...en, ...readerEn };
}

/** What each action is called: the Reader's own name for it, else the command's title. */
function readerTitles(language: UiLanguage, actions: readonly string[]): Readonly<Record<string, string>> {
	const own = readerWords(language);
	return Object.fromEntries(
		actions.map(action => [action, own[`act-${action}`] ?? titleIn(language, `isnad.editor.${action}`)]),
	);
}
