import { isolated } from './bidi.ts';
import { ar } from './messages/ar.ts';
import { en } from './messages/en.ts';

export type UiLanguage = 'en' | 'ar';
export type MessageKey = keyof typeof en;

/** The words for a key, with `{name}` replaced by values. Both languages have every key: the types say so. */
export function translate(
	language: UiLanguage,
	key: MessageKey,
	values: Readonly<Record<string, string | number>> = {},
): string {
	const words: string = (language === 'ar' ? ar : en)[key];
	return words.replace(/\{(\w+)\}/g, (whole, name: string) => {
		const value = values[name];
		return typeof value === 'string' ? isolated(value) : String(value ?? whole);
	});
}
