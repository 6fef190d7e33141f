import type { Token } from '../../text/tokens.ts';
import { matchRest } from '../gazetteer.ts';
import { wordInfo } from '../wordInfo.ts';
import { hashOfPair } from './hash.ts';
import type { PairFacts } from './wordFeatures.ts';

/** Boundary of a stretch, where there is no word. */
export const outside: PairFacts = {
	cluster: 160,
	kind: 255,
	trigger: 'break',
	listed: false,
};

/** Words whose features reach a token: so far before and behind it. */
export const reach = 2;

/**
 * Hashes of the features of each token of a stretch that depend on more than one word: pairs of neighbours, names of the tables that
 * span words, offices within reach, quotation marks. Calls `found` with the index of the token within the stretch and the template:
 * 1 to 8 pairs of neighbours, 9 offices, 10 names of the tables, 11 quotation marks.
 */
export function observePairs(
	tokens: readonly Token[],
	first: number,
	last: number,
	words: readonly PairFacts[],
	found: (at: number, hash: number, template: number) => void,
): void {
	const listed = listedNames(tokens, first, last, words);
	let office = 0;
	let quoted = 0;
	for (let i = 0; i < last - first; i++) {
		const here = words[i] ?? outside;
		const before = words[i - 1] ?? outside;
		const before2 = words[i - 2] ?? outside;
		const after = words[i + 1] ?? outside;
		found(i, hashOfPair(1, before.cluster, here.cluster), 1);
		found(i, hashOfPair(3, before.kind, here.kind), 3);
		found(i, hashOfPair(4, here.kind, after.kind), 4);
		found(i, hashOfPair(6, before.kind * 256 + before2.kind, here.kind), 6);
		found(i, hashOfPair(8, before.kind * 256 + after.kind, here.kind), 8);
		if (office > 0) {
			found(i, hashOfPair(9, office, here.kind), 9);
		}
		const name = listed?.[i] ?? 0;
		if (name > 0) {
			found(i, hashOfPair(10, name, here.kind), 10);
		}
		if (quoted > 0) {
			found(i, hashOfPair(11, quoted, here.kind), 11);
		}
		if (here.trigger === 'title' || here.trigger === 'office') {
			office = here.trigger === 'title' ? 1 : 2;
		} else if (here.trigger === 'break') {
			office = 0;
		} else if (office > 0 && office < 14) {
			office += 2;
		}
		const mark = tokens[first + i]?.key ?? '';
		if (tokens[first + i]?.kind === 'mark') {
			quoted = opening.has(mark) ? 1 : closing.has(mark) ? 0 : mark === '"' ? 1 - Math.min(quoted, 1) : quoted;
		} else if (quoted > 0 && quoted < 5) {
			quoted += 1;
		}
	}
}

const opening = new Set(['«', '“', '(']);
const closing = new Set(['»', '”', ')']);

/** 0 none; else 1 first word, 2 further word, of a place (+0) or body (+2) in the tables, +4 where it has several words. */
function listedNames(
	tokens: readonly Token[],
	first: number,
	last: number,
	words: readonly PairFacts[],
): Uint8Array | undefined {
	let listed: Uint8Array | undefined;
	for (let at = first; at < last; at++) {
		const token = tokens[at];
		if (token === undefined || words[at - first]?.listed !== true || (listed?.[at - first] ?? 0) > 0) {
			continue;
		}
		for (const { entry } of wordInfo(token.key).entries) {
			const end = matchRest(tokens, at, entry.rest);
			if (end !== undefined && end <= last) {
				const code = (entry.label === 'ORG' ? 2 : 0) + (end - at > 1 ? 4 : 0);
				listed ??= new Uint8Array(last - first);
				for (let k = at; k < end; k++) {
					listed[k - first] = code + (k === at ? 1 : 2);
				}
				break;
			}
		}
	}
	return listed;
}
