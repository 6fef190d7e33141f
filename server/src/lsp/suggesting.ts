import { type AnalysisOptions, analysing } from '../core/analysis/analyse.ts';
import { isDamaged } from '../core/checks/encoding.ts';
import type { Analysis } from '../core/model.ts';

export const nothing: Analysis = { entities: [], statements: [], regions: [] };

/** The machine's suggestions for an article; nothing for a text that was decoded wrongly. */
export function suggesting(text: string, options: AnalysisOptions): Generator<void, Analysis> {
	return isDamaged(text) ? none() : analysing(text, options);
}

// biome-ignore lint/correctness/useYield: nothing to compute, in the form of a computation.
function* none(): Generator<void, Analysis> {
	return nothing;
}
