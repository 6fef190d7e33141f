import type { ParsedText } from '../text/parsed.ts';
import type { Token } from '../text/tokens.ts';
import { type WordInfo, wordInfo } from './wordInfo.ts';

/** What the rules look at: a text and what the tables know of its words. */
export interface Scene {
	readonly parsed: ParsedText;
	readonly text: string;
	readonly tokens: readonly Token[];
	/** What is known of the word at a token index; undefined for anything that is no word. */
	word(at: number): WordInfo | undefined;
	/** Whether a mark of quotation, not a comma or stop, stands at a token index. */
	isQuote(at: number): boolean;
}

const quotes = new Set(['"', '«', '»', '“', '”', '‘', '’', "'", '‹', '›', '″', '„', '‟']);

/** Nothing is computed until asked for. */
export function sceneOf(parsed: ParsedText): Scene {
	const { text, tokens } = parsed;
	return {
		parsed,
		text,
		tokens,
		word: at => {
			const token = tokens[at];
			return token?.kind === 'word' ? wordInfo(token.key) : undefined;
		},
		isQuote: at => {
			const token = tokens[at];
			return token?.kind === 'mark' && quotes.has(token.key);
		},
	};
}
