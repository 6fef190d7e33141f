import type { SuggestedEntity } from '../model.ts';
import { partitionPoint } from '../sorted.ts';
import type { Span } from '../span.ts';
import type { ParsedText } from '../text/parsed.ts';
import type { Quotation } from '../text/quotations.ts';
import type { Token } from '../text/tokens.ts';
import { complementiserAt } from './complementisers.ts';
import { cueTable } from './lexicon/cueTable.ts';

/** A text with what the statement engine looks up again and again. */
export interface Reading {
	readonly text: string;
	readonly tokens: readonly Token[];
	readonly quotations: readonly Quotation[];
	/** Quotations by the first token of their words. */
	readonly quotationFrom: ReadonlyMap<number, Quotation>;
	/** For each token the index of the innermost quotation around it, mark tokens included; -1 outside. */
	readonly quotationOf: Int32Array;
	readonly entities: readonly SuggestedEntity[];
	/** For each token the index of the name it belongs to; -1 for none. */
	readonly entityOf: Int32Array;
}

/** A sentence, or several that one quotation holds together: the reach of a frame. Token indexes, half-open. */
export interface Unit {
	readonly first: number;
	readonly last: number;
	readonly paragraph: number;
}

/** Prepares a text for the engine. Linear; entities must be outermost and in text order. */
export function readingOf(parsed: ParsedText, entities: readonly SuggestedEntity[]): Reading {
	const { text, tokens } = parsed;
	const quotations = parsed.quotations.map(quotation => bounded(parsed, quotation));
	return {
		text,
		tokens,
		quotations,
		quotationFrom: new Map(quotations.map(quotation => [quotation.first, quotation])),
		quotationOf: quotationsOf(tokens, quotations),
		entities,
		entityOf: entitiesOf(tokens, entities),
	};
}

/**
 * A quotation whose closing mark was lost ends before the first sentence that a cue begins; one behind a complementiser ends with its
 * sentence.
 */
function bounded({ text, tokens }: ParsedText, quotation: Quotation): Quotation {
	if (quotation.close !== undefined || quotation.open === undefined) {
		return quotation;
	}
	const clause = complementiserAt(text, tokens, quotation.open - 1, quotation.open - 1) !== undefined;
	for (let at = quotation.first + 1; at < quotation.last - 1; at++) {
		if (tokens[at]?.key === '.' && (clause || startsWithCue(tokens, at + 1))) {
			const end = tokens[at - 1]?.end ?? quotation.inner.end;
			return { ...quotation, last: at, end, inner: { start: quotation.inner.start, end } };
		}
	}
	return quotation;
}

/** Whether a token is a perfect that opens words by itself: وأضاف …, as sentences of the one who reports begin. */
export function startsWithCue(tokens: readonly Token[], at: number): boolean {
	const forms = cueTable.forms.get(tokens[at]?.key ?? '');
	return forms?.some(form => form.tense === 'perfect' && form.cue.needs.size === 0) === true;
}

/** No frame reaches farther, so that a text without full stops stays linear. */
const longestUnit = 500;

/** The units of a text in order. */
export function unitsOf(parsed: ParsedText, quotations: readonly Quotation[]): Unit[] {
	const units: Unit[] = [];
	const ends = quotationEnds(quotations);
	for (const [paragraph, sentences] of parsed.sentences.entries()) {
		let first = -1;
		for (const sentence of sentences) {
			first = first < 0 ? sentence.first : first;
			if (isInside(ends, sentence.last) && sentence !== sentences.at(-1)) {
				continue;
			}
			for (let at = first; at < sentence.last; at += longestUnit) {
				units.push({ first: at, last: Math.min(sentence.last, at + longestUnit), paragraph });
			}
			first = -1;
		}
	}
	return units;
}

/** The offsets of a stretch of tokens. */
export function spanOf(tokens: readonly Token[], first: number, last: number): Span {
	return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 };
}

/** The quotation that a token opens: at its mark, or at its first word where the mark was lost. */
export function quotationOpenedAt(reading: Reading, at: number): Quotation | undefined {
	const behind = reading.quotationFrom.get(at + 1);
	if (behind !== undefined) {
		return behind.open === at ? behind : undefined;
	}
	// ««…»»: a doubled mark opens what the inner one opens.
	const doubled = reading.tokens[at]?.kind === 'mark' ? reading.quotationFrom.get(at + 2) : undefined;
	return doubled?.open === at + 1 && reading.tokens[at]?.key === reading.tokens[at + 1]?.key ? doubled : undefined;
}

/** Outermost quotations as [first, last) of their tokens, with which sentence ends are compared. */
function quotationEnds(quotations: readonly Quotation[]): readonly Quotation[] {
	return quotations.filter(quotation => quotation.depth === 0);
}

function isInside(outermost: readonly Quotation[], at: number): boolean {
	const low = partitionPoint(outermost.length, middle => (outermost[middle]?.first ?? 0) < at);
	return at < (outermost[low - 1]?.last ?? 0);
}

function quotationsOf(tokens: readonly Token[], quotations: readonly Quotation[]): Int32Array {
	const result = new Int32Array(tokens.length).fill(-1);
	for (const [index, quotation] of quotations.entries()) {
		const first = quotation.open ?? quotation.first;
		const last = quotation.close === undefined ? quotation.last : quotation.close + 1;
		result.fill(index, first, last);
	}
	return result;
}

function entitiesOf(tokens: readonly Token[], entities: readonly SuggestedEntity[]): Int32Array {
	const result = new Int32Array(tokens.length).fill(-1);
	let at = 0;
	for (const [index, entity] of entities.entries()) {
		while (at < tokens.length && (tokens[at]?.end ?? 0) <= entity.span.start) {
			at += 1;
		}
		for (let inside = at; inside < tokens.length && (tokens[inside]?.start ?? 0) < entity.span.end; inside++) {
			result[inside] = index;
		}
	}
	return result;
}
