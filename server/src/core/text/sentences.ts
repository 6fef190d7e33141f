import type { Span } from '../span.ts';
import type { Token } from './tokens.ts';

/** A stretch of tokens: indexes half-open into the token list, offsets into the text. */
export interface Stretch extends Span {
	readonly first: number;
	readonly last: number;
}

/** Lines that hold anything, as stretches without their breaks. News files keep one paragraph on a line. */
export function paragraphs(tokens: readonly Token[]): Stretch[] {
	const result: Stretch[] = [];
	let first = 0;
	for (let i = 0; i <= tokens.length; i++) {
		if (i === tokens.length || tokens[i]?.kind === 'break') {
			push(result, tokens, first, i);
			first = i + 1;
		}
	}
	return result;
}

/** Sentences of one paragraph. A full stop inside an abbreviation (د. ، أ.ف.ب) or a number ends none; closing marks go with the sentence they end. */
export function sentences(tokens: readonly Token[], paragraph: Stretch): Stretch[] {
	const result: Stretch[] = [];
	let first = paragraph.first;
	for (let i = paragraph.first; i < paragraph.last; i++) {
		if (!endsSentence(tokens, i, paragraph)) {
			continue;
		}
		let next = i + 1;
		while (next < paragraph.last && isTrailing(tokens, next)) {
			next += 1;
		}
		push(result, tokens, first, next);
		first = next;
		i = next - 1;
	}
	push(result, tokens, first, paragraph.last);
	return result;
}

const closers = new Set(['»', '”', '’', ')', ']', '.', '…', '!', '؟', '?']);

function isTrailing(tokens: readonly Token[], at: number): boolean {
	const token = tokens[at];
	if (token === undefined || token.kind !== 'mark') {
		return false;
	}
	// A straight mark or comma belongs to the sentence before only when glued to it ("., " is a damaged full stop).
	return closers.has(token.key) || ((token.key === '"' || token.key === ',') && tokens[at - 1]?.end === token.start);
}

function endsSentence(tokens: readonly Token[], at: number, paragraph: Stretch): boolean {
	const token = tokens[at];
	if (token === undefined || token.kind !== 'mark') {
		return false;
	}
	if (token.key === '؟' || token.key === '!' || token.key === '?' || token.key === '…') {
		return true;
	}
	if (token.key !== '.') {
		return false;
	}
	const before = tokens[at - 1];
	const after = tokens[at + 1];
	const glued = before !== undefined && before.end === token.start;
	const letter = before?.kind === 'word' && before.key.length === 1 && glued;
	if (letter && after !== undefined && at + 1 < paragraph.last) {
		return false;
	}
	const inside = after !== undefined && after.start === token.end && at > paragraph.first && glued;
	return !(
		inside &&
		(after.kind === 'word' || after.kind === 'number') &&
		before.kind === after.kind &&
		(after.kind === 'number' || before.key.length <= 3)
	);
}

function push(result: Stretch[], tokens: readonly Token[], first: number, last: number): void {
	const head = tokens[first];
	const tail = tokens[last - 1];
	if (head !== undefined && tail !== undefined && first < last) {
		result.push({ first, last, start: head.start, end: tail.end });
	}
}
