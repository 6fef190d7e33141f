import type { DocumentItem, EntityItem, Position, Range, StatementItem } from '../../server/src/protocol/types.ts';

/** A name or a statement, whichever a command is about. */
export type Item =
	| { readonly kind: 'entity'; readonly id: string; readonly range: Range; readonly entity: EntityItem }
	| { readonly kind: 'statement'; readonly id: string; readonly range: Range; readonly statement: StatementItem };

/** All names and statements with a place in the text, in the order of reading: by start, the longer first, names first. */
export function itemsOf({ entities, statements }: DocumentItem): readonly Item[] {
	return [...entities.map(ofEntity), ...statements.map(ofStatement)]
		.filter(item => statusOf(item) !== 'orphan')
		.sort(inOrder);
}

/** The order of reading: by start, the longer first. */
export function inOrder(a: Item, b: Item): number {
	return compare(a.range.start, b.range.start) || compare(b.range.end, a.range.end);
}

/** The item with an id, orphans too. */
export function itemById({ entities, statements }: DocumentItem, id: string): Item | undefined {
	const entity = entities.find(known => known.id === id);
	if (entity) return ofEntity(entity);
	const statement = statements.find(known => known.id === id);
	return statement && ofStatement(statement);
}

/** The narrowest item at a position, its end included, that passes the test; of equal ones the first. */
export function itemAt(
	document: DocumentItem,
	position: Position,
	passes: (item: Item) => boolean = isLive,
): Item | undefined {
	return itemsOf(document)
		.filter(passes)
		.flatMap(item => rangesOf(item).flatMap(range => (holds(range, position) ? [{ item, range }] : [])))
		.reduce<{ item: Item; range: Range } | undefined>(
			(best, found) => (best && !narrower(found.range, best.range) ? best : found),
			undefined,
		)?.item;
}

export function statusOf(item: Item): EntityItem['status'] {
	return item.kind === 'entity' ? item.entity.status : item.statement.status;
}

export function isSuggested(item: Item): boolean {
	return statusOf(item) === 'suggested';
}

/** A suggestion, or a decision that was found again only nearly in an edited text. */
export function awaitsAccepting(item: Item): boolean {
	return isSuggested(item) || (item.kind === 'entity' ? item.entity : item.statement).moved === true;
}

/** Suggested or confirmed: what is drawn. */
export function isLive(item: Item): boolean {
	return isSuggested(item) || statusOf(item) === 'confirmed';
}

export function textOf(item: Item): string {
	return item.kind === 'entity' ? item.entity.text : item.statement.text;
}

/** Every place of an item in the text. */
export function rangesOf(item: Item): readonly Range[] {
	if (item.kind === 'entity') return [item.range];
	const { content, cue, speaker } = item.statement;
	return [...content, ...(cue ? [cue] : []), ...(speaker ? [speaker] : [])];
}

export function compare(a: Position, b: Position): number {
	return a.line - b.line || a.character - b.character;
}

/** Whether a position is in a range or at either end. */
function holds({ start, end }: Range, position: Position): boolean {
	return compare(start, position) <= 0 && compare(position, end) <= 0;
}

export function overlaps(a: Range, b: Range): boolean {
	return compare(a.start, b.end) < 0 && compare(b.start, a.end) < 0;
}

function narrower(a: Range, b: Range): boolean {
	const lines = a.end.line - a.start.line - (b.end.line - b.start.line);
	if (lines !== 0) return lines < 0;
	return a.end.character - a.start.character < b.end.character - b.start.character;
}

function ofEntity(entity: EntityItem): Item {
	return { kind: 'entity', id: entity.id, range: entity.range, entity };
}

function ofStatement(statement: StatementItem): Item {
	const [first] = statement.content;
	const range = first ?? statement.cue ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
	return { kind: 'statement', id: statement.id, range, statement };
}
