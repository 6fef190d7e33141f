import type { Token } from '../../text/tokens.ts';
import { readings } from '../clitics.ts';
import type { Decoded } from './decode.ts';
import { hashOfPair } from './hash.ts';
import type { TokenStretch } from './tagText.ts';

/** How the words of a text were tagged at first, for the other occurrences of each. */
export interface Elsewhere {
	/**
	 * What the other occurrences of a word say: 0 there are none; 1 none is a name, 2 none of three or more;
	 * from 3 on twice the label's number (from 0), one more where most of them agree. `tag` is that of the occurrence asked for.
	 */
	state(key: string, tag: number): number;
	/** Whether a stretch has a name, or a word that is part of one elsewhere. */
	matters(tokens: readonly Token[], first: number, last: number, tags: Uint8Array): boolean;
}

/** Hashes of the features that a state gives. */
export function stateHashes(state: number, kind: number): readonly number[] {
	return [hashOfPair(20, state, 0), hashOfPair(21, state, kind)];
}

/** Counts the tags of each word, clitics taken off where the rest stands in the text too. */
export function elsewhereOf(
	tokens: readonly Token[],
	stretches: readonly TokenStretch[],
	decoded: readonly Pick<Decoded, 'tags'>[],
): Elsewhere {
	const present = new Set<string>();
	for (const { first, last } of stretches) {
		for (let at = first; at < last; at++) {
			const token = tokens[at];
			if (token?.kind === 'word') {
				present.add(token.key);
			}
		}
	}
	const bases = new Map<string, string>();
	const base = (key: string): string => {
		const known = bases.get(key);
		if (known !== undefined) {
			return known;
		}
		let found = key;
		for (const reading of readings(key)) {
			found = reading.skip > 0 && reading.key.length >= 3 && present.has(reading.key) ? reading.key : found;
		}
		bases.set(key, found);
		return found;
	};
	const votes = new Map<string, number[]>();
	for (const [index, { first, last }] of stretches.entries()) {
		const tags = decoded[index]?.tags;
		for (let i = first; i < last && tags !== undefined; i++) {
			const token = tokens[i];
			if (token?.kind === 'word') {
				const key = base(token.key);
				const counts = votes.get(key) ?? [];
				const label = (((tags[i - first] as number) + 1) / 2) | 0;
				counts[label] = (counts[label] ?? 0) + 1;
				votes.set(key, counts);
			}
		}
	}
	const state = (key: string, tag: number): number => {
		const counts = votes.get(base(key));
		if (counts === undefined) {
			return 0;
		}
		const own = ((tag + 1) / 2) | 0;
		let total = 0;
		let best = 0;
		for (let label = 0; label < counts.length; label++) {
			const n = (counts[label] ?? 0) - (label === own ? 1 : 0);
			total += n;
			const bestCount = (counts[best] ?? 0) - (best === own ? 1 : 0);
			if (label > 0 && n > 0 && (best === 0 || n > bestCount)) {
				best = label;
			}
		}
		if (total === 0 || key.length < 3) {
			return 0;
		}
		if (best === 0) {
			return total >= 3 ? 2 : 1;
		}
		const agree = ((counts[best] ?? 0) - (best === own ? 1 : 0)) * 2 > total;
		return 1 + best * 2 + (agree ? 1 : 0);
	};
	return {
		state,
		matters: (text, first, last, tags) => {
			for (let i = first; i < last; i++) {
				const token = text[i];
				if ((tags[i - first] as number) > 0 || (token?.kind === 'word' && state(token.key, 0) > 2)) {
					return true;
				}
			}
			return false;
		},
	};
}
