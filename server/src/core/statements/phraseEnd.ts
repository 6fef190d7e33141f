import particles from '../lexicon/statements/particles.yaml';
import { beginsObject } from './beginsObject.ts';
import { endsInFullName, endsInName, headOf, isOpenHead, leadsToPerson } from './heads.ts';
import { cueTable } from './lexicon/cueTable.ts';
import {
	attached,
	fieldTitles,
	keysOf,
	occasions,
	onTitles,
	outletNouns,
	prepositions,
	sourceHeads,
	titleEnds,
} from './lexicon/wordLists.ts';
import { quotationOpenedAt, type Reading } from './reading.ts';
import {
	clauseWords,
	isAdverb,
	isAttachedPreposition,
	isComma,
	isListedWord,
	isNameAli,
	isNamed,
	startsPhrase,
} from './words.ts';

/** Where a noun phrase that begins at `from` ends: before an adjunct, a relative clause, parentheses, or behind its apposition. */
export function phraseEnd(reading: Reading, from: number, to: number): number {
	const { tokens } = reading;
	let commas = 0;
	let at = from;
	while (at < to) {
		const token = tokens[at];
		if (token === undefined || token.kind === 'break') {
			break;
		}
		if (token.kind === 'mark') {
			if (startsPhrase(reading, at)) {
				const quotation = quotationOpenedAt(reading, at);
				at = (quotation?.close ?? at) + 1;
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
	while (at > from + 1 && prepositions.has(tokens[at - 1]?.key ?? '') && !isNamed(reading, at - 1)) {
		at -= 1;
	}
	return at;
}

function endsPhrase(reading: Reading, from: number, at: number, to: number): boolean {
	const { tokens } = reading;
	const key = tokens[at]?.key ?? '';
	const before = tokens[at - 1]?.key ?? '';
	if (clauseWords.has(key) || isAdverb(reading, at) || (attached.has(key) && !isNamed(reading, at))) {
		return true;
	}
	if (isVerbLike(key) && (reading.entityOf[at] ?? -1) < 0 && !prepositions.has(before)) {
		return true;
	}
	if (beginsObject(reading, from, at)) {
		return true;
	}
	if (key.startsWith('ال') && !isNamed(reading, at) && endsInFullName(reading, from, at) && !sourceHeads.has(key)) {
		return !isSurname(reading, at, to);
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
		const place = reading.entities[reading.entityOf[at + 1] ?? -1]?.label === 'LOC';
		const open =
			isOpenHead(reading, from, at) ||
			titleEnds.has(before) ||
			(fieldTitles.has(before) && !place) ||
			leadsToPerson(reading, from, at, to);
		return occasions.has(tokens[at + 1]?.key ?? '') || !open || at + 1 >= to;
	}
	if (key === 'علي' && isNameAli(reading, at)) {
		return false;
	}
	if (key === 'علي') {
		return !onTitles.has(before);
	}
	if (key === 'لدي' || key === 'عن' || key === 'الي' || key === 'مع') {
		return !(
			titleEnds.has(before) ||
			(key === 'لدي' && !endsInName(reading, from, at)) ||
			(key === 'الي' && before.startsWith('المبعوث'))
		);
	}
	if (prepositions.has(key)) {
		return true;
	}
	if (isPlaceOf(reading, from, at)) {
		return false;
	}
	if (key === 'ل' || isAttachedPreposition(reading, at)) {
		const head = headOf(reading, from, at);
		const text = head?.kind === 'document' && !head.definite && head.stem !== 'مصادر' && head.stem !== 'مصدر';
		if (key.startsWith('ل') && key.length > 1 && text && !addresseeOutlet(reading, at)) {
			return false;
		}
		return (
			!(key.startsWith('ل') && titleEnds.has(before) && !addresseeOutlet(reading, at)) &&
			!leadsToPerson(reading, from, at, to)
		);
	}
	return false;
}

/** مصدر بالوزارة، مسؤول ببلدية المرسى: ب says where somebody without a name works. */
function isPlaceOf(reading: Reading, from: number, at: number): boolean {
	const key = reading.tokens[at]?.key ?? '';
	const rest = key.startsWith('ب') && key.length > 3 ? sourceHeads.get(key.slice(1)) : undefined;
	const head = headOf(reading, from, at);
	const speaks = head?.kind !== 'document' || head.stem === 'مصدر' || head.stem === 'مصادر';
	return rest?.kind === 'body' && head !== undefined && speaks && isOpenHead(reading, from, at);
}

/** A word that nobody knows, with its article, at the very end: the rest of a name that was cut short. */
function isSurname(reading: Reading, at: number, to: number): boolean {
	const comma = isComma(reading.tokens[at + 1]?.key ?? '');
	return at + (comma ? 2 : 1) === to && !isListedWord(reading.tokens[at]?.key ?? '');
}

/** ل with an outlet behind a title's end is still an addressee only when nothing else speaks. */
function addresseeOutlet(reading: Reading, at: number): boolean {
	const key = reading.tokens[at]?.key ?? '';
	return outletNouns.has(key.slice(1)) && key.length > 3;
}

const handedOn = keysOf(particles, 'handedOn');

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

/** Behind a comma: a name after a title, a title after a name, up to the next comma or the marker. */
function hasApposition(reading: Reading, from: number, to: number): boolean {
	let last = from;
	while (last < to && last - from < 10) {
		const token = reading.tokens[last];
		if (token === undefined || token.kind === 'mark') {
			break;
		}
		if (prepositions.has(token.key) || clauseWords.has(token.key)) {
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
	return !isVerbLike(first.key) && !first.key.startsWith('و') && !handedOn.has(first.key);
}
