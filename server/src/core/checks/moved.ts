import { citation, isShown } from '../features/lookup.ts';
import type { DocumentView, Problem } from '../model.ts';
import { hull } from '../span.ts';

/**
 * Check: moved.
 *
 * Decisions found again only approximately after the text was changed; a person should look whether the place is right.
 */
export function checkMoved(view: DocumentView): readonly Problem[] {
	const names = view.entities
		.filter(entity => isShown(entity) && entity.moved === true)
		.map(entity => ({ span: entity.span, text: citation(entity) }));
	const statements = view.statements
		.filter(statement => isShown(statement) && statement.moved === true)
		.flatMap(statement => {
			const span = hull(statement.content);
			return span ? [{ span, text: view.text.slice(span.start, span.end) }] : [];
		});
	return [...names, ...statements].map(({ span, text }) => ({
		code: 'moved',
		severity: 'info',
		span,
		values: { text },
	}));
}
