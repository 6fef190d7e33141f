import particles from '../lexicon/statements/particles.yaml';
import type { Quotation } from '../text/quotations.ts';
import type { Token } from '../text/tokens.ts';
import { type Complementiser, complementiserAt } from './complementisers.ts';
import type { CueForm } from './lexicon/cueTable.ts';
import { adverbs, keysOf, nameTriggers, outletNouns, sourceHeads } from './lexicon/wordLists.ts';
import { quotationOpenedAt, type Reading, type Unit } from './reading.ts';

/** What opens the reported words behind a cue. */
export interface Marker {
	readonly kind: 'that' | 'colon' | 'colonMark' | 'mark';
	/** Token where the source phrase must have ended. */
	readonly at: number;
	/** First token of the reported words; behind the opening mark where they stand between marks. */
	readonly first: number;
	/** The quotation that the words open with. */
	readonly quotation?: Quotation;
	readonly complementiser?: Complementiser;
}

/** How far a cue reaches, in tokens: nine in ten markers stand within fourteen. */
const window = 25;
/** How far a cue reaches to a clause behind a comma, when its source comes with an apposition. */
const farWindow = 45;

/**
 * The first marker that a cue accepts behind it, within its unit. `stops` tells tokens where another cue takes over.
 * Quotations around names and stretches between parentheses are stepped over and do not count as distance.
 */
export function findMarker(
	reading: Reading,
	unit: Unit,
	from: number,
	form: CueForm,
	stops: (at: number) => boolean,
): Marker | undefined {
	const { tokens } = reading;
	let limit = Math.min(unit.last, from + farWindow);
	let short: Marker | undefined;
	for (let at = from; at < limit; at++) {
		const token = tokens[at];
		if (token === undefined) {
			return short;
		}
		if (token.kind === 'word') {
			if (at > from && stops(at)) {
				return short;
			}
			const complementiser = form.cue.that ? complementiserAt(reading.text, tokens, at, from) : undefined;
			if (
				complementiser !== undefined &&
				isNear(tokens, from, complementiser.first) &&
				accepts(form, complementiser, from)
			) {
				const { first, last } = complementiser;
				return { kind: 'that', at: first, first: last, ...opening(reading, last), complementiser };
			}
			continue;
		}
		if (token.kind !== 'mark') {
			continue;
		}
		if (token.key === '(') {
			const close = closingParenthesis(reading, at, unit.last);
			limit = Math.min(unit.last, limit + close - at);
			at = close;
			continue;
		}
		const quotation = quotationOpenedAt(reading, at);
		if (quotation !== undefined) {
			const words = wordsIn(reading, quotation);
			if (
				form.cue.speech &&
				at - from < window &&
				!isName(reading, quotation, unit) &&
				!isBody(reading, quotation, at - from)
			) {
				const marker: Marker = { kind: 'mark', at, first: quotation.first, quotation };
				// A short quotation may still be the name of the source: قال «النهر»، نقلا عن مصادر، إن.
				if (words > 3 || short !== undefined) {
					return short ?? marker;
				}
				short = marker;
			}
			limit = Math.min(unit.last, limit + quotation.last - at + 1);
			at = quotation.close ?? quotation.last - 1;
		} else if (token.key === ':' && !isTime(reading, at)) {
			return form.cue.speech && at - from < window ? colonMarker(reading, at) : short;
		} else if (token.key === '؛' || token.key === ';') {
			return short;
		}
	}
	return short;
}

/** Within the window, or behind a comma within the far one. */
function isNear(tokens: readonly Token[], from: number, at: number): boolean {
	const before = tokens[at - 1]?.key;
	return at - from < window || before === '،' || before === ',';
}

/** The marker at a colon: with the quotation behind it, or the bare words. */
export function colonMarker(reading: Reading, at: number): Marker {
	const complementiser = complementiserAt(reading.text, reading.tokens, at + 1, at);
	if (complementiser !== undefined && complementiser.preposition === undefined) {
		return { kind: 'that', at, first: complementiser.last, ...opening(reading, complementiser.last), complementiser };
	}
	const recovered = reading.quotationFrom.get(at + 1);
	const opened = quotationOpenedAt(reading, at + 1) ?? (recovered?.open === undefined ? recovered : undefined);
	if (opened !== undefined) {
		return { kind: 'colonMark', at, first: opened.first, quotation: opened };
	}
	return { kind: 'colon', at, first: at + 1 };
}

/**
 * Whether a quotation between a cue and its words, or inside the words, only marks a name, a title or a term.
 * Measured: 72 of 100 quotations of one word have no cue near; 12 of 100 of more than ten words.
 */
