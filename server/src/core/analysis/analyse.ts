import { findEntities } from '../entities/findEntities.ts';
import type { LoadedModel } from '../entities/model/defaultModel.ts';
import type { Analysis } from '../model.ts';
import { findRegions } from '../statements/findRegions.ts';
import { findStatements } from '../statements/findStatements.ts';
import { type ParsedText, parseText } from '../text/parsed.ts';

export interface AnalysisOptions {
	/** Gives the text's structure where it may be known already. */
	readonly structure?: () => ParsedText;
	/** Look for names beside the rules, the first before the next; default: the one that ships. */
	readonly models?: readonly LoadedModel[] | undefined;
}

/** Text to suggestions in steps: yields after at most 2,000 tokens, so that the caller can look at its clock and at cancellation. */
export function* analysing(
	text: string,
	{ structure = () => parseText(text), models }: AnalysisOptions = {},
): Generator<void, Analysis> {
	const parsed = structure();
	yield;
	const regions = findRegions(parsed);
	const entities = yield* findEntities(parsed, regions, models);
	const statements = yield* findStatements(parsed, entities, regions);
	return { entities, statements: statements.statements, regions: [...regions, ...statements.scare] };
}

/** All at once, for tests and small texts. */
export function analyse(text: string): Analysis {
	const steps = analysing(text);
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
}
