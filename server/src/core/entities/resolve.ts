import { compareSpans, covers, length } from '../span.ts';
import type { Candidate } from './candidate.ts';
import { scoreOf } from './evidence.ts';

export interface Resolved {
	readonly outer: Candidate;
	/** What lies inside, in text order, not overlapping. */
	readonly nested: readonly Candidate[];
}

/** Outermost candidates of a stretch of text, not overlapping, in text order. Longer ones win, then surer ones. */
export function resolve(candidates: readonly Candidate[]): Resolved[] {
	const ranked = [...candidates].sort(
		(a, b) =>
			b.last - b.first - (a.last - a.first) ||
			scoreOf(b.evidence) - scoreOf(a.evidence) ||
			length(b.span) - length(a.span) ||
			a.first - b.first,
	);
	const outer = pick(ranked);
	const inside = new Map<Candidate, Candidate[]>(outer.map(one => [one, []]));
	const owner = new Map<number, Candidate>();
	for (const one of outer) {
		for (let at = one.first; at < one.last; at++) {
			owner.set(at, one);
		}
	}
	for (const candidate of ranked) {
		const around = owner.get(candidate.first);
		if (
			around !== undefined &&
			around !== candidate &&
			covers(around.span, candidate.span) &&
			length(candidate.span) < length(around.span) &&
			!(candidate.label === 'DATE' && around.label === 'DATE')
		) {
			inside.get(around)?.push(candidate);
		}
	}
	return outer.map(one => ({ outer: one, nested: pick(inside.get(one) ?? []) }));
}

/** The best of them that do not overlap, in text order. */
function pick(ranked: readonly Candidate[]): Candidate[] {
	const taken = new Set<number>();
	const chosen: Candidate[] = [];
	for (const candidate of ranked) {
		let free = true;
		for (let at = candidate.first; at < candidate.last && free; at++) {
			free = !taken.has(at);
		}
		if (free) {
			chosen.push(candidate);
			for (let at = candidate.first; at < candidate.last; at++) {
				taken.add(at);
			}
		}
	}
	return chosen.sort((a, b) => compareSpans(a.span, b.span));
}
