import { uiLanguage } from './settings.ts';
import { titleIn, titlesOf } from './titleTable.ts';

/** A command's title in the user's language. */
export function titleOf(id: string): string {
	return titleIn(uiLanguage(), id);
}

/** All commands that a user may call, in the order of package.nls.json. */
export function commandTitles(): readonly { readonly id: string; readonly title: string }[] {
	return titlesOf(uiLanguage());
}
