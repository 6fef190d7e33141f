/**
 * Feature: References.
 *
 * Every mention of a name in this text. The declaration, which a client may not want, is its fullest mention.
 */
import type { DocumentView } from '../model.ts';
import type { Offset, Span } from '../span.ts';
import { fullestMention, mentionsOf, nameAt } from './lookup.ts';

export interface ReferenceOptions {
	/** Whether the fullest mention is wanted too. */
	readonly declaration: 'include' | 'leave-out';
}

/** Spans in text order; empty off any name. */
export function references(view: DocumentView, offset: Offset, options: ReferenceOptions): readonly Span[] {
	const name = nameAt(view, offset);
	if (name === undefined) {
		return [];
	}
	const mentions = mentionsOf(view, name);
	const declared = options.declaration === 'leave-out' ? fullestMention(mentions) : undefined;
	return mentions.filter(mention => mention !== declared).map(mention => mention.span);
}
