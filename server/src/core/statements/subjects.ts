import { readBetween } from './between.ts';
import type { Agreement } from './lexicon/conjugation.ts';
import { sourceHeads } from './lexicon/wordLists.ts';
import type { Reading, Unit } from './reading.ts';
import { readSource, type SourcePhrase } from './sourcePhrase.ts';
import { isAdverb, isComma, isNamed, isPreposition } from './words.ts';

/** The subject of a sentence's main verb, with what the verb says of it. */
export interface Subject {
	readonly source: SourcePhrase;
	readonly agreement?: Agreement;
}

/** How far from its beginning a sentence's subject is looked for, in tokens. */
export const subjectReach = 18;

/**
 * The subject of a sentence without a statement, whom the next one may leave out: behind its first verb (استقبل الوزير وفدا), or at its
 * beginning (الوزير استقبل وفدا). Undefined where the sentence begins with neither.
 */
export function subjectOfSentence(reading: Reading, unit: Unit): Subject | undefined {
	const end = Math.min(unit.last, unit.first + subjectReach);
	const first = behindOpening(reading, unit.first, end);
	const key = reading.tokens[first]?.key ?? '';
	if (first >= end) {
		return undefined;
	}
	if (isNamed(reading, first) || sourceHeads.has(key)) {
		const source = readSource(reading, first, end);
		return source === undefined ? undefined : { source, ...agreementBehind(source) };
	}
	const source = key.startsWith('ال') ? undefined : readBetween(reading, first + 1, end).source;
	const known =
		source !== undefined &&
		((source.head !== undefined && source.head.kind !== 'document') || isNamed(reading, source.first));
	return known && source !== undefined && source.first - first <= 6
		? { source, agreement: agreementOfVerb(key, source) }
		: undefined;
}

/** Behind adverbs and phrases with a preposition: وفي المرسى، استقبل …. */
function behindOpening(reading: Reading, from: number, end: number): number {
	let at = behindDateline(reading, from, end);
	const key = reading.tokens[at]?.key ?? '';
	if (isPreposition(key) || isPreposition(key.replace(/^و/, ''))) {
		while (at < end && !isComma(reading.tokens[at]?.key ?? '')) {
			at += 1;
		}
		at += 1;
	}
	while (at < end && (isAdverb(reading, at) || reading.tokens[at]?.kind === 'mark')) {
		at += 1;
	}
	return at;
}

/** Behind المرسى (النهر) – …: the place and the agency that a report begins with are nobody's subject. A token. */
export function behindDateline(reading: Reading, from: number, end: number): number {
	for (let at = from + 1; at < end; at++) {
		if (reading.tokens[at - 1]?.key === ')' && dashes.has(reading.tokens[at]?.key ?? '')) {
			while (dashes.has(reading.tokens[at]?.key ?? '')) {
				at += 1;
			}
			return at;
		}
	}
	return from;
}

const dashes = new Set(['-', '--', '–', '—', ':']);

function agreementBehind(source: SourcePhrase): { readonly agreement?: Agreement } {
	return source.agreement === undefined ? {} : { agreement: source.agreement };
}

/** A perfect in ت and an imperfect with ت have a feminine subject; number is the subject's. */
function agreementOfVerb(key: string, source: SourcePhrase): Agreement {
	const verb = key.replace(/^[وف]/, '');
	const feminine = (verb.length > 3 && verb.endsWith('ت')) || /^(س?ت).{3}/.test(verb);
	return { gender: feminine ? 'f' : (source.agreement?.gender ?? 'm'), count: source.agreement?.count ?? 'one' };
}
