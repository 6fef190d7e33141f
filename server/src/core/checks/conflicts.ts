import { citation } from '../features/lookup.ts';
import type { DocumentView, Problem } from '../model.ts';
import { hull } from '../span.ts';

/**
 * Check: two versions.
 *
 * Decisions that two people changed in different ways; a merge kept both, and somebody must choose.
 */
export function checkConflicts(view: DocumentView): readonly Problem[] {
	const names = view.entities
		.filter(({ alternatives }) => alternatives !== undefined && alternatives.length > 0)
		.map(entity => ({ span: entity.span, text: citation(entity) }));
	const statements = view.statements
		.filter(({ alternatives }) => alternatives !== undefined && alternatives.length > 0)
		.flatMap(statement => {
			const span = hull(statement.content);
			return span ? [{ span, text: view.text.slice(span.start, span.end) }] : [];
		});
	return [...names, ...statements].map(({ span, text }) => ({
		code: 'two-versions',
		severity: 'warning',
		span,
		values: { text },
	}));
}
