/**
 * Feature: Definition.
 *
 * Of a name, its fullest mention. Of a statement, its speaker: the source phrase, or the words the speaker was taken from.
 */
import type { DocumentView } from '../model.ts';
import type { Offset, Span } from '../span.ts';
import { fullestMention, mentionsOf, nameAt, statementPartAt } from './lookup.ts';

export interface Definition {
	/** What is defined: the name or the part of the statement at the offset. */
	readonly origin: Span;
	readonly target: Span;
}

export function definition(view: DocumentView, offset: Offset): Definition | undefined {
	const name = nameAt(view, offset);
	if (name) {
		const fullest = fullestMention(mentionsOf(view, name)) ?? name;
		return { origin: name.span, target: fullest.span };
	}
	const part = statementPartAt(view, offset);
	const target = part && (part.statement.speaker ?? part.statement.resolution.antecedent);
	return part && target && { origin: part.span, target };
}
