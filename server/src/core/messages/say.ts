import table from './messages.yaml';
import { pluralForm } from './plural.ts';

export type Language = 'en' | 'ar';
export type Values = Readonly<Record<string, string | number>>;

/** A message, or its forms by the number in `{count}`. */
export type Wording = string | Readonly<Record<string, string>>;
export type Messages = Readonly<Record<string, Readonly<Record<Language, Wording>>>>;

/** messages.yaml; a test holds its shape and its completeness. */
export const messages = table as Messages;

/**
 * The message of a code in the user's language, `{name}` replaced by the value of that name. A placeholder without a value stays
 * as it is, and an unknown code is answered by itself: a message is never worth a failure.
 */
export function say(language: Language, code: string, values: Values = {}): string {
	const wording = Object.hasOwn(messages, code) ? messages[code]?.[language] : undefined;
	if (wording === undefined) {
		return code;
	}
	const template = typeof wording === 'string' ? wording : form(language, wording, values['count']);
	return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
		Object.hasOwn(values, name) ? String(values[name]) : placeholder,
	);
}

function form(language: Language, forms: Readonly<Record<string, string>>, count: string | number | undefined): string {
	return forms[pluralForm(language, Number(count ?? 0))] ?? forms['other'] ?? '';
}
