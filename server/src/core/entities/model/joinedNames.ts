import type { Token } from '../../text/tokens.ts';
import type { TaggedSpan } from './decode.ts';
import { rowOf } from './featureIndex.ts';
import { factsOfRow, noFacts, type WordFacts, type WordTable, wordHash } from './wordTable.ts';

/**
 * Persons joined by و that were tagged as one (سمير الحلو ورنا العسلي), apart: before a word with و that is on no list of names, and
 * is a name in the news or on a list, or known to nobody, without it. وليد and وائل are names with theirs.
 */
export function splitJoined(tokens: readonly Token[], words: WordTable, span: TaggedSpan): TaggedSpan[] {
	if (span.label !== 'PER' || span.last - span.first < 2) {
		return [span];
	}
	const parts: TaggedSpan[] = [];
	let first = span.first;
	for (let at = span.first + 1; at < span.last; at++) {
		if (joins(tokens[at]?.key ?? '', words)) {
			parts.push({ ...span, first, last: at });
			first = at;
		}
	}
	return [...parts, { ...span, first }];
}

function joins(key: string, words: WordTable): boolean {
	if (!key.startsWith('و') || key.length < 4 || factsOfWord(words, key).listed > 0) {
		return false;
	}
	const { rates, listed, frequency } = factsOfWord(words, key.slice(1));
	return listed > 0 || rates[0] >= 4 || frequency === 0;
}

function factsOfWord(words: WordTable, key: string): WordFacts {
	const row = rowOf(words.index, wordHash(key));
	return row < 0 ? noFacts : factsOfRow(words, row);
}
