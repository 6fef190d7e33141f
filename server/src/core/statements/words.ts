import { wordInfo } from '../entities/wordInfo.ts';
import adjuncts from '../lexicon/statements/adjuncts.yaml';
import particles from '../lexicon/statements/particles.yaml';
import { adverbs, honorifics, keysOf, occasions, outletNouns, prepositions, sourceHeads } from './lexicon/wordLists.ts';
import { quotationOpenedAt, type Reading } from './reading.ts';

/** Whether a token belongs to a name that is no date. */
export function isNamed(reading: Reading, at: number): boolean {
	return (reading.entityOf[at] ?? -1) >= 0 && reading.entities[reading.entityOf[at] ?? -1]?.label !== 'DATE';
}

/** عليّ the name is written with dots under its last letter, على the preposition without. */
export function isNameAli(reading: Reading, at: number): boolean {
	const token = reading.tokens[at];
	return token !== undefined && reading.text.slice(token.start, token.end).includes('ي');
}

/** Whether a token says when or how, outside names. */
export function isAdverb(reading: Reading, at: number): boolean {
	const token = reading.tokens[at];
	if (token === undefined || isNamed(reading, at)) {
		return false;
	}
	if (timeParts.has(token.key)) {
		const next = reading.entities[reading.entityOf[at + 1] ?? -1]?.label === 'DATE';
		return next || adverbs.has(reading.tokens[at + 1]?.key ?? '');
	}
	// آلان is a name, الآن "now".
	return adverbs.has(token.key) && reading.text.charAt(token.start) !== 'آ';
}

const timeParts = keysOf(adjuncts, 'timeParts');

/** Whether a match key is a preposition, one glued to a mark included. */
export function isPreposition(key: string): boolean {
	return prepositions.has(key) || key === 'ل' || key === 'ب' || key === 'ك';
}

/** A word with ل or ب attached that no source begins with; names that begin so are known as names or heads. */
export function isAttachedPreposition(reading: Reading, at: number): boolean {
	const key = reading.tokens[at]?.key ?? '';
	if (key.length < 4 || sourceHeads.has(key) || honorifics.has(key)) {
		return false;
	}
	const entity = reading.entities[reading.entityOf[at] ?? -1];
	if (entity !== undefined) {
		return entity.span.start > (reading.tokens[at]?.start ?? 0) && !key.startsWith('و');
	}
	if (key.startsWith('لل') || key.startsWith('بال') || /^ل[a-z]/.test(key)) {
		return true;
	}
	const rest = key.slice(1);
	return /^[لبك]/.test(key) && (sourceHeads.has(rest) || occasions.has(rest) || outletNouns.has(rest));
}

/** Whether a person's name begins with a token. */
export function startsEntity(reading: Reading, at: number): boolean {
	const entity = reading.entities[reading.entityOf[at] ?? -1];
	return entity !== undefined && entity.label === 'PER' && entity.span.start === reading.tokens[at]?.start;
}

/** Whether a name that no table knows may begin at a token: no article, no ordinary word, behind a phrase that is closed. */
export function mayStartName(reading: Reading, at: number): boolean {
	const token = reading.tokens[at];
	const before = reading.tokens[at - 1]?.key ?? '';
	return (
		token?.kind === 'word' &&
		token.key.length > 2 &&
		!/^(ال|لل|و)/.test(token.key) &&
		!isListedWord(token.key) &&
		!wordInfo(token.key).ordinary &&
		!sourceHeads.has(token.key) &&
		(/^(ال|لل|بال)/.test(before) || isComma(before))
	);
}

/** Whether a short quotation opens here; it may be a name in a phrase. */
export function startsPhrase(reading: Reading, at: number): boolean {
	const quotation = quotationOpenedAt(reading, at);
	return quotation !== undefined && quotation.last - quotation.first <= 6;
}

/** A word of the news as it stands, which an unknown name would not be. */
export function isListedWord(key: string): boolean {
	return wordInfo(key).whole === 'c';
}

/** A noun of the news that can be no part of an unknown name, nor an adjective of origin. */
export function isOrdinaryNoun(key: string): boolean {
	const info = wordInfo(key);
	return info.ordinary && !info.nationality && !info.adjective && !info.title && !info.office;
}

/** Whether a match key is a comma of either script. */
export function isComma(key: string): boolean {
	return key === '،' || key === ',';
}

/** Words that begin a clause or a verb group: no phrase goes on over them. */
export const clauseWords = keysOf(particles, 'phraseEnds');
