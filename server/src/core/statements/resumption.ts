import particles from '../lexicon/statements/particles.yaml';
import type { Attribution } from './attributions.ts';
import { type Breaks, clauseEnd } from './borders.ts';
import { complementiserAt } from './complementisers.ts';
import { cueTable } from './lexicon/cueTable.ts';
import { keysOf, occasions, sourceHeads } from './lexicon/wordLists.ts';
import type { Reading, Unit } from './reading.ts';
import { isAdverb, isComma } from './words.ts';

/** Tokens, half-open. */
export interface Resumption {
	readonly first: number;
	readonly last: number;
}

/** How far behind its source an attribution may be closed, in tokens: وفق ما نقلت الوكالة عن بيان له، …. */
const reach = 6;

/**
 * The rest of a clause that an attribution interrupts: استهدفت الغارة، بحسب الوكالة، |مركز البحوث; بُنيت القاعة - وفق المدير - |في عام. Undefined
 * where the attribution ends the clause, or what stands behind it begins another.
 */
export function resumption(
	reading: Reading,
	unit: Unit,
	breaks: Breaks,
	attribution: Attribution,
): Resumption | undefined {
	const { tokens } = reading;
	const dashed = isDash(tokens[attribution.first - 1]?.key);
	const setOff = dashed || isComma(tokens[attribution.first - 1]?.key ?? '');
	let close = attribution.last;
	while (close < unit.last && close - attribution.last < reach && tokens[close]?.kind !== 'mark') {
		close += 1;
	}
	const mark = tokens[close]?.key ?? '';
	const first = close + 1;
	if (
		first >= unit.last ||
		!(dashed ? isDash(mark) : isComma(mark)) ||
		breaks.includes(close) ||
		breaks.includes(first)
	) {
		return undefined;
	}
	const token = tokens[first];
	const key = token?.key ?? '';
	const apposition = !setOff && sourceHeads.has(key);
	if (
		token?.kind !== 'word' ||
		apposition ||
		/^[وف]/.test(key) ||
		others.has(key) ||
		tellsWhen(reading, first) ||
		cueTable.forms.has(key) ||
		complementiserAt(reading.text, tokens, first, first) !== undefined ||
		(reading.quotationOf[first] ?? -1) !== (reading.quotationOf[attribution.first] ?? -1)
	) {
		return undefined;
	}
	const last = clauseEnd(reading, unit, breaks, first);
	return last - first >= 2 ? { first, last } : undefined;
}

/** أمس الجمعة، خلال مؤتمر، في بيان: when and where the source spoke. */
function tellsWhen(reading: Reading, at: number): boolean {
	const date = reading.entities[reading.entityOf[at] ?? -1]?.label === 'DATE';
	const key = reading.tokens[at]?.key ?? '';
	return (
		date ||
		isAdverb(reading, at) ||
		circumstances.has(key) ||
		(key === 'في' && occasions.has(reading.tokens[at + 1]?.key ?? ''))
	);
}

const circumstances = keysOf(particles, 'circumstances');

function isDash(key: string | undefined): boolean {
	return key === '-' || key === '–' || key === '—';
}

/** Behind these a clause of its own begins, or one that describes the source. */
const others: ReadonlySet<string> = new Set([...keysOf(particles, 'relatives'), ...keysOf(particles, 'resumesNot')]);
