import { countBelow } from '../sorted.ts';
import type { Offset } from '../span.ts';

/**
 * From UTF-16 offsets to code points of the text as it stands: line ends count as given, other than in a reference text.
 * What exchange formats count. An offset inside a pair counts as behind it.
 */
export function codePointCounter(text: string): (offset: Offset) => number {
	const seconds = secondHalves(text);
	return seconds.length === 0 ? offset => offset : offset => offset - countBelow(seconds, offset);
}

/** Offsets of the second halves of surrogate pairs. */
function secondHalves(text: string): readonly Offset[] {
	const offsets: Offset[] = [];
	for (let i = 1; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit >= 0xdc00 && unit <= 0xdfff) {
			const before = text.charCodeAt(i - 1);
			if (before >= 0xd800 && before <= 0xdbff) {
				offsets.push(i);
			}
		}
	}
	return offsets;
}
