import arabic from '../../package.nls.ar.json' with { type: 'json' };
import english from '../../package.nls.json' with { type: 'json' };
import type { UiLanguage } from './messages.ts';

const titles: Readonly<Record<UiLanguage, Readonly<Record<string, string>>>> = { en: english, ar: arabic };
const prefix = 'command.';

/** A command's title in a language; where it has none, in English, else its id. */
export function titleIn(language: UiLanguage, id: string): string {
	const key = prefix + id.replace('isnad.editor.', '');
	return titles[language][key] ?? titles.en[key] ?? id;
}

/** All commands that a user may call, in the order of package.nls.json. */
export function titlesOf(language: UiLanguage): readonly { readonly id: string; readonly title: string }[] {
	return Object.keys(titles.en)
		.filter(key => key.startsWith(prefix))
		.map(key => `isnad.editor.${key.slice(prefix.length)}`)
		.map(id => ({ id, title: titleIn(language, id) }));
}
