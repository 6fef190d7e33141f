import { UsageError } from './command.ts';

export const languageOption = { language: { type: 'string' } } as const;

/** The language of messages: as asked for, else Arabic where the system's is. */
export function languageOf({ language }: { readonly language?: string | undefined }): 'en' | 'ar' {
	if (language !== undefined && language !== 'en' && language !== 'ar') {
		throw new UsageError(`--language is en or ar, not '${language}'`);
	}
	const { LC_ALL, LC_MESSAGES, LANG } = process.env;
	return language ?? (/^ar\b|^ar_/.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'ar' : 'en');
}
