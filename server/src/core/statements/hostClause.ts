import particles from '../lexicon/statements/particles.yaml';
import type { Attribution } from './attributions.ts';
import { type Breaks, trimmed } from './borders.ts';
import { complementiserAt } from './complementisers.ts';
import { conjunctionLength } from './conjunction.ts';
import { type Content, clauseContent } from './contents.ts';
import type { Draft } from './draft.ts';
import { keysOf } from './lexicon/wordLists.ts';
import { quotationOpenedAt, type Reading, spanOf, type Unit } from './reading.ts';
import { resumption } from './resumption.ts';

/** Clauses shorter than this carry no statement. */
const shortest = 4;

/** The clause that an attribution speaks for: the one behind it where it opens its sentence, else the one before it. */
export function hostStatement(
	reading: Reading,
	unit: Unit,
	attribution: Attribution,
	breaks: Breaks,
	drafts: readonly Draft[],
): Content | undefined {
	return attribution.first <= unit.first + 1 || opensClause(reading, attribution)
		? clauseBehind(reading, unit, attribution, breaks)
		: clauseBefore(reading, unit, attribution, breaks, drafts);
}

/** Anywhere in a sentence, فإن or فقد behind the source tells that the words follow. */
export function opensClause(reading: Reading, attribution: Attribution): boolean {
	const next = attribution.last + (isComma(reading, attribution.last) ? 1 : 0);
	const before = reading.tokens[attribution.first - 1];
	if (
		before !== undefined &&
		complementiserAt(reading.text, reading.tokens, attribution.first - 1, attribution.first - 1)?.last ===
			attribution.first
	) {
		return true;
	}
	return openers.has(reading.tokens[next]?.key ?? '') && (reading.tokens[next]?.key ?? '').startsWith('ف');
}

const openers = keysOf(particles, 'contentOpeners');

function clauseBehind(reading: Reading, unit: Unit, attribution: Attribution, breaks: Breaks): Content | undefined {
	let first = attribution.last;
	// What still belongs to the source: a relative clause, a parenthesis, up to the first comma.
	while (
		first < unit.last &&
		first - attribution.last < 25 &&
		!isComma(reading, first) &&
		!openers.has(reading.tokens[first]?.key ?? '')
	) {
		if (quotationOpenedAt(reading, first) !== undefined && reading.tokens[first - 1]?.kind === 'mark') {
			break;
		}
		first += 1;
	}
	if (first >= unit.last || first - attribution.last >= 25) {
		return undefined;
	}
	first = behindApposition(reading, unit, first);
	while (first < unit.last && (isComma(reading, first) || openers.has(reading.tokens[first]?.key ?? ''))) {
		first += 1;
	}
	const content = clauseContent(reading, unit, breaks, first, 0, 'indirect');
	return content !== undefined && content.last - content.first >= shortest ? content : undefined;
}

/** وفقا لفلان، رئيس الهيئة، فإن …: فإن behind a second comma tells where the words begin. */
function behindApposition(reading: Reading, unit: Unit, first: number): number {
	for (let at = first + 1; at < Math.min(unit.last, first + 20); at++) {
		const key = reading.tokens[at]?.key ?? '';
		if (isComma(reading, at - 1) && key.startsWith('ف') && openers.has(key)) {
			return at;
		}
	}
	return first;
}

function clauseBefore(
	reading: Reading,
	unit: Unit,
	attribution: Attribution,
	breaks: Breaks,
	drafts: readonly Draft[],
): Content | undefined {
	let first = unit.first;
	for (const at of breaks) {
		if (at < attribution.first - 1) {
			first = reading.tokens[at]?.kind === 'mark' ? at + 1 : at;
		}
	}
	for (const draft of drafts) {
		if (draft.last <= attribution.first && draft.at >= unit.first) {
			first = Math.max(first, draft.last + (isComma(reading, draft.last) ? 1 : 0));
		}
	}
	// وذلك في تصريح، وفق الموقع: what was said stands before it.
	if (reading.tokens[first]?.key === 'وذلك') {
		return undefined;
	}
	const last = trimmed(reading, first, attribution.first);
	const rest = resumption(reading, unit, breaks, attribution);
	if (last - first + (rest === undefined ? 0 : rest.last - rest.first) < shortest || last <= first) {
		return undefined;
	}
	const skip = conjunctionLength(reading, first);
	const content = clauseContent(reading, { ...unit, last }, [], first, skip, 'indirect');
	return rest === undefined || content === undefined || content.type === 'direct'
		? content
		: { ...content, parts: [...content.parts, spanOf(reading.tokens, rest.first, rest.last)], last: rest.last };
}

function isComma(reading: Reading, at: number): boolean {
	const key = reading.tokens[at]?.key;
	return key === '،' || key === ',';
}
