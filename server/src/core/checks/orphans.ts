import { citation } from '../features/lookup.ts';
import type { DocumentView, Problem, StatementView } from '../model.ts';
import type { Span } from '../span.ts';

/**
 * Check: orphans.
 *
 * Decisions whose words are no longer in the text. They are kept; the problem stands at the last known place.
 */
export function checkOrphans(view: DocumentView): readonly Problem[] {
	const clamp = (span: Span): Span => {
		const start = Math.min(span.start, view.text.length);
		return { start, end: Math.min(Math.max(span.end, start), view.text.length) };
	};
	return [
		...view.entities
			.filter(entity => entity.status === 'orphan')
			.map(entity => orphan(clamp(entity.span), citation(entity), entity.id)),
		...view.statements
			.filter(statement => statement.status === 'orphan')
			.map(statement => orphan(clamp(placeOf(statement)), statement.speakerName ?? statement.id, statement.id)),
	];
}

function placeOf(statement: StatementView): Span {
	return statement.content[0] ?? { start: 0, end: 0 };
}

function orphan(span: Span, text: string, id: string): Problem {
	return { code: 'orphan', severity: 'warning', span, values: { text, id } };
}
