import arabic from '../../package.nls.ar.json' with { type: 'json' };
import english from '../../package.nls.json' with { type: 'json' };
import { uiLanguage } from './settings.ts';

const titles: Readonly<Record<'en' | 'ar', Readonly<Record<string, string>>>> = { en: english, ar: arabic };
const prefix = 'command.';

/** A command's title in the user's language. */
export function titleOf(id: string): string {
	const key = prefix + id.replace('isnad.editor.', '');
	return titles[uiLanguage()][key] ?? titles.en[key] ?? id;
}

/** All commands that a user may call, in the order of package.nls.json. */
export function commandTitles(): readonly { readonly id: string; readonly title: string }[] {
	return Object.keys(titles.en)
		.filter(key => key.startsWith(prefix))
		.map(key => `isnad.editor.${key.slice(prefix.length)}`)
		.map(id => ({ id, title: titleOf(id) }));
}
