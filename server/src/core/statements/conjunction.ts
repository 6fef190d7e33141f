import table from '../lexicon/statements/conjunctions.yaml';
import { keysOf } from './lexicon/wordLists.ts';
import type { Reading } from './reading.ts';

const ownWaw = keysOf(table, 'beginWithWaw');

/** How many letters of a sentence's first word are و or ف before it: 0 or 1. Names and words that begin with و themselves keep it. */
export function conjunctionLength(reading: Reading, at: number): 0 | 1 {
	const token = reading.tokens[at];
	if (token?.kind !== 'word' || token.key.length < 4 || !(token.key.startsWith('و') || token.key.startsWith('ف'))) {
		return 0;
	}
	const entity = reading.entities[reading.entityOf[at] ?? -1];
	if (entity !== undefined) {
		return entity.span.start === token.start + 1 ? 1 : 0;
	}
	if (token.key.startsWith('ف')) {
		return /^ف(قد|ان|انه|انها|هو|هي|هم|كان|كانت|لم|لن|في|من)$/.test(token.key) ? 1 : 0;
	}
	return ownWaw.has(token.key) ? 0 : 1;
}
