import { type Language, say } from '../core/messages/say.ts';
import type { Problem } from '../core/model.ts';

/** A problem in words for the terminal; English unless asked otherwise. */
export function inWords({ code, values }: Problem, language: Language = 'en'): string {
	return own[code]?.(values ?? {}) ?? say(language, code, values);
}

/** What is told on the command line only. */
const own: Readonly<Record<string, (values: NonNullable<Problem['values']>) => string>> = {
	'sidecar-without-text': ({ text }) => `There is no article ${text} for this sidecar. Was it renamed and edited?`,
	'sidecar-text-renamed': ({ text, renamed }) =>
		`The article ${text} is now ${renamed}, which has the same text; 'isnad move' gives it this sidecar`,
};

/** Why a file was left out for its encoding, with the option that helps. */
export function whyUndecodable(problem: Problem): string {
	const { suggested } = problem.values ?? {};
	return suggested === undefined ? inWords(problem) : `${inWords(problem)} (--encoding ${suggested})`;
}
