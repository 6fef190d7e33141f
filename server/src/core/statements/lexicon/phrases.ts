import { matchKey } from '../../text/key.ts';
import type { Token } from '../../text/tokens.ts';

/** Phrases by the key of their first word; the longest first. */
export type PhraseTable<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

export interface Phrase<T> {
	/** Match keys of its words. */
	readonly keys: readonly string[];
	readonly value: T;
}

/** A table of phrases from their words as written; match keys are made here. */
export function phraseTable<T>(entries: readonly (readonly [words: string, value: T])[]): PhraseTable<T> {
	const table = new Map<string, Phrase<T>[]>();
	for (const [words, value] of entries) {
		const keys = words
			.split(/\s+/)
			.map(matchKey)
			.filter(key => key !== '');
		const first = keys[0] ?? '';
		const list = table.get(first) ?? [];
		list.push({ keys, value });
		table.set(first, list);
	}
	for (const list of table.values()) {
		list.sort((a, b) => b.keys.length - a.keys.length);
	}
	return table;
}

/** The longest phrase that begins at a token; `first` may stand for the key of that token, without its clitics. */
export function phraseAt<T>(
	table: PhraseTable<T>,
	tokens: readonly Token[],
	at: number,
	first = tokens[at]?.key ?? '',
): Phrase<T> | undefined {
	const list = table.get(first);
	return list?.find(phrase => phrase.keys.every((key, offset) => offset === 0 || tokens[at + offset]?.key === key));
}
