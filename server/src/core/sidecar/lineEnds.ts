import { countBelow } from '../sorted.ts';
import type { Offset } from '../span.ts';

export interface Lines {
	/** With LF only, and without BOM. */
	readonly text: string;
	/** The offset in the given text of an offset in `text`. */
	toGiven(offset: Offset): Offset;
}

/** A file's source with LF line ends, and the way back. In UTF-16; not for annotated texts (see core/text/reference.ts). */
export function unifyLineEnds(given: string): Lines {
	const bom = given.charCodeAt(0) === 0xfeff ? 1 : 0;
	if (!given.includes('\r')) {
		return { text: bom === 1 ? given.slice(1) : given, toGiven: offset => offset + bom };
	}
	/** Offsets in the unified text of each LF that was two units. */
	const folded: number[] = [];
	for (let at = given.indexOf('\r\n'); at !== -1; at = given.indexOf('\r\n', at + 2)) {
		folded.push(at - bom - folded.length);
	}
	return {
		text: given.slice(bom).replace(/\r\n?/g, '\n'),
		toGiven: offset => offset + bom + countBelow(folded, offset),
	};
}
