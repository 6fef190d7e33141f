/**
 * Feature: Semantic tokens, for editors that cannot draw our annotations.
 *
 * Pieces in text order that neither overlap nor cross a line end. Where annotations lie in one another the name wins over the cue,
 * the cue over the speaker, the speaker over the content; an inner name wins over the outer.
 */
import type { DocumentView, Status } from '../model.ts';
import { length, overlaps, type Span } from '../span.ts';
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
	return flatten(wanted).flatMap(piece => splitAtLineEnds(view.text, piece));
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

/** Pieces of which each shows where no later one lies; in text order. Sweeps over the borders. */
function flatten(layered: readonly SemanticPiece[]): SemanticPiece[] {
	const borders = layered
		.flatMap((piece, rank) => [
			{ at: piece.start, rank, opens: true },
			{ at: piece.end, rank, opens: false },
		])
		.sort((a, b) => a.at - b.at);
	const result: SemanticPiece[] = [];
	const open = new Set<number>();
	let from = 0;
	for (const { at, rank, opens } of borders) {
		const top = layered[highest(open)];
		if (top !== undefined && from < at) {
			append(result, { ...top, start: from, end: at });
		}
		from = at;
		if (opens) {
			open.add(rank);
		} else {
			open.delete(rank);
		}
	}
	return result;
}

/** At one place few pieces are open at once, as deep as annotations nest. */
function highest(open: ReadonlySet<number>): number {
	let top = -1;
	for (const rank of open) {
		top = Math.max(top, rank);
	}
	return top;
}

function append(pieces: SemanticPiece[], next: SemanticPiece): void {
	const last = pieces.at(-1);
	const continues =
		last?.end === next.start && last.role === next.role && last.label === next.label && last.status === next.status;
	if (last && continues) {
		pieces[pieces.length - 1] = { ...last, end: next.end };
	} else {
		pieces.push(next);
	}
}

function splitAtLineEnds(text: string, piece: SemanticPiece): SemanticPiece[] {
	const pieces: SemanticPiece[] = [];
	let start = piece.start;
	for (let i = piece.start; i <= piece.end; i++) {
		const unit = i < piece.end ? text.charCodeAt(i) : 0x0a;
		if (unit === 0x0a || unit === 0x0d) {
			if (start < i) {
				pieces.push({ ...piece, start, end: i });
			}
			start = i + 1;
		}
	}
	return pieces;
}
