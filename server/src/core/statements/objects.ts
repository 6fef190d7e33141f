import particles from '../lexicon/statements/particles.yaml';
import type { Quotation } from '../text/quotations.ts';
import type { CueForm } from './lexicon/cueTable.ts';
import { adverbs, keysOf, prepositions } from './lexicon/wordLists.ts';
import { closingParenthesis } from './markers.ts';
import { isMasdarLike } from './masdars.ts';
import { quotationOpenedAt, type Reading, type Unit } from './reading.ts';
import { isComma, isListedWord } from './words.ts';

/** What is said where it is no clause: استمرار العملية، بتأجيل الزيارة، "بدعم القوات". */
export interface ReportedObject {
	/** Token where the source phrase must have ended. */
	readonly at: number;
	/** First token of the words, and the letters of it that are a preposition. */
	readonly first: number;
	readonly skip: number;
	/** The quotation that the words open with. */
	readonly quotation?: Quotation;
}

const window = 25;

/** The object that a cue governs behind it, if it is a verbal noun or words between marks; topics alone (كشف عن تفاصيل) are none. */
export function findObject(
	reading: Reading,
	unit: Unit,
	from: number,
	form: CueForm,
	stops: (at: number) => boolean,
): ReportedObject | undefined {
	const { objects, naming } = form.cue;
	let limit = Math.min(unit.last, from + window);
	let bare = objects.has('bare');
	for (let at = from; at < limit; at++) {
		const token = reading.tokens[at];
		// A date does not count as distance.
		if (reading.entities[reading.entityOf[at] ?? -1]?.label === 'DATE') {
			limit = Math.min(unit.last, limit + 1);
		}
		if (token === undefined || (at > from && stops(at)) || token.key === '؛' || token.key === ':') {
			return undefined;
		}
		if (token.key === '(') {
			at = closingParenthesis(reading, at, unit.last);
			continue;
		}
		const quotation = quotationOpenedAt(reading, at);
		if (quotation !== undefined) {
			if (
				isFree(reading, at) &&
				(objects.has('bare') || objects.has('ب') || (objects.size > 0 && quotation.last - quotation.first > 5)) &&
				(!naming || (form.suffixed && at <= from + 4)) &&
				(quotation.last - quotation.first > 2 || naming || isGoverned(reading, quotation.first, objects)) &&
				at > from - 1
			) {
				return { at, first: at, skip: 0, quotation };
			}
			at = quotation.close ?? quotation.last - 1;
			continue;
		}
		if (token.kind !== 'word') {
			bare &&= !isComma(token.key) || isMasdarLike(withoutArticle(reading.tokens[at + 1]?.key ?? ''));
			continue;
		}
		bare &&= !closing.has(token.key);
		const attached = attachedObject(reading, at, form);
		if (attached !== undefined) {
			return attached;
		}
		if (objects.has(token.key) && opens(reading, at + 1)) {
			return { at, first: at + 1, skip: 0, ...opening(reading, at + 1) };
		}
		if (
			bare &&
			at > from &&
			(reading.entityOf[at] ?? -1) < 0 &&
			isMasdarLike(token.key) &&
			!adverbs.has(token.key) &&
			!prepositions.has(token.key) &&
			isFree(reading, at)
		) {
			return { at, first: at, skip: 0 };
		}
		if (bare && at > from + 1 && closesInsertion(reading, at) && isMasdarLike(token.key.slice(2))) {
			return { at: at - 1, first: at, skip: 0 };
		}
		if (bare && at === from && isMasdarLike(token.key)) {
			return { at, first: at, skip: 0 };
		}
	}
	return undefined;
}

/** أشاد "بانطلاقة جديدة": the verb's preposition stands inside the marks. */
function isGoverned(reading: Reading, first: number, objects: ReadonlySet<string>): boolean {
	const key = reading.tokens[first]?.key ?? '';
	return key.length > 3 && objects.has(key.charAt(0)) && !objects.has('bare');
}

function withoutArticle(key: string): string {
	return key.startsWith('ال') && !isMasdarLike(key) ? key.slice(2) : key;
}

/** Behind these an object of its own is no longer to be expected. */
const closing = keysOf(particles, 'objectStops');

/** أعلنت الشركة، أول الشهر، الاستحواذ: behind a second comma. */
function closesInsertion(reading: Reading, at: number): boolean {
	const key = reading.tokens[at]?.key ?? '';
	return reading.tokens[at - 1]?.key === '،' && !adverbs.has(key) && (reading.tokens[at]?.key ?? '').startsWith('ال');
}

/** بـ«…», بعدم، بالإفراج, لتشكيل. */
function attachedObject(reading: Reading, at: number, form: CueForm): ReportedObject | undefined {
	const { objects, naming } = form.cue;
	const key = reading.tokens[at]?.key ?? '';
	const letter = key.charAt(0);
	if ((letter !== 'ب' && letter !== 'ل') || !objects.has(letter)) {
		return undefined;
	}
	if (key.length === 1) {
		const quotation = quotationOpenedAt(reading, at + 1);
		return quotation === undefined ? undefined : { at, first: at + 1, skip: 0, quotation };
	}
	const word = key.slice(1);
	if (
		isMasdarLike(word) ||
		isMasdarLike(word.startsWith('ال') ? word.slice(2) : word) ||
		(naming && at > 0 && word.length > 2 && letter === 'ب' && (isListedWord(word) || !isListedWord(key)))
	) {
		return { at, first: at, skip: 1 };
	}
	return undefined;
}

function opens(reading: Reading, at: number): boolean {
	const key = reading.tokens[at]?.key ?? '';
	const near =
		quotationOpenedAt(reading, at) ?? (key.startsWith('هذ') ? quotationOpenedAt(reading, at + 1) : undefined);
	return near !== undefined || isMasdarLike(key) || isMasdarLike(key.startsWith('ال') ? key.slice(2) : key);
}

function opening(reading: Reading, at: number): { readonly quotation?: Quotation } {
	const quotation = quotationOpenedAt(reading, at);
	return quotation === undefined ? {} : { quotation };
}

/** Whether the word before does not govern this one: a noun without article or ending would (لجنة تحقيق). */
function isFree(reading: Reading, at: number): boolean {
	const before = reading.tokens[at - 1];
	if (before === undefined || before.kind !== 'word') {
		return true;
	}
	if (prepositions.has(before.key)) {
		return false;
	}
	const named = (reading.entityOf[at - 1] ?? -1) >= 0;
	return (
		named ||
		before.key.startsWith('ال') ||
		/(ي|يه|ها|ت|وا|ون|ا)$/.test(before.key) ||
		(before.key.length > 4 && !before.key.endsWith('ه'))
	);
}
