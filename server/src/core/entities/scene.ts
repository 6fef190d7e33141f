import type { ParsedText } from '../text/parsed.ts';
import type { Token } from '../text/tokens.ts';
import { formInfo, type WordInfo } from './wordInfo.ts';

/** What the rules look at: a text and what the tables know of its words. */
export interface Scene {
	readonly parsed: ParsedText;
	readonly text: string;
	readonly tokens: readonly Token[];
	/** What is known of the word at a token index; undefined for anything that is no word. */
	word(at: number): WordInfo | undefined;
	/** Whether a mark of quotation, not a comma or stop, stands at a token index. */
	isQuote(at: number): boolean;
	/** Whether the text is about sport, so that cities stand for their clubs. */
	readonly sport: boolean;
	/** Whether the word ends in ى where the text tells ى from ي: نادى is a verb then, and no club. Some outlets write ى for both. */
	endsInAlif(at: number): boolean;
}

const quotes = new Set(['"', '«', '»', '“', '”', '‘', '’', "'", '‹', '›', '″', '„', '‟']);

/** Words are looked up when asked for. */
export function sceneOf(parsed: ParsedText): Scene {
	const { text, tokens } = parsed;
	let folds: boolean | undefined;
	const foldsYa = () => {
		folds ??= tokens.some(token => token.key === 'في' && text[token.end - 1] === 'ى');
		return folds;
	};
	return {
		sport: isAboutSport(tokens),
		endsInAlif: at => text[(tokens[at]?.end ?? 0) - 1] === 'ى' && !foldsYa(),
		parsed,
		text,
		tokens,
		word: at => {
			const token = tokens[at];
			return token?.kind === 'word' ? formInfo(token.form) : undefined;
		},
		isQuote: at => {
			const token = tokens[at];
			return token?.kind === 'mark' && quotes.has(token.key);
		},
	};
}

function isAboutSport(tokens: readonly Token[]): boolean {
	let cues = 0;
	for (const token of tokens) {
		if (token.kind === 'word' && formInfo(token.form).sport) {
			cues += 1;
		}
	}
	return cues >= 4 && cues * 60 > tokens.length;
}
