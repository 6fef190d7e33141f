import type { Span } from '../span.ts';
import type { Agreement } from './lexicon/conjugation.ts';
import { cueTable } from './lexicon/cueTable.ts';
import {
	adverbs,
	attached,
	demonstratives,
	honorifics,
	lastAnaphors,
	occasions,
	onTitles,
	outletNouns,
	prepositions,
	type SourceHead,
	sourceHeads,
	titleEnds,
} from './lexicon/wordLists.ts';
import { closingParenthesis } from './markers.ts';
import { isMasdarLike } from './masdars.ts';
import { quotationOpenedAt, type Reading, spanOf } from './reading.ts';

/** The noun phrase that names a source, as written, with its title. */
export interface SourcePhrase {
	/** Token indexes, half-open. */
	readonly first: number;
	readonly last: number;
	readonly span: Span;
	/** The noun it is built on, if it is a known one. */
	readonly head?: SourceHead;
	/** What its head says of gender and number. */
	readonly agreement?: Agreement;
	/** It points back to somebody named before: المصدر، الأخير، هذا الخبير. */
	readonly anaphor: boolean;
	/** The whole of it stands between quotation marks: «الوطن». */
	readonly quoted: boolean;
}

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
		} else if (relatives.has(token.key)) {
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

/** Whether a phrase can be a source at all: an indefinite accusative, an oblique plural or a bare "this" is an object or an adverb. */
function isPlausible(reading: Reading, source: SourcePhrase): boolean {
	if (source.head !== undefined || source.quoted || hasName(reading, source)) {
		return true;
	}
	const token = reading.tokens[source.first];
	const key = token?.key ?? '';
	if (token?.kind === 'number') {
		return true;
	}
	const accusative = reading.text.slice(token?.start ?? 0, token?.end ?? 0).includes('\u064b');
	const oblique = key.length > 4 && key.endsWith('ين');
	const bare = demonstratives.has(key) && source.last - source.first === 1;
	return !accusative && !oblique && !bare && !isMasdarLike(key) && !objectNouns.has(key);
}

const objectNouns = new Set([
	'الامر',
	'ذلك',
	'هذا',
	'هذه',
	'الوضع',
	'الهجوم',
	'القرار',
	'الاتفاق',
	'الخطوه',
	'انهم',
	'انه',
	'انها',
]);

function hasName(reading: Reading, source: SourcePhrase): boolean {
	for (let at = source.first; at < source.last; at++) {
		if (isNamed(reading, at)) {
			return true;
		}
	}
	return false;
}

/** The source phrase that begins at a token and ends before `to` at the latest; undefined where none begins. */
export function readSource(reading: Reading, from: number, to: number): SourcePhrase | undefined {
	const end = phraseEnd(reading, from, to);
	const quoted = quotationOpenedAt(reading, from)?.close === end - 1;
	const first = quoted ? from + 1 : from;
	const last = quoted ? end - 1 : end;
	if (last <= first) {
		return undefined;
	}
	const head = headOf(reading, first, last);
	const token = reading.tokens[first];
	const single = last - first === 1 || (last - first === 2 && lastAnaphors.has(reading.tokens[last - 1]?.key ?? ''));
	const anaphor =
		demonstratives.has(token?.key ?? '') ||
		lastAnaphors.has(token?.key ?? '') ||
		(single && head?.definite === true && (reading.entityOf[first] ?? -1) < 0);
	return {
		first,
		last,
		span: spanOf(reading.tokens, first, last),
		...(head === undefined ? {} : { head, agreement: head.agreement }),
		anaphor,
		quoted,
	};
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
	if (token?.key === 'ل' && at + 1 < to) {
		const quotation = quotationOpenedAt(reading, at + 1);
		if (quotation !== undefined && quotation.last <= to) {
			return { span: quotation.inner, last: (quotation.close ?? quotation.last - 1) + 1 };
		}
	}
	if (token !== undefined && /^ل[^ل]/.test(token.key) && token.key.length > 3) {
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

/** Where a noun phrase that begins at `from` ends: before an adjunct, a relative clause, parentheses, or behind its apposition. */
function phraseEnd(reading: Reading, from: number, to: number): number {
	const { tokens } = reading;
	let commas = 0;
	let at = from;
	while (at < to) {
		const token = tokens[at];
		if (token === undefined || token.kind === 'break') {
			break;
		}
		if (token.kind === 'mark') {
			const quotation = quotationOpenedAt(reading, at);
			if (quotation !== undefined && at > from && quotation.last - quotation.first <= 6) {
				at = (quotation.close ?? quotation.last - 1) + 1;
				continue;
			}
			if (quotation !== undefined && at === from && quotation.last - quotation.first <= 6) {
				at = (quotation.close ?? quotation.last - 1) + 1;
				continue;
			}
			if (isComma(token.key) && commas === 0 && hasApposition(reading, at + 1, to)) {
				commas += 1;
				at += 1;
				continue;
			}
			if (token.key === '.' && tokens[at - 1]?.key.length === 1 && tokens[at - 1]?.end === token.start) {
				at += 1;
				continue;
			}
			if ((token.key === '-' || token.key === '/' || token.key === '%') && tokens[at - 1]?.end === token.start) {
				at += 1;
				continue;
			}
			break;
		}
		if (at > from && endsPhrase(reading, from, at, to)) {
			break;
		}
		at += 1;
	}
	return at;
}

const relatives = new Set([
	'الذي',
	'التي',
	'الذين',
	'اللذين',
	'اللذان',
	'اللواتي',
	'اللاتي',
	'ممن',
	'وهو',
	'وهي',
	'وهم',
	'انه',
	'بقوله',
	'قوله',
	'قولها',
	'قولهم',
	'بقولها',
	'قائلا',
	'قائله',
	'ان',
	'وقد',
	'قد',
	'كان',
	'كانت',
	'لم',
	'لن',
	'سوف',
]);

function endsPhrase(reading: Reading, from: number, at: number, to: number): boolean {
	const { tokens } = reading;
	const key = tokens[at]?.key ?? '';
	const before = tokens[at - 1]?.key ?? '';
	if (relatives.has(key) || isAdverb(reading, at) || (attached.has(key) && !isNamed(reading, at))) {
		return true;
	}
	if (isVerbLike(key) && (reading.entityOf[at] ?? -1) < 0) {
		return true;
	}
	if (key.startsWith('ال') && !isNamed(reading, at) && endsInFullName(reading, from, at) && !sourceHeads.has(key)) {
		return true;
	}
	if (
		/ين$/.test(key) &&
		!key.startsWith('ال') &&
		!sourceHeads.has(key) &&
		!isNamed(reading, at) &&
		before.startsWith('ال')
	) {
		return true;
	}
	if (key === 'من') {
		return !isOpenHead(reading, from, at);
	}
	if (key === 'في') {
		const open = isOpenHead(reading, from, at) || titleEnds.has(before) || leadsToPerson(reading, from, at, to);
		return occasions.has(tokens[at + 1]?.key ?? '') || !open || at + 1 >= to;
	}
	if (key === 'علي' && isNameAli(reading, at)) {
		return false;
	}
	if (key === 'على' || key === 'علي') {
		return !onTitles.has(before);
	}
	if (key === 'لدى' || key === 'لدي' || key === 'عن' || key === 'الى' || key === 'مع') {
		return !(
			titleEnds.has(before) ||
			(key === 'لدي' && !endsInName(reading, from, at)) ||
			(key === 'الى' && before.startsWith('المبعوث'))
		);
	}
	if (prepositions.has(key)) {
		return true;
	}
	if (key === 'ل' || isAttachedPreposition(reading, at)) {
		return (
			!(key.startsWith('ل') && titleEnds.has(before) && !addresseeOutlet(reading, at)) &&
			!leadsToPerson(reading, from, at, to)
		);
	}
	return false;
}

/** ل with an outlet behind a title's end is still an addressee only when nothing else speaks. */
function addresseeOutlet(reading: Reading, at: number): boolean {
	const key = reading.tokens[at]?.key ?? '';
	return outletNouns.has(key.slice(1)) && key.length > 3;
}

const verbLike = /^(و?)(ي|ت)/;

/** A finite form of the table of cues ends a phrase; شهود and other nouns that share a form do not begin with ي. */
function isVerbLike(key: string): boolean {
	const forms = cueTable.forms.get(key);
	return (
		forms !== undefined &&
		!sourceHeads.has(key) &&
		(verbLike.test(key) || forms.some(form => form.tense === 'participle'))
	);
}

/** A title may go on over a preposition to the name it belongs to: الناطقة باسم الأمن في كيبيك فلانة. */
function leadsToPerson(reading: Reading, from: number, at: number, to: number): boolean {
	const head = headOf(reading, from, at);
	if (head?.kind !== 'person' || head.unnamed) {
		return false;
	}
	for (let seen = from; seen < at; seen++) {
		if (reading.entities[reading.entityOf[seen] ?? -1]?.label === 'PER') {
			return false;
		}
	}
	for (let next = at + 1; next < Math.min(to, at + 9); next++) {
		const token = reading.tokens[next];
		if (
			token === undefined ||
			(token.kind === 'mark' && token.key !== '-') ||
			relatives.has(token.key) ||
			isAdverb(reading, next)
		) {
			return false;
		}
		if (startsEntity(reading, next) && !isPreposition(reading.tokens[next - 1]?.key ?? '')) {
			return true;
		}
	}
	return false;
}

/** A phrase whose head names nobody yet goes on with من and في: مسؤول من المسجد، مصادر في الحكومة. */
function isOpenHead(reading: Reading, from: number, at: number): boolean {
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

function endsInName(reading: Reading, from: number, at: number): boolean {
	const entity = reading.entities[reading.entityOf[at - 1] ?? -1];
	return entity !== undefined && entity.label === 'PER' && at > from;
}

/** Behind a name of two words or more a definite noun is an object (وصف فلان الاتفاق), unless it is a title. */
function endsInFullName(reading: Reading, from: number, at: number): boolean {
	return endsInName(reading, from, at) && reading.entityOf[at - 1] === reading.entityOf[at - 2];
}

/** Behind a comma: a name after a title, a title after a name, up to the next comma or the marker. */
function hasApposition(reading: Reading, from: number, to: number): boolean {
	let last = from;
	while (last < to && last - from < 10) {
		const token = reading.tokens[last];
		if (token === undefined || token.kind === 'mark') {
			break;
		}
		if (prepositions.has(token.key) || relatives.has(token.key)) {
			return false;
		}
		last += 1;
	}
	const first = reading.tokens[from];
	if (
		last === from ||
		first?.kind !== 'word' ||
		last - from >= 10 ||
		isAdverb(reading, from) ||
		isAttachedPreposition(reading, from)
	) {
		return false;
	}
	return !isVerbLike(first.key) && !first.key.startsWith('و');
}

/** The head of a phrase: its first noun behind honorifics that is in the table of sources. */
function headOf(reading: Reading, first: number, last: number): SourceHead | undefined {
	for (let at = first; at < Math.min(last, first + 5); at++) {
		const key = reading.tokens[at]?.key ?? '';
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
	return sourceHeads.get(reading.tokens[first]?.key ?? '');
}

/** عليّ the name is written with dots under its last letter, على the preposition without. */
function isNameAli(reading: Reading, at: number): boolean {
	const token = reading.tokens[at];
	return token !== undefined && reading.text.slice(token.start, token.end).includes('ي');
}

function isNamed(reading: Reading, at: number): boolean {
	return (reading.entityOf[at] ?? -1) >= 0 && reading.entities[reading.entityOf[at] ?? -1]?.label !== 'DATE';
}

function startsPhrase(reading: Reading, at: number): boolean {
	const quotation = quotationOpenedAt(reading, at);
	return quotation !== undefined && quotation.last - quotation.first <= 6;
}

function isAdverb(reading: Reading, at: number): boolean {
	const key = reading.tokens[at]?.key ?? '';
	return adverbs.has(key) && !isNamed(reading, at);
}

function isPreposition(key: string): boolean {
	return prepositions.has(key) || key === 'ل' || key === 'ب' || key === 'ك';
}

/** A word with ل or ب attached that no source begins with; names that begin so are known as names or heads. */
function isAttachedPreposition(reading: Reading, at: number): boolean {
	const key = reading.tokens[at]?.key ?? '';
	if (key.length < 4 || sourceHeads.has(key) || honorifics.has(key)) {
		return false;
	}
	const entity = reading.entities[reading.entityOf[at] ?? -1];
	if (entity !== undefined) {
		return entity.span.start > (reading.tokens[at]?.start ?? 0) && !key.startsWith('و');
	}
	return (
		key.startsWith('لل') ||
		key.startsWith('بال') ||
		sourceHeads.has(key.slice(1)) ||
		occasions.has(key.slice(1)) ||
		outletNouns.has(key.slice(1))
	);
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

function startsEntity(reading: Reading, at: number): boolean {
	const entity = reading.entities[reading.entityOf[at] ?? -1];
	return entity !== undefined && entity.label === 'PER' && entity.span.start === reading.tokens[at]?.start;
}

/** A bare noun governs the next word (بيان الوزير); one with its article or an ending does not. */
function isGoverning(key: string): boolean {
	return !(key.startsWith('ال') || /(ي|يه|ه|ها)$/.test(key));
}

function adjectiveLike(key: string): boolean {
	return key.startsWith('ال') || /(ي|يه)$/.test(key);
}

function isComma(key: string): boolean {
	return key === '،' || key === ',';
}
