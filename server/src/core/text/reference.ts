import { partitionPoint } from '../sorted.ts';
import type { Offset } from '../span.ts';

/**
 * The reference text of a file: its decoded text without a leading BOM, with CRLF and lone CR counted as one LF; nothing
 * else is normalised. Editors and git change line ends under us, so sidecars count code points of this text.
 */
export interface ReferenceText {
	readonly text: string;
	/** In code points. */
	readonly length: number;
	/** Code points before the UTF-16 offset of the given text. An offset inside a pair or CRLF counts as behind it; beyond the end, as the end. */
	toCodePoints(offset: Offset): number;
	/** The UTF-16 offset in the given text that so many code points of the reference text precede; clamped to the text. */
	toOffset(codePoints: number): Offset;
}

/** The only place that converts between the text an editor or file gave and the reference text. Linear; never throws. */
export function referenceText(given: string): ReferenceText {
	const extra = extraUnits(given);
	const length = given.length - extra.length;
	return {
		text: given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'),
		length,
		toCodePoints: offset => {
			const clamped = Math.max(0, Math.min(offset, given.length));
			return clamped - countBelow(extra, clamped, 0);
		},
		toOffset: codePoints => {
			const clamped = Math.max(0, Math.min(codePoints, length));
			return clamped + countBelow(extra, clamped + 1, 1);
		},
	};
}

/** Offsets of the code units that the reference text does not count: a BOM, the LF of a CRLF, second halves of pairs. */
function extraUnits(given: string): readonly number[] {
	const extra: number[] = [];
	if (given.charCodeAt(0) === 0xfeff) {
		extra.push(0);
	}
	for (let i = 1; i < given.length; i++) {
		const unit = given.charCodeAt(i);
		if (unit === 0x0a) {
			if (given.charCodeAt(i - 1) === 0x0d) {
				extra.push(i);
			}
		} else if (unit >= 0xdc00 && unit <= 0xdfff) {
			const before = given.charCodeAt(i - 1);
			if (before >= 0xd800 && before <= 0xdbff) {
				extra.push(i);
			}
		}
	}
	return extra;
}

/** How many k have sorted[k] - k * step < limit; monotonic because the units are strictly increasing. */
function countBelow(sorted: readonly number[], limit: number, step: 0 | 1): number {
	return partitionPoint(sorted.length, middle => (sorted[middle] ?? 0) - middle * step < limit);
}
