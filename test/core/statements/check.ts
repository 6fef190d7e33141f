import assert from 'node:assert/strict';
import type { StatementView, SuggestedEntity, SuggestedStatement } from '../../../server/src/core/model.ts';
import type { Span } from '../../../server/src/core/span.ts';
import { findRegions } from '../../../server/src/core/statements/findRegions.ts';
import { type FoundStatements, findStatements } from '../../../server/src/core/statements/findStatements.ts';
import { parseText } from '../../../server/src/core/text/parsed.ts';
import { parseFixture } from '../../support/fixture.ts';

/** Everything found in a text, with the names given. */
export function find(text: string, entities: readonly SuggestedEntity[] = []): FoundStatements {
	const parsed = parseText(text);
	const steps = findStatements(parsed, entities, findRegions(parsed));
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
}

/**
 * The statements marked in a text are those found in it, and no others. Names marked in it are given to the engine.
 * A statement's `speaker=`, `entity=`/`unnamed=` and `{ANT#…}` are compared where they are given, all else always.
 */
export function check(marked: string): void {
	const { view } = parseFixture(marked);
	const entities = view.entities.map(({ label, span, name, evidence }) => ({
		label,
		span,
		name,
		evidence,
		score: 1,
		nested: [],
	}));
	const { statements } = find(view.text, entities);
	const words = (span: Span | undefined): string => (span === undefined ? '' : view.text.slice(span.start, span.end));
	const show = (statement: StatementView | SuggestedStatement, like: StatementView | undefined): string =>
		[
			statement.type,
			statement.content.map(part => `[${words(part)}]`).join(' '),
			`cue ${words(statement.cue)}`,
			`speaker ${words(statement.speaker)}`,
			`via ${words(statement.via)}`,
			`to ${words(statement.addressee)}`,
			statement.resolution.how,
			like?.speakerName === undefined ? '' : `is ${statement.speakerName}`,
			like?.speakerEntity === undefined ? '' : `key ${statement.speakerEntity}`,
			like?.resolution.antecedent === undefined ? '' : `antecedent ${words(statement.resolution.antecedent)}`,
		].join(' | ');
	const expected = view.statements;
	assert.deepEqual(
		statements.map((statement, at) => show(statement, expected[at])),
		expected.map(statement => show(statement, statement)),
		marked,
	);
}
