import { demonstratives, honorifics, type SourceHead, sourceHeads } from './lexicon/wordLists.ts';
import type { Reading } from './reading.ts';
import { clauseWords, isAdverb, isComma, isPreposition, mayStartName, startsEntity } from './words.ts';

/** The head of a phrase: its first noun behind honorifics that is in the table of sources. */
export function headOf(reading: Reading, first: number, last: number, skip = 0): SourceHead | undefined {
	for (let at = first; at < Math.min(last, first + 5); at++) {
		const key = at === first ? withoutLam(reading.tokens[at]?.key ?? '', skip) : (reading.tokens[at]?.key ?? '');
		const head = sourceHeads.get(key);
		if (head !== undefined && !(honorifics.has(key) && at + 1 < last)) {
			return head;
		}
		if (head === undefined && !honorifics.has(key) && !demonstratives.has(key) && at > first) {
			return undefined;
		}
		if ((reading.entityOf[at] ?? -1) >= 0) {
			return undefined;
		}
	}
	return sourceHeads.get(withoutLam(reading.tokens[first]?.key ?? '', skip));
}

/** لعضوة is عضوة behind ل, للصحيفة is الصحيفة. */
function withoutLam(key: string, skip: number): string {
	const rest = key.slice(skip > 0 ? 1 : 0);
	return skip > 0 && rest.startsWith('ل') && sourceHeads.has(`ا${rest}`) ? `ا${rest}` : rest;
}

/** A phrase whose head names nobody yet goes on with من and في: مسؤول من النادي، مصادر في الحكومة. */
export function isOpenHead(reading: Reading, from: number, at: number): boolean {
	if (reading.tokens[from]?.kind === 'number') {
		return true;
	}
	if (endsInName(reading, from, at)) {
		return false;
	}
	const head = headOf(reading, from, at);
	return (
		head !== undefined &&
		!head.definite &&
		(head.unnamed || head.kind === 'group' || head.kind === 'document' || at - from <= 2)
	);
}

/** A title may go on over a preposition to the name it belongs to: الناطقة باسم البلدية في المرسى فلانة. */
export function leadsToPerson(reading: Reading, from: number, at: number, to: number): boolean {
	const head = headOf(reading, from, at);
	if (head?.kind !== 'person' || head.unnamed) {
		return false;
	}
	for (let seen = from; seen < at; seen++) {
		if (reading.entities[reading.entityOf[seen] ?? -1]?.label === 'PER') {
			return false;
		}
	}
	for (let next = at + 1; next < Math.min(to, at + 12); next++) {
		const token = reading.tokens[next];
		// رئيس فرق الإنقاذ في الهيئة، فلان: the name stands behind a comma.
		if (token?.kind === 'mark' && isComma(token.key)) {
			return next + 1 < to && (startsEntity(reading, next + 1) || mayStartName(reading, next + 1));
		}
		if (
			token === undefined ||
			(token.kind === 'mark' && token.key !== '-') ||
			clauseWords.has(token.key) ||
			isAdverb(reading, next)
		) {
			return false;
		}
		if (
			(startsEntity(reading, next) || mayStartName(reading, next)) &&
			!isPreposition(reading.tokens[next - 1]?.key ?? '')
		) {
			return true;
		}
	}
	return false;
}

/** Whether the token before `at` belongs to a person's name. */
export function endsInName(reading: Reading, from: number, at: number): boolean {
	const entity = reading.entities[reading.entityOf[at - 1] ?? -1];
	return entity !== undefined && entity.label === 'PER' && at > from;
}

/** Behind a name of two words or more a definite noun is an object (وصف فلان الاتفاق), unless it is a title. */
export function endsInFullName(reading: Reading, from: number, at: number): boolean {
	return endsInName(reading, from, at) && reading.entityOf[at - 1] === reading.entityOf[at - 2];
}
