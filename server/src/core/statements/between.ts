import type { Span } from '../span.ts';
import { attached, honorifics, outletNouns, sourceHeads } from './lexicon/wordLists.ts';
import { closingParenthesis } from './markers.ts';
import { phraseEnd } from './phraseEnd.ts';
import { quotationOpenedAt, type Reading } from './reading.ts';
import { isPlausible, readSource, type SourcePhrase } from './sourcePhrase.ts';
import { clauseWords, isAdverb, isAttachedPreposition, isPreposition, startsEntity, startsPhrase } from './words.ts';

/** What stands between a cue and its words. */
export interface Between {
	readonly source?: SourcePhrase;
	/** Whom it was said to, without its ل. */
	readonly addressee?: Span;
}

/** What stands between a cue and its words: source, addressee and adjuncts, in any order. Token indexes, half-open. */
export function readBetween(reading: Reading, from: number, to: number): Between {
	let addressee: Span | undefined;
	let at = from;
	while (at < to) {
		const token = reading.tokens[at];
		if (token === undefined) {
			break;
		}
		const spoken = addresseeAt(reading, at, to);
		if (spoken !== undefined) {
			addressee ??= spoken.span;
			at = spoken.last;
		} else if (token.kind === 'mark' && token.key === '(') {
			at = closingParenthesis(reading, at, to) + 1;
		} else if (token.kind === 'mark' && !startsPhrase(reading, at)) {
			at += 1;
		} else if (clauseWords.has(token.key)) {
			break;
		} else if (isAdverb(reading, at)) {
			at += 1;
		} else if (isPreposition(token.key) || attached.has(token.key) || isAttachedPreposition(reading, at)) {
			at = adjunctEnd(reading, at, to);
		} else {
			const read = readSource(reading, at, to);
			const source = read !== undefined && isPlausible(reading, read) ? read : undefined;
			return {
				...(source === undefined ? {} : { source }),
				...rest(addressee ?? addresseeIn(reading, source?.last ?? to, to)),
			};
		}
	}
	return rest(addressee);
}

function rest(addressee: Span | undefined): Between {
	return addressee === undefined ? {} : { addressee };
}

/** لـ«outlet» or ل with a name: who was told. */
function addresseeAt(
	reading: Reading,
	at: number,
	to: number,
): { readonly span: Span; readonly last: number } | undefined {
	const token = reading.tokens[at];
	if (!token?.key.startsWith('ل')) {
		return undefined;
	}
	if (token.key === 'ل' && at + 1 < to) {
		const quotation = quotationOpenedAt(reading, at + 1);
		if (quotation !== undefined && quotation.last <= to) {
			return { span: quotation.inner, last: (quotation.close ?? quotation.last - 1) + 1 };
		}
	}
	if (token.key.length > 2 && !token.key.startsWith('لل')) {
		const entity = reading.entities[reading.entityOf[at] ?? -1];
		if (entity !== undefined && entity.span.start === token.start + 1) {
			let last = at + 1;
			while (last < to && (reading.tokens[last]?.start ?? 0) < entity.span.end) {
				last += 1;
			}
			return { span: entity.span, last };
		}
		if (outletNouns.has(token.key.slice(1))) {
			const last = phraseEnd(reading, at, to);
			return {
				span: { start: token.start + 1, end: reading.tokens[last - 1]?.end ?? token.end },
				last: Math.max(last, at + 1),
			};
		}
	}
	return undefined;
}

function addresseeIn(reading: Reading, from: number, to: number): Span | undefined {
	for (let at = from; at < to; at++) {
		const found = addresseeAt(reading, at, to);
		if (found !== undefined) {
			return found.span;
		}
	}
	return undefined;
}

/** Where an adjunct that begins with a preposition ends: at a comma, the next preposition, or a noun that heads a source. */
function adjunctEnd(reading: Reading, from: number, to: number): number {
	const { tokens } = reading;
	let at = from + 1;
	// The word behind the preposition is governed by it, and so is the noun behind that one in a construct.
	at += 1;
	while (at < to) {
		const token = tokens[at];
		if (token === undefined || (token.kind === 'mark' && !startsPhrase(reading, at))) {
			return at;
		}
		if (token.kind === 'mark') {
			const quotation = quotationOpenedAt(reading, at);
			at = (quotation?.close ?? at) + 1;
			continue;
		}
		if (isPreposition(token.key) || isAdverb(reading, at)) {
			return at;
		}
		const before = tokens[at - 1];
		const head = sourceHeads.get(token.key);
		const beginsName = startsEntity(reading, at) && before !== undefined && (reading.entityOf[at - 1] ?? -1) < 0;
		if (
			before !== undefined &&
			!isGoverning(before.key) &&
			(head?.kind === 'person' || head?.kind === 'group' || honorifics.has(token.key))
		) {
			return at;
		}
		if (beginsName && before !== undefined && adjectiveLike(before.key)) {
			return at;
		}
		at += 1;
	}
	return at;
}

/** A bare noun governs the next word (بيان الوزير); one with its article or an ending does not. */
function isGoverning(key: string): boolean {
	return !(key.startsWith('ال') || /(ي|يه|ه|ها)$/.test(key));
}

function adjectiveLike(key: string): boolean {
	return key.startsWith('ال') || /(ي|يه)$/.test(key);
}
