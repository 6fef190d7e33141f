/**
 * What lies at a place of a text, as every feature sees it: only what is placed (no orphans) and wanted (nothing rejected).
 */
import type { DocumentView, EntityView, StatementView, Status } from '../model.ts';
import { contains, length, type Offset, type Span } from '../span.ts';
import { matchKey } from '../text/key.ts';

/** Whether an entity or statement is shown in the text at all. */
export function isShown(item: { readonly status: Status }): boolean {
	return item.status === 'suggested' || item.status === 'confirmed';
}

/** The narrowest name around the letter at `offset`. */
export function nameAt(view: DocumentView, offset: Offset): EntityView | undefined {
	return narrowest(view.entities.filter(entity => isShown(entity) && contains(entity.span, offset)));
}

export type PartRole = 'content' | 'cue' | 'speaker' | 'via' | 'addressee';

export interface StatementPart {
	readonly role: PartRole;
	readonly span: Span;
	readonly statement: StatementView;
}

/** The narrowest part of a statement around the letter at `offset`; so an inner statement precedes the one around it. */
export function statementPartAt(view: DocumentView, offset: Offset): StatementPart | undefined {
	return narrowest(
		view.statements
			.filter(isShown)
			.flatMap(partsOf)
			.filter(part => contains(part.span, offset)),
	);
}

/** All parts of a statement: content in text order, then cue, speaker, medium and addressee. */
export function partsOf(statement: StatementView): readonly StatementPart[] {
	const { cue, speaker, via, addressee } = statement;
	return [
		...statement.content.map(span => ({ role: 'content' as const, span, statement })),
		...(cue ? [{ role: 'cue' as const, span: cue, statement }] : []),
		...(speaker ? [{ role: 'speaker' as const, span: speaker, statement }] : []),
		...(via ? [{ role: 'via' as const, span: via, statement }] : []),
		...(addressee ? [{ role: 'addressee' as const, span: addressee, statement }] : []),
	];
}

/** Every mention of the same name, in text order, the given one included. */
export function mentionsOf(view: DocumentView, entity: EntityView): readonly EntityView[] {
	return view.entities.filter(other => other.id === entity.id || (isShown(other) && other.name === entity.name));
}

/** The first of the mentions written most fully: the one with the longest match key. Undefined for none. */
export function fullestMention(mentions: readonly EntityView[]): EntityView | undefined {
	let fullest: EntityView | undefined;
	let longest = -1;
	for (const mention of mentions) {
		const size = matchKey(citation(mention)).length;
		if (size > longest) {
			fullest = mention;
			longest = size;
		}
	}
	return fullest;
}

/** The form that can stand alone: "الولايات المتحدة" where the text has "لولايات المتحدة". */
export function citation(entity: EntityView): string {
	return entity.form ?? entity.text;
}

/** The first of the narrowest. */
function narrowest<T extends { readonly span: Span }>(items: readonly T[]): T | undefined {
	let best: T | undefined;
	for (const item of items) {
		if (best === undefined || length(item.span) < length(best.span)) {
			best = item;
		}
	}
	return best;
}