export function isName(reading: Reading, quotation: Quotation, unit: Unit): boolean {
	const { tokens } = reading;
	const words = wordsIn(reading, quotation);
	const open = quotation.open ?? quotation.first;
	const before = tokens[open - 1];
	if (words > 8) {
		return false;
	}
	if (isNumber(reading, quotation) || isForeign(reading, quotation)) {
		return true;
	}
	if (before?.key === 'ل' || before?.key === 'ول' || (before?.key === 'ال' && before.end === tokens[open]?.start)) {
		return true;
	}
	if (before?.kind === 'word' && words <= (before.key.startsWith('ال') ? 3 : 6) && isNameTrigger(before.key)) {
		return true;
	}
	if (before?.kind === 'word' && words <= 3 && governing.has(before.key)) {
		return true;
	}
	const entity = reading.entities[reading.entityOf[quotation.first] ?? -1];
	if (
		entity !== undefined &&
		entity.span.start <= quotation.inner.start + 2 &&
		entity.span.end >= quotation.inner.end - 1
	) {
		return true;
	}
	return words <= 3 && goesOn(reading, quotation, unit);
}

/** أعلنت «حركة إنقاذ الوادي» و«جبهة الساحل» أن: right behind a cue, or joined to another, a body's name and not its words. */
function isBody(reading: Reading, quotation: Quotation, distance: number): boolean {
	const head = sourceHeads.get(reading.tokens[quotation.first]?.key ?? '');
	const joined = reading.tokens[(quotation.open ?? quotation.first) - 1]?.key === 'و';
	return head?.kind === 'body' && !head.definite && (distance === 0 || joined) && wordsIn(reading, quotation) <= 6;
}

/** A few words in Latin letters alone are a name, not speech. */
function isForeign(reading: Reading, quotation: Quotation): boolean {
	for (let at = quotation.first; at < quotation.last; at++) {
		const token = reading.tokens[at];
		if (token?.kind === 'word' && !/^[a-z]/.test(token.key)) {
			return false;
		}
	}
	return wordsIn(reading, quotation) <= 5;
}

function isNumber(reading: Reading, quotation: Quotation): boolean {
	return quotation.last - quotation.first === 1 && reading.tokens[quotation.first]?.kind === 'number';
}

/** Prepositions before a short quotation: في «المدينة». */
const governing = keysOf(particles, 'namePrepositions');

/** Whether words of the same clause follow the quotation. */
function goesOn(reading: Reading, quotation: Quotation, unit: Unit): boolean {
	const next = (quotation.close ?? quotation.last - 1) + 1;
	const token = next < unit.last ? reading.tokens[next] : undefined;
	return token !== undefined && (token.kind === 'word' || token.key === ':') && !adverbs.has(token.key);
}

function isNameTrigger(key: string): boolean {
	const bare = key.startsWith('ال')
		? key.slice(2)
		: key.startsWith('لل') || key.startsWith('وال')
			? key.slice(key.startsWith('لل') ? 2 : 3)
			: key;
	return (
		nameTriggers.has(key) ||
		nameTriggers.has(bare) ||
		outletNouns.has(bare) ||
		(key.length > 3 && nameTriggers.has(key.slice(1)))
	);
}

/** How many words and numbers a stretch of tokens holds, counted up to twenty. */
export function wordsIn(reading: Reading, stretch: { readonly first: number; readonly last: number }): number {
	let words = 0;
	for (let at = stretch.first; at < stretch.last && words < 20; at++) {
		words += reading.tokens[at]?.kind === 'mark' ? 0 : 1;
	}
	return words;
}

/** Index of the parenthesis that closes one, or of the opening one itself where none does nearby. */
export function closingParenthesis(reading: Reading, at: number, end: number): number {
	for (let next = at + 1; next < Math.min(end, at + 40); next++) {
		if (reading.tokens[next]?.key === ')') {
			return next;
		}
	}
	return at;
}

function accepts(form: CueForm, complementiser: Complementiser, from: number): boolean {
	const { preposition } = complementiser;
	if (form.cue.feeling && preposition === undefined && complementiser.first > from) {
		return false;
	}
	if (preposition === undefined || preposition === 'ب') {
		return true;
	}
	return form.cue.prepositions.has(preposition) || (form.cue.feeling && preposition === 'في');
}

function opening(reading: Reading, first: number): { readonly quotation?: Quotation } {
	const quotation = quotationOpenedAt(reading, first);
	return quotation === undefined ? {} : { quotation };
}

function isTime(reading: Reading, at: number): boolean {
	const before = reading.tokens[at - 1];
	const after = reading.tokens[at + 1];
	return before?.kind === 'number' && after?.kind === 'number' && before.end + 1 === after.start;
}
