import table from '../lexicon/statements/breaks.yaml';
import particles from '../lexicon/statements/particles.yaml';
import { partitionPoint } from '../sorted.ts';
import type { Attribution } from './attributions.ts';
import type { Frame, Frames, Host } from './frames.ts';
import { phraseAt, phraseTable } from './lexicon/phrases.ts';
import { phrasesOf, under } from './lexicon/readTable.ts';
import { keysOf } from './lexicon/wordLists.ts';
import { quotationOpenedAt, type Reading, type Unit } from './reading.ts';

/** Tokens of a unit before which a reported clause must end, in text order. */
export type Breaks = readonly number[];

const behindComma = phraseTable(phrasesOf(under(table, 'behindComma')).map(words => [words, true] as const));
const anywhere = phraseTable(phrasesOf(under(table, 'anywhere')).map(words => [words, true] as const));

/** Where the article or another cue takes over from a reported clause. Computed once a unit. */
export function breaksOf(
	reading: Reading,
	unit: Unit,
	{ frames, hosts }: Frames,
	attributions: readonly Attribution[],
): Breaks {
	const cues = new Map<number, Frame | Host>([...hosts, ...frames].map(cue => [cue.at, cue]));
	const subjects = new Set(frames.map(frame => subjectStart(reading, frame)));
	const starts = new Set(attributions.map(attribution => attribution.first));
	const breaks: number[] = [];
	for (let at = unit.first + 1; at < unit.last; at++) {
		const token = reading.tokens[at];
		const comma = token?.key === '،' || token?.key === ',';
		const next = comma ? at + 1 : at;
		if (starts.has(next) || startsCue(cues.get(next), comma, reading, next)) {
			breaks.push(afterBut(reading, at) ? at - 1 : at);
		} else if (comma && (phraseAt(behindComma, reading.tokens, next) !== undefined || subjects.has(next))) {
			breaks.push(at);
		} else if (!comma && token?.kind === 'word' && phraseAt(anywhere, reading.tokens, at) !== undefined) {
			breaks.push(at);
		}
	}
	return breaks;
}

/** Whether a sentence begins as the article's own: من جانبه، وكان، جاء ذلك. */
export function opensNarrative(reading: Reading, at: number): boolean {
	return phraseAt(behindComma, reading.tokens, at) !== undefined || phraseAt(openers, reading.tokens, at) !== undefined;
}

const openers = phraseTable(phrasesOf(under(table, 'newSpeaker')).map(words => [words, true] as const));

/** The end of a clause that begins at token `first`: the first break outside quotations and parentheses that it opens, trimmed of punctuation. */
export function clauseEnd(reading: Reading, unit: Unit, breaks: Breaks, first: number, limit = unit.last): number {
	let end = limit;
	const around = reading.quotationOf[first] ?? -1;
	const opened = quotationOpenedAt(reading, first);
	const context = opened === undefined ? around : outside(reading, first);
	for (let next = firstAbove(breaks, first); next < breaks.length; next++) {
		const at = breaks[next] ?? limit;
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

/** Index of the first break behind a token. */
function firstAbove(breaks: Breaks, token: number): number {
	return partitionPoint(breaks.length, middle => (breaks[middle] ?? 0) <= token);
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
			(token.kind === 'word' && danglers.has(token.key)) ||
			(token.key === ')' && !opensBefore(reading, first, end - 1))
		) {
			end -= 1;
		} else {
			break;
		}
	}
	return end;
}

/** Whether the parenthesis that closes at a token was opened inside. */
function opensBefore(reading: Reading, first: number, close: number): boolean {
	for (let at = close - 1; at >= Math.max(first, close - 60); at--) {
		if (reading.tokens[at]?.key === '(') {
			return true;
		}
	}
	return close - first > 60;
}

const trailing = new Set(['.', '،', ',', ':', '؛', ';', '-', '–', '…', '*', '|', '/']);
const danglers = keysOf(particles, 'danglers');

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

/** Whether a cue takes over here: a participle, a verb with و or ف behind a comma, a verb with words of its own behind و anywhere. */
function startsCue(cue: Frame | Host | undefined, comma: boolean, reading: Reading, at: number): boolean {
	if (cue === undefined || cue.form.tense === 'masdar') {
		return false;
	}
	const { form } = cue;
	const framed = 'cue' in cue;
	if (form.tense === 'participle') {
		return framed || (comma && form.agreement.gender === 'm' && form.cue.needs.size === 0);
	}
	if (afterBut(reading, at)) {
		return framed;
	}
	const clausal = framed && cue.marker !== undefined;
	return form.clitic === 1 && (clausal || (comma && (framed || form.cue.needs.size === 0)));
}

/** لكنهم يشيرون: the pronoun is the subject. */
function afterBut(reading: Reading, at: number): boolean {
	return /^و?لكن(ه|ها|هم|هما)$/.test(reading.tokens[at - 1]?.key ?? '');
}

/** Where a clause begins whose subject stands before its cue, with the conjunction before it; -1 for other frames. */
function subjectStart(reading: Reading, frame: Frame): number {
	const { source } = frame;
	if (source === undefined || source.first > frame.at) {
		return -1;
	}
	let first = source.first;
	while (conjunctions.has(reading.tokens[first - 1]?.key ?? '')) {
		first -= 1;
	}
	return first;
}

const conjunctions = keysOf(particles, 'clauseJoins');
