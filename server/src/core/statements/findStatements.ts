import type { Region, SuggestedEntity, SuggestedStatement } from '../model.ts';
import type { ParsedText } from '../text/parsed.ts';

export interface FoundStatements {
	/** In order of their content's start. */
	readonly statements: readonly SuggestedStatement[];
	/** Marks around names, titles and terms. */
	readonly scare: readonly Region[];
}

/** Statements of a text with their speakers. Yields after at most 2,000 tokens. */
// biome-ignore lint/correctness/useYield: the engine to come yields.
export function* findStatements(
	_parsed: ParsedText,
	_entities: readonly SuggestedEntity[],
	_regions: readonly Region[],
): Generator<void, FoundStatements> {
	return { statements: [], scare: [] };
}
