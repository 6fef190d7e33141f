import type { Region, SuggestedEntity } from '../model.ts';
import type { ParsedText } from '../text/parsed.ts';

/** Names of a text, outermost, in text order. Yields after at most 2,000 tokens. */
// biome-ignore lint/correctness/useYield: the engine to come yields.
export function* findEntities(_parsed: ParsedText, _regions: readonly Region[]): Generator<void, SuggestedEntity[]> {
	return [];
}
