import particles from '../lexicon/statements/particles.yaml';
import type { StatementType } from '../model.ts';
import type { Span } from '../span.ts';
import type { Quotation } from '../text/quotations.ts';
import { type Breaks, clauseEnd, trimmed } from './borders.ts';
import { continuesClause } from './complementisers.ts';
import { adverbs, keysOf, prepositions } from './lexicon/wordLists.ts';
import { closingParenthesis, isName } from './markers.ts';
import { marksWording } from './quotationUse.ts';
import { quotationOpenedAt, type Reading, spanOf, type Unit } from './reading.ts';

/** Reported words with the type that their marks give them. Token indexes are half-open. */
export interface Content {
	readonly parts: readonly Span[];
	readonly first: number;
	readonly last: number;
	readonly type: StatementType;
	readonly unmarked?: boolean;
}

/** Words that open with a quotation: the inside of its marks, with the quotations that go on behind it. */
export function quotedContent(reading: Reading, unit: Unit, breaks: Breaks, quotation: Quotation): Content {
	const parts: Quotation[] = [quotation];
	let behind = behindOf(quotation);
	for (;;) {
		const next = continuation(reading, unit, breaks, behind);
		if (next === undefined) {
			break;
		}
		parts.push(next);
		behind = behindOf(next);
	}
	return {
		parts: parts.map(part => part.inner),
		first: quotation.first,
		last: (parts.at(-1) ?? quotation).last,
		type: 'direct',
	};
}

/** A clause behind a complementiser or an object: to its border, typed by the marks in it. */
export function clauseContent(
	reading: Reading,
	unit: Unit,
	breaks: Breaks,
	first: number,
	skip: number,
	plain: 'indirect' | 'reported',
): Content | undefined {
	const opened = quotationOpenedAt(reading, first);
	if (
		opened !== undefined &&
		skip === 0 &&
		!isWholeName(reading, opened, unit) &&
		endsWith(reading, unit, breaks, opened)
	) {
		return quotedContent(reading, unit, breaks, opened);
	}
	const around = reading.quotations[reading.quotationOf[first] ?? -1];
	const limit =
		around !== undefined && around.open !== first ? Math.min(around.last, Math.max(unit.last, around.last)) : unit.last;
	const clause = clauseEnd(reading, unit, breaks, first, limit);
	const last = plain === 'reported' ? phraseEnd(reading, first, clause) : clause;
	if (last <= first) {
		return undefined;
	}
	const whole = spanOf(reading.tokens, first, last);
	const span = { start: whole.start + skip, end: whole.end };
	return { parts: [span], first, last, type: hasWording(reading, unit, first, last) ? 'mixed' : plain };
}

/** A noun phrase ends before a clause that qualifies it: إغلاق الطريق، لكن …. */
function phraseEnd(reading: Reading, first: number, last: number): number {
	for (let at = first + 1; at < last - 1; at++) {
		const comma = reading.tokens[at]?.key === '،' || reading.tokens[at]?.key === ',';
		if (comma && qualifiers.has(reading.tokens[at + 1]?.key ?? '')) {
			return trimmed(reading, first, at);
		}
	}
	return last;
}

const qualifiers = keysOf(particles, 'qualifiers');

/** Words behind a colon without marks: to the end of the sentence. */
export function unmarkedContent(reading: Reading, unit: Unit, breaks: Breaks, first: number): Content | undefined {
	const last = trimmed(reading, first, clauseEnd(reading, unit, breaks, first));
	if (last - first < 2) {
		return undefined;
	}
	return { parts: [spanOf(reading.tokens, first, last)], first, last, type: 'indirect', unmarked: true };
}

export function behindOf(quotation: Quotation): number {
	return (quotation.close ?? quotation.last - 1) + 1;
}

/** «A»، «B»: the next stretch of the same words, behind a comma or و at most. */
function continuation(reading: Reading, unit: Unit, breaks: Breaks, behind: number): Quotation | undefined {
	let at = behind;
	while (
		at < unit.last &&
		at - behind < 2 &&
		(joiners.has(reading.tokens[at]?.key ?? '') || continuesClause(reading.tokens, at))
	) {
		at += 1;
	}
	const next = at < unit.last ? quotationOpenedAt(reading, at) : undefined;
	return next !== undefined && !breaks.includes(at) && next.last - next.first > 3 ? next : undefined;
}

const joiners = new Set(['،', ',', '.', 'و', '..', '…']);

/** Whether a clause that opens with a quotation is over with it. */
function endsWith(reading: Reading, unit: Unit, breaks: Breaks, quotation: Quotation): boolean {
	const behind = behindOf(quotation);
	const token = reading.tokens[behind];
	if (behind >= unit.last || token === undefined || token.kind === 'break' || breaks.includes(behind)) {
		return true;
	}
	if (continuation(reading, unit, breaks, behind) !== undefined) {
		return true;
	}
	if (token.key === '(') {
		const close = closingParenthesis(reading, behind, unit.last);
		return close > behind && endsAt(reading, unit, close + 1);
	}
	if (token.kind === 'mark') {
		return token.key !== '(' && token.key !== '[' && token.key !== '-';
	}
	if (circumstances.has(token.key)) {
		return true;
	}
	const long = quotation.last - quotation.first >= 8;
	return (
		long &&
		(prepositions.has(token.key) || adverbs.has(token.key) || token.key.startsWith('و')) &&
		!wordingFollows(reading, unit, breaks, behind)
	);
}

function endsAt(reading: Reading, unit: Unit, at: number): boolean {
	return at >= unit.last || reading.tokens[at]?.kind !== 'word';
}

/** What is said about the saying, behind the words. */
const circumstances = keysOf(particles, 'circumstances');

function wordingFollows(reading: Reading, unit: Unit, breaks: Breaks, from: number): boolean {
	return hasWording(reading, unit, from, clauseEnd(reading, unit, breaks, from));
}

function isWholeName(reading: Reading, quotation: Quotation, unit: Unit): boolean {
	return isName(reading, quotation, unit) && !marksWording(reading, quotation, unit);
}

function hasWording(reading: Reading, unit: Unit, first: number, last: number): boolean {
	for (let at = first; at < last; at++) {
		const quotation = quotationOpenedAt(reading, at);
		if (quotation !== undefined) {
			if (marksWording(reading, quotation, unit)) {
				return true;
			}
			at = behindOf(quotation) - 1;
		}
	}
	return false;
}
