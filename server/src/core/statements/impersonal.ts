import table from '../lexicon/statements/attributions.yaml';
import { matchKey } from '../text/key.ts';
import { phraseAt, phraseTable } from './lexicon/phrases.ts';
import { phrasesOf, under } from './lexicon/readTable.ts';
import type { Reading, Unit } from './reading.ts';

const impersonal = phraseTable(phrasesOf(under(table, 'impersonal')).map(words => [words, true] as const));

const pairs = new Set(
	phrasesOf(under(table, 'impersonal'))
		.map(matchKey)
		.filter(words => words.endsWith(' ان')),
);

/** Whether a cue's form only lets the article speak: يذكر أن، الجدير بالذكر أن. */
export function isImpersonal(reading: Reading, unit: Unit, at: number): boolean {
	for (let from = at; from >= Math.max(unit.first, at - 3); from--) {
		const phrase = phraseAt(impersonal, reading.tokens, from);
		if (phrase !== undefined && from + phrase.keys.length > at) {
			return true;
		}
	}
	const next = reading.tokens[at + 1]?.key ?? '';
	// يذكر أنه is like يذكر أن.
	return (
		next.startsWith('ان') && pairs.has(`${reading.tokens[at]?.key ?? ''} ${next.replace(/^ان(ه|ها|هم|هما|نا)$/, 'ان')}`)
	);
}
