import { say } from '../core/messages/say.ts';
import type { Problem } from '../core/model.ts';

/** A problem in English words, for the terminal. */
export function inWords({ code, values }: Problem): string {
	return own[code]?.(values ?? {}) ?? say('en', code, values);
}

/** What is told on the command line only. */
const own: Readonly<Record<string, (values: NonNullable<Problem['values']>) => string>> = {
	'sidecar-without-text': ({ text }) => `There is no article ${text} for this sidecar. Was it renamed?`,
};

/** Why a file was left out for its encoding, with the option that helps. */
export function whyUndecodable(problem: Problem): string {
	const { suggested } = problem.values ?? {};
	return suggested === undefined ? inWords(problem) : `${inWords(problem)} (--encoding ${suggested})`;
}
