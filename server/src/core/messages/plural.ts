export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** The form a noun takes after a whole number of things, by the rules of CLDR; Arabic has all six. */
export function pluralForm(language: 'en' | 'ar', count: number): PluralForm {
	if (language === 'en') {
		return count === 1 ? 'one' : 'other';
	}
	const smallForm = (['zero', 'one', 'two'] as const)[count];
	if (smallForm !== undefined) {
		return smallForm;
	}
	const rest = count % 100;
	if (rest >= 3 && rest <= 10) {
		return 'few';
	}
	return rest >= 11 ? 'many' : 'other';
}
