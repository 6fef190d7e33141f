/**
 * Feature: Semantic tokens, for editors that cannot draw our annotations.
 *
 * Pieces in text order that neither overlap nor cross a line end. Where annotations lie in one another the name wins over the cue,
 * the cue over the speaker, the speaker over the content; an inner name wins over the outer.
 */
import type { DocumentView, Status } from '../model.ts';
import { hull, length, overlaps, type Span } from '../span.ts';
import { isShown, type PartRole, partsOf } from './lookup.ts';

export interface SemanticPiece extends Span {
	readonly role: 'name' | 'content' | 'cue' | 'speaker';
	/** Entity label, or statement type. */
	readonly label: string;
	readonly status: Status;
}

/** The pieces of the whole text, or of those lines that `within` touches and a little more. */
export function semanticTokens(
	view: DocumentView,
	within: Span = { start: 0, end: view.text.length },
): SemanticPiece[] {
	const wanted = layers(view)
		.filter(piece => overlaps(piece, within))
		.sort((a, b) => ranks[a.role] - ranks[b.role] || length(b) - length(a) || a.start - b.start);
	return flatten(view.text, wanted);
}

const ranks: Readonly<Record<SemanticPiece['role'], number>> = { content: 0, speaker: 1, cue: 2, name: 3 };

function layers(view: DocumentView): SemanticPiece[] {
	const names = view.entities
		.filter(isShown)
		.map(({ span, label, status }) => ({ ...span, role: 'name' as const, label, status }));
	const parts = view.statements
		.filter(isShown)
		.flatMap(partsOf)
		.flatMap(({ role, span, statement: { type, status } }) =>
			isDrawn(role) ? [{ ...span, role, label: type, status }] : [],
		);
	return [...parts, ...names];
}

function isDrawn(role: PartRole): role is Exclude<SemanticPiece['role'], 'name'> {
	return role === 'content' || role === 'cue' || role === 'speaker';
}

/**
 * Each piece where no later one lies, in text order, without line ends. Paints from the topmost piece down and skips what is
 * painted, so that it takes linear time however deep annotations nest.
 */
function flatten(text: string, layered: readonly SemanticPiece[]): SemanticPiece[] {
	const { start: from, end: to } = hull(layered) ?? { start: 0, end: 0 };
	const top = new Int32Array(to - from).fill(-1);
	/** The first place at or behind this one that may still be bare; looked up through `bareFrom`. */
	const next = Int32Array.from({ length: to - from + 1 }, (_, index) => index);
	for (let rank = layered.length - 1; rank >= 0; rank--) {
		const { start, end } = layered[rank] ?? { start: to, end: to };
		for (let i = bareFrom(next, start - from); i < end - from; i = bareFrom(next, i)) {
			top[i] = rank;
			next[i] = i + 1;
		}
	}
	return runs(text, from, top, layered);
}

function bareFrom(next: Int32Array, start: number): number {
	let bare = start;
	while ((next[bare] ?? bare) !== bare) {
		bare = next[bare] ?? bare;
	}
	// The way is shortened for whoever comes next.
	for (let i = start; i < bare; ) {
		const following = next[i] ?? bare;
		next[i] = bare;
		i = following;
	}
	return bare;
}

/** Stretches of equal looks; a line end has none. */
function runs(text: string, from: number, top: Int32Array, layered: readonly SemanticPiece[]): SemanticPiece[] {
	const result: SemanticPiece[] = [];
	let current: SemanticPiece | undefined;
	for (let i = 0; i <= top.length; i++) {
		const unit = text.charCodeAt(from + i);
		const piece = unit === 0x0a || unit === 0x0d ? undefined : layered[top[i] ?? -1];
		if (current && !(piece && looksLike(current, piece))) {
			result.push({ ...current, end: from + i });
			current = undefined;
		}
		current ??= piece && { ...piece, start: from + i };
	}
	return result;
}

function looksLike(a: SemanticPiece, b: SemanticPiece): boolean {
	return a.role === b.role && a.label === b.label && a.status === b.status;
}
