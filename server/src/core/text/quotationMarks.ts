import type { QuotationStyle } from './quotations.ts';
import type { Stretch } from './sentences.ts';
import type { Token } from './tokens.ts';

/** A quotation mark of one or two tokens; `first` and `last` are their indexes. */
export interface QuotationMark {
	readonly style: QuotationStyle;
	readonly first: number;
	readonly last: number;
	/** What the character says by itself; straight marks say nothing. */
	readonly shape: 'open' | 'close' | 'either';
	/** What its neighbours say: -2 surely closing … 2 surely opening. */
	readonly side: number;
}

/** The quotation marks of a paragraph, in text order. Doubled marks ("" «« '') count as one; apostrophes inside words are none. */
export function quotationMarks(tokens: readonly Token[], paragraph: Stretch): QuotationMark[] {
	const marks: QuotationMark[] = [];
	for (let at = paragraph.first; at < paragraph.last; at++) {
		const last = lastOfMark(tokens, at, paragraph.last);
		const found = last < 0 ? undefined : read(tokens, at, last);
		if (found === undefined) {
			continue;
		}
		const side = openingSide(tokens, at, last, paragraph);
		if (isApostrophe(found, side, isGlued(tokens, at - 1) && isGlued(tokens, last)) || isSign(tokens, at, side)) {
			at = last;
			continue;
		}
		marks.push({ ...found, first: at, last, side });
		at = last;
	}
	return marks;
}

type Face = Pick<QuotationMark, 'style' | 'shape'>;

const faces: ReadonlyMap<string, Face> = new Map<string, Face>([
	['«', { style: 'angle', shape: 'open' }],
	['»', { style: 'angle', shape: 'close' }],
	['‹', { style: 'angle', shape: 'open' }],
	['›', { style: 'angle', shape: 'close' }],
	['《', { style: 'angle', shape: 'open' }],
	['》', { style: 'angle', shape: 'close' }],
	['"', { style: 'straight', shape: 'either' }],
	['＂', { style: 'straight', shape: 'either' }],
	['″', { style: 'straight', shape: 'either' }],
	['“', { style: 'curly', shape: 'open' }],
	['„', { style: 'curly', shape: 'open' }],
	['”', { style: 'curly', shape: 'close' }],
	['‘', { style: 'single', shape: 'open' }],
	['‚', { style: 'single', shape: 'open' }],
	['’', { style: 'single', shape: 'close' }],
	["'", { style: 'single', shape: 'either' }],
	['`', { style: 'single', shape: 'either' }],
	['+', { style: 'single', shape: 'either' }],
	['﴿', { style: 'scripture', shape: 'either' }],
	['﴾', { style: 'scripture', shape: 'either' }],
]);

/** Marks that are quotation marks only when written twice. */
const twins: ReadonlyMap<string, Face> = new Map<string, Face>([
	['(', { style: 'parentheses', shape: 'open' }],
	[')', { style: 'parentheses', shape: 'close' }],
	['<', { style: 'angle', shape: 'open' }],
	['>', { style: 'angle', shape: 'close' }],
	["'", { style: 'straight', shape: 'either' }],
	['`', { style: 'straight', shape: 'either' }],
	['‘', { style: 'curly', shape: 'open' }],
	['’', { style: 'curly', shape: 'close' }],
]);

function isApostrophe(face: Face, side: number, isInside: boolean): boolean {
	return face.style === 'single' && side === 0 && isInside;
}

/** A plus quotes inside a quotation in one agency's habit (+…+), glued to its words; elsewhere it is a sign. */
function isSign(tokens: readonly Token[], at: number, side: number): boolean {
	return (
		tokens[at]?.key === '+' &&
		(Math.abs(side) < 1 || tokens[at + 1]?.kind === 'number' || tokens[at - 1]?.kind === 'number')
	);
}

/** Index of the last token of the mark that begins here; below 0 where none does. */
function lastOfMark(tokens: readonly Token[], at: number, end: number): number {
	const token = tokens[at];
	if (token?.kind !== 'mark' || !(faces.has(token.key) || twins.has(token.key))) {
		return -1;
	}
	let last = at;
	while (last + 1 < end && tokens[last + 1]?.key === token.key && isGlued(tokens, last)) {
		last += 1;
	}
	if (faces.has(token.key)) {
		return last;
	}
	return twins.has(token.key) && last > at ? last : -1;
}

function read(tokens: readonly Token[], first: number, last: number): Face | undefined {
	const key = tokens[first]?.key ?? '';
	return (last > first ? twins.get(key) : undefined) ?? faces.get(key);
}

function openingSide(tokens: readonly Token[], first: number, last: number, paragraph: Stretch): number {
	const after = last + 1 < paragraph.last && isGlued(tokens, last) ? tokens[last + 1] : undefined;
	const before = first > paragraph.first && isGlued(tokens, first - 1) ? tokens[first - 1] : undefined;
	return leftSide(before) + rightSide(after);
}

/** Before an opening mark stands a blank, a bracket, a colon, a comma or a clitic; before a closing one the quoted words. */
function leftSide(before: Token | undefined): number {
	if (before === undefined || before.kind === 'break') {
		return 1;
	}
	if (before.kind === 'mark') {
		return faces.has(before.key) ? 0 : openers.has(before.key) ? 1 : -1;
	}
	return before.kind === 'word' && clitics.has(before.key) ? 1 : -1;
}

function rightSide(after: Token | undefined): number {
	if (after === undefined || after.kind === 'break') {
		return -1;
	}
	if (after.kind === 'mark') {
		return faces.has(after.key) ? 0 : closers.has(after.key) ? -1 : 1;
	}
	return 1;
}

const openers = new Set([':', '：', '(', '[', '{', '-', '–', '—', '،', ',', '؛', '/', '#']);
const closers = new Set(['.', '،', ',', '؛', ';', ':', '؟', '?', '!', ')', ']', '}', '…', '-', '–', '—', '/']);
const clitics = new Set([
	'و',
	'ف',
	'ب',
	'ل',
	'ك',
	'ال',
	'وال',
	'بال',
	'لل',
	'فال',
	'كال',
	'ول',
	'وب',
	'فل',
	'فب',
	'وك',
	'ولل',
	'وبال',
]);

function isGlued(tokens: readonly Token[], at: number): boolean {
	const token = tokens[at];
	const next = tokens[at + 1];
	return token !== undefined && next !== undefined && token.end === next.start;
}
