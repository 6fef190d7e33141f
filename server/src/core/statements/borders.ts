import table from '../lexicon/statements/breaks.yaml';
import { attributionAt } from './attributions.ts';
import type { Frame } from './frames.ts';
import { phraseAt, phraseTable } from './lexicon/phrases.ts';
import { phrasesOf, under } from './lexicon/readTable.ts';
import { closingParenthesis } from './markers.ts';
import { quotationOpenedAt, type Reading, type Unit } from './reading.ts';

/** Tokens of a unit before which a reported clause must end, in text order. */
export type Breaks = readonly number[];

const behindComma = phraseTable(phrasesOf(under(table, 'behindComma')).map(words => [words, true] as const));
const anywhere = phraseTable(phrasesOf(under(table, 'anywhere')).map(words => [words, true] as const));

/** Where the article or another cue takes over from a reported clause. Computed once a unit. */
export function breaksOf(reading: Reading, unit: Unit, frames: readonly Frame[]): Breaks {
	const cues = new Map(frames.map(frame => [frame.at, frame]));
	const breaks: number[] = [];
	for (let at = unit.first + 1; at < unit.last; at++) {
		const token = reading.tokens[at];
		const comma = token?.key === '،' || token?.key === ',';
		const next = comma ? at + 1 : at;
		if (
			comma &&
			(phraseAt(behindComma, reading.tokens, next) !== undefined || startsCue(cues.get(next), true, reading, next))
		) {
			breaks.push(at);
		} else if (
			!comma &&
			token?.kind === 'word' &&
			(phraseAt(anywhere, reading.tokens, at) !== undefined || startsCue(cues.get(at), false, reading, at))
		) {
			breaks.push(at);
		} else if (attributionAt(reading, unit, next) !== undefined) {
			breaks.push(at);
		}
	}
	return breaks;
}

/** The end of a clause that begins at token `first`: the first break outside quotations and parentheses that it opens, trimmed of punctuation. */
export function clauseEnd(reading: Reading, unit: Unit, breaks: Breaks, first: number, limit = unit.last): number {
	let end = limit;
	const around = reading.quotationOf[first] ?? -1;
	const opened = quotationOpenedAt(reading, first);
	const context = opened === undefined ? around : outside(reading, first);
	for (const at of breaks) {
		if (at <= first) {
			continue;
		}
		if (at >= limit) {
			break;
		}
		if (
			(reading.quotationOf[at] ?? -1) === context ||
			(reading.tokens[at]?.kind === 'mark' && outside(reading, at) === context)
		) {
			end = at;
			break;
		}
	}
	return trimmed(reading, first, end);
}

/** Without the punctuation at its end; closing marks and parentheses stay. */
export function trimmed(reading: Reading, first: number, last: number): number {
	let end = last;
	while (end > first) {
		const token = reading.tokens[end - 1];
		if (
			token === undefined ||
			token.kind === 'break' ||
			(token.kind === 'mark' && trailing.has(token.key)) ||
			(token.kind === 'word' && danglers.has(token.key))
		) {
			end -= 1;
		} else {
			break;
		}
	}
	return end;
}

const trailing = new Set(['.', '،', ',', ':', '؛', ';', '-', '–', '…', '*', '|', '/']);
const danglers = new Set(['و', 'كما', 'ثم', 'ولكن', 'لكن', 'حيث']);

function outside(reading: Reading, at: number): number {
	const index = reading.quotationOf[at] ?? -1;
	const quotation = reading.quotations[index];
	if (quotation === undefined || quotation.open !== at) {
		return index;
	}
	for (let other = index - 1; other >= 0; other--) {
		const outer = reading.quotations[other];
		if (outer !== undefined && outer.first <= at && at < outer.last) {
			return other;
		}
		if (outer === undefined || outer.depth === 0) {
			return -1;
		}
	}
	return -1;
}

/** Whether a frame takes over here: a participle, a verb with و or ف behind a comma, a verb of continuing anywhere. */
function startsCue(frame: Frame | undefined, comma: boolean, reading: Reading, at: number): boolean {
	if (frame === undefined) {
		return false;
	}
	const { form } = frame;
	if (form.tense === 'participle') {
		return true;
	}
	if (form.tense === 'masdar') {
		return false;
	}
	const joined = (reading.tokens[at]?.key ?? '').startsWith('و') || (reading.tokens[at]?.key ?? '').startsWith('ف');
	return form.clitic === 1 && joined && (comma || form.cue.letter === 'B' || frame.marker !== undefined);
}

/** Index behind a parenthesis that begins here; the same index where none does. */
export function behindParenthesis(reading: Reading, at: number, end: number): number {
	return reading.tokens[at]?.key === '(' ? closingParenthesis(reading, at, end) + 1 : at;
}
