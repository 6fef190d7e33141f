import type { Highlight, SchemeItem } from '../../../server/src/protocol/types.ts';

type Mark = Highlight['marks'][number];

/** What decides how a mark is drawn; marks of one look share one decoration. */
export interface Look {
	readonly role: Mark['role'];
	readonly status: 'suggested' | 'confirmed';
	/** Place of a name's label in the scheme, which chooses its pattern. */
	readonly pattern: number;
	/** As the scheme has it, not yet checked. */
	readonly color: string;
	/** More than 0 where it lies in, over or against another mark of its look; absent for 0. */
	readonly layer?: number;
}

export interface LookedMark {
	readonly look: Look;
	readonly range: Mark['range'];
}

/** The marks of a highlight with their looks; none for what is rejected or has lost its place. */
export function looksOf(highlight: Highlight, scheme: SchemeItem): readonly LookedMark[] {
	const { status } = highlight;
	if (status !== 'suggested' && status !== 'confirmed') return [];
	return highlight.marks.map(({ role, range }) => ({
		range,
		look: { role, status, ...paint(role, highlight.label, scheme) },
	}));
}

/** One string for each look. */
export function lookKey({ role, status, pattern, color, layer = 0 }: Look): string {
	return `${role} ${status} ${pattern} ${color} ${layer}`;
}

function paint(role: Mark['role'], label: string, scheme: SchemeItem): Pick<Look, 'pattern' | 'color'> {
	if (role === 'region') return { pattern: 0, color: '' };
	if (role !== 'name') return { pattern: 0, color: scheme.statements.color };
	const index = scheme.entities.findIndex(known => known.label === label);
	// A label that the scheme no longer has is drawn all the same: grey, with a pattern of its own.
	return index < 0
		? { pattern: scheme.entities.length, color: '' }
		: { pattern: index, color: scheme.entities[index]?.color ?? '' };
}
