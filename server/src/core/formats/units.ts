import type { Offset, Span } from '../span.ts';
import { referenceText } from '../text/reference.ts';
import { codePointCounter } from './codePoints.ts';

/** What a file's offsets count: code points or UTF-16 units of the text as given, or code points with every line end as one. */
export type Unit = 'codePoints' | 'utf16' | 'reference';

/** From a file's offsets to UTF-16 of `text`. Answers -1 for what is no offset of the text in this unit. */
export function offsetReader(text: string, unit: Unit): (count: number) => Offset {
	const inside = (count: number, length: number) => Number.isSafeInteger(count) && count >= 0 && count <= length;
	switch (unit) {
		case 'utf16':
			return count => (inside(count, text.length) ? count : -1);
		case 'reference': {
			const reference = referenceText(text);
			return count => (inside(count, reference.length) ? reference.toOffset(count) : -1);
		}
		case 'codePoints': {
			const toCount = codePointCounter(text);
			const length = toCount(text.length);
			if (length === text.length) return offsetReader(text, 'utf16');
			const offsets = codePointOffsets(text);
			return count => (inside(count, length) ? (offsets[count] ?? -1) : -1);
		}
	}
}

/** The UTF-16 offset of each code point, and the end. */
function codePointOffsets(text: string): readonly Offset[] {
	const offsets: Offset[] = [];
	let at = 0;
	for (const point of text) {
		offsets.push(at);
		at += point.length;
	}
	offsets.push(at);
	return offsets;
}

/** A span with the words that a file says stand there; in the file's unit. */
export interface Quoted extends Span {
	readonly exact: string;
}

/**
 * The unit that a file's offsets really count: the one it should count in, but where words of it stand elsewhere and all of them
 * stand where another unit says, that one. Tools and their clients disagree about emoji and line ends.
 */
export function unitThatFits(text: string, unit: Unit, quotes: readonly Quoted[]): Unit {
	const others = (['codePoints', 'utf16', 'reference'] as const).filter(other => other !== unit);
	return [unit, ...others].find(candidate => fits(text, candidate, quotes)) ?? unit;
}

function fits(text: string, unit: Unit, quotes: readonly Quoted[]): boolean {
	const read = offsetReader(text, unit);
	return quotes.every(({ start, end, exact }) => {
		const [from, to] = [read(start), read(end)];
		return from >= 0 && to >= from && text.slice(from, to).replace(/\s+/g, ' ') === exact.replace(/\s+/g, ' ');
	});
}
