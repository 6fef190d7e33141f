/**
 * Feature: Document highlight.
 *
 * On a name, every mention of it. On a part of a statement, all its parts.
 */
import type { DocumentView } from '../model.ts';
import type { Offset, Span } from '../span.ts';
import { mentionsOf, nameAt, type PartRole, partsOf, statementPartAt } from './lookup.ts';

export interface RelatedSpan {
	readonly span: Span;
	readonly role: 'name' | PartRole;
}

export function documentHighlight(view: DocumentView, offset: Offset): readonly RelatedSpan[] {
	const name = nameAt(view, offset);
	if (name) {
		return mentionsOf(view, name).map(({ span }) => ({ span, role: 'name' }));
	}
	const part = statementPartAt(view, offset);
	return part ? partsOf(part.statement).map(({ span, role }) => ({ span, role })) : [];
}
