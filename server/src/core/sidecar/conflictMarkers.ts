import type { Span } from '../span.ts';

/** The sides of a file that git left with conflict markers. */
export interface Conflict {
	/** The first marker line. */
	readonly at: Span;
	readonly mine: string;
	readonly theirs: string;
	/** Only where git was told to write it (diff3, zdiff3). */
	readonly base?: string;
}

/** Undefined for a file without markers. Linear; never throws. A marker that is never closed ends with the file. */
export function findConflict(source: string): Conflict | undefined {
	if (
		!(source.startsWith('<<<<<<<') || source.includes('\n<<<<<<<')) ||
		!(source.includes('\n>>>>>>>') || source.includes('\n======='))
	) {
		return undefined;
	}
	const sides: Record<Side, string[]> = { mine: [], base: [], theirs: [] };
	let side: Side | undefined;
	let first: Span | undefined;
	let withBase = false;
	let start = 0;
	while (start < source.length) {
		const found = source.indexOf('\n', start);
		const end = found === -1 ? source.length : found + 1;
		const line = source.slice(start, end);
		const next = nextSide(line, side);
		if (next === side) {
			for (const each of side === undefined ? allSides : [side]) {
				sides[each].push(line);
			}
		} else {
			first ??= { start, end: end - (found === -1 ? 0 : 1) };
			withBase ||= next === 'base';
			side = next;
		}
		start = end;
	}
	return first === undefined
		? undefined
		: {
				at: first,
				mine: sides.mine.join(''),
				theirs: sides.theirs.join(''),
				...(withBase ? { base: sides.base.join('') } : {}),
			};
}

type Side = 'mine' | 'base' | 'theirs';
const allSides: readonly Side[] = ['mine', 'base', 'theirs'];

function nextSide(line: string, side: Side | undefined): Side | undefined {
	if (side === undefined) {
		return line.startsWith('<<<<<<<') ? 'mine' : undefined;
	}
	if (line.startsWith('|||||||') && side === 'mine') {
		return 'base';
	}
	if (line.startsWith('=======') && side !== 'theirs') {
		return 'theirs';
	}
	return line.startsWith('>>>>>>>') ? undefined : side;
}
