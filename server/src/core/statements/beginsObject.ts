import particles from '../lexicon/statements/particles.yaml';
import { honorifics, keysOf, lastAnaphors, objectStarters, prepositions, sourceHeads } from './lexicon/wordLists.ts';
import { isMasdarLike } from './masdars.ts';
import type { Reading } from './reading.ts';
import { isListedWord, isNamed, isOrdinaryNoun } from './words.ts';

/**
 * Whether a word behind a subject begins the object of its verb: وصف فلان |الاتفاق، حثت الصين |الولايات المتحدة. A subject is closed
 * by a name, an article or a pronoun; behind it stand titles, adjectives and names of persons, and what is none of them is an object.
 */
export function beginsObject(reading: Reading, from: number, at: number): boolean {
	const token = reading.tokens[at];
	const before = reading.tokens[at - 1];
	if (at <= from || token?.kind !== 'word' || before?.kind !== 'word') {
		return false;
	}
	const { key } = token;
	if (reading.text.slice(token.start, token.end).includes(fathatan)) {
		return true;
	}
	const own = reading.entityOf[at] ?? -1;
	const last = reading.entityOf[at - 1] ?? -1;
	if (own >= 0 && own === last) {
		return false;
	}
	if (prepositions.has(before.key) || prepositions.has(token.key)) {
		return false;
	}
	const closing = closes(reading, at - 1);
	if (closing === undefined || isTitle(key) || lastAnaphors.has(key)) {
		return false;
	}
	if (own >= 0 && isNamed(reading, at)) {
		const label = reading.entities[own]?.label;
		const whole = (reading.entities[own]?.span.start ?? 0) === token.start;
		return (
			whole && label !== 'PER' && (closing === 'name' || (closing === 'person' ? label === 'LOC' : isBareBody(key)))
		);
	}
	if (objectStarters.has(key)) {
		return true;
	}
	if (closing === 'person') {
		return isObjectOfName(reading, at, last);
	}
	if (closing === 'name') {
		const body = key.startsWith('ال') && sourceHeads.get(key)?.kind === 'body' && !/يه?$/.test(key);
		return (
			body || (isMasdarLike(key.startsWith('ال') ? key.slice(2) : key) && !/يه?$/.test(key) && !sourceHeads.has(key))
		);
	}
	if (key.startsWith('ال')) {
		return isMasdarLike(key.slice(2)) && !/يه?$/.test(key) && closing !== 'pronoun' && !sourceHeads.has(key);
	}
	// الدكتورة حصة: behind a title an ordinary noun is a name.
	const titled = honorifics.has(before.key) || (at - 1 === from && isTitle(before.key));
	return !titled && isOrdinaryNoun(key) && !joining.has(key) && !/^[بلكوف]/.test(key);
}

/** Behind a name: a noun with its article (ختم بابكر الجلسة) or a verbal noun; a bare word may still belong to a name cut short. */
function isObjectOfName(reading: Reading, at: number, last: number): boolean {
	const key = reading.tokens[at]?.key ?? '';
	if (key.startsWith('ل') && key.length > 3) {
		return isListedWord(key.slice(1)) || isListedWord(`ا${key}`);
	}
	if (key.startsWith('ال')) {
		return (
			isMasdarLike(key.slice(2)) ||
			sourceHeads.get(key)?.kind === 'body' ||
			(isListedWord(key) && isOrdinaryNoun(key) && !sourceHeads.has(key))
		);
	}
	const full = reading.entityOf[at - 2] === last;
	return (full || isMasdarLike(key)) && isOrdinaryNoun(key) && !joining.has(key) && !/^[بلكوف]/.test(key);
}

const fathatan = '\u064b';
/** Words without an article that belong to the phrase before them. */
const joining = keysOf(particles, 'joining');

type Closing = 'person' | 'name' | 'article' | 'pronoun';

/** How the word that a phrase ends in closes it; undefined where it governs the next one. */
function closes(reading: Reading, at: number): Closing | undefined {
	const key = reading.tokens[at]?.key ?? '';
	if (isNamed(reading, at)) {
		return isPerson(reading, at) ? 'person' : 'name';
	}
	if (key.startsWith('ال') && key.length > 3) {
		return 'article';
	}
	return /..(ها|هم|نا)$/.test(key) && !sourceHeads.has(key) ? 'pronoun' : undefined;
}

/** A person's name that is no part of a body's: not in هيئة سند. */
function isPerson(reading: Reading, at: number): boolean {
	const index = reading.entityOf[at] ?? -1;
	let first = at;
	while (reading.entityOf[first - 1] === index) {
		first -= 1;
	}
	const kind = sourceHeads.get(reading.tokens[first - 1]?.key ?? '')?.kind;
	return reading.entities[index]?.label === 'PER' && kind !== 'body' && kind !== 'outlet';
}

function isTitle(key: string): boolean {
	return sourceHeads.get(key)?.kind === 'person' || honorifics.has(key);
}

function isBareBody(key: string): boolean {
	const kind = sourceHeads.get(key)?.kind;
	return !key.startsWith('ال') && (kind === 'body' || kind === 'outlet');
}
