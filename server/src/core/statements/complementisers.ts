import table from '../lexicon/statements/complementisers.yaml';
import particles from '../lexicon/statements/particles.yaml';
import { matchKey } from '../text/key.ts';
import type { Token } from '../text/tokens.ts';
import { phrasesOf, under, wordsOf } from './lexicon/readTable.ts';
import { keysOf } from './lexicon/wordLists.ts';

/** A word that opens a reported clause: إن, أن, بأنه, إلى أنها. */
export interface Complementiser {
	/** Token indexes, half-open, with a preposition before the particle. */
	readonly first: number;
	readonly last: number;
	/** The preposition's match key; 'ب' where it is attached; absent where there is none. */
	readonly preposition?: string;
	/** Written with kasra (إن): the verb before it is one of saying. */
	readonly kasra: boolean;
}

/** The complementiser whose particle is the token at `at`, if it is one and nothing else before it claims it. `from` bounds the look back. */
export function complementiserAt(
	text: string,
	tokens: readonly Token[],
	at: number,
	from: number,
): Complementiser | undefined {
	const token = tokens[at];
	const shape = token === undefined ? undefined : shapes.get(token.key);
	if (token === undefined || shape === undefined || (shape.negated && text.charAt(token.start) === 'إ')) {
		return undefined;
	}
	const kasra = text.charAt(token.start) === 'إ';
	const before = at > from ? tokens[at - 1] : undefined;
	if (shape.attached) {
		return { first: at, last: at + 1, preposition: 'ب', kasra };
	}
	if (before !== undefined && prepositionKeys.has(before.key)) {
		return claims(tokens, at - 1, from) ? undefined : { first: at - 1, last: at + 1, preposition: before.key, kasra };
	}
	return claims(tokens, at, from) ? undefined : { first: at, last: at + 1, kasra };
}

/** Whether a token is وأن, وأنه …: the reported clause goes on. */
export function continuesClause(tokens: readonly Token[], at: number): boolean {
	const key = tokens[at]?.key ?? '';
	return key.startsWith('و') && shapes.has(key.slice(1));
}

interface Shape {
	readonly attached: boolean;
	readonly negated: boolean;
}

const shapes = compile();
const prepositionKeys = keysOf(table, 'prepositions');
const claimants = keysOf(table, 'notBehind');
const prepositionLike = keysOf(particles, 'beforeThat');

function compile(): ReadonlyMap<string, Shape> {
	const result = new Map<string, Shape>();
	const particle = matchKey(wordsOf(under(table, 'particles'))[0] ?? '');
	for (const pronoun of ['', ...wordsOf(under(table, 'after')).map(matchKey)]) {
		// أنا is the pronoun "I".
		if (particle + pronoun !== 'انا') {
			result.set(particle + pronoun, { attached: false, negated: false });
		}
		for (const before of wordsOf(under(table, 'before')).map(matchKey)) {
			result.set(before + particle + pronoun, { attached: true, negated: false });
		}
	}
	for (const word of phrasesOf(under(table, 'negated'))) {
		result.set(matchKey(word), { attached: word.startsWith('ب'), negated: true });
	}
	return result;
}

/** Whether the word before `at` takes the particle for itself: بعد أن، يجب أن. */
function claims(tokens: readonly Token[], at: number, from: number): boolean {
	const before = at > from ? tokens[at - 1] : undefined;
	if (before?.kind !== 'word') {
		return false;
	}
	// ذلك أن gives a reason; مع ذلك أن does not.
	if (before.key === 'ذلك' && at - 1 > from && prepositionLike.has(tokens[at - 2]?.key ?? '')) {
		return false;
	}
	return claimants.has(before.key) || (before.key.startsWith('و') && claimants.has(before.key.slice(1)));
}
