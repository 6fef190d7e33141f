import type { Decision, DocumentItem, EntityItem, Range, StatementItem } from '../../src/reader/messages.ts';
import { overlaps } from './items.ts';
import { type Text, toSpan } from './text.ts';

/**
 * The document as it will most likely be once the server has taken a decision, so that it is drawn at once. What is hard to
 * foresee stays as it is until the server says it.
 */
export function foreseen(document: DocumentItem, { command, argument }: Decision, text: Text): DocumentItem {
	switch (command) {
		case 'isnad.accept':
			return changed(document, argument.id, { status: 'confirmed' });
		case 'isnad.reject':
		case 'isnad.remove':
			return without(document, argument.id);
		case 'isnad.relabel':
			return changed(document, argument.id, { status: 'confirmed', label: argument.label });
		case 'isnad.label':
			return { ...document, entities: [...document.entities, newName(argument.range, argument.label, text)] };
		case 'isnad.setType':
			return changed(document, argument.id, { status: 'confirmed', type: argument.type });
		case 'isnad.adjust':
			return adjusted(document, argument);
		case 'isnad.acceptAll':
			return argument.range ? acceptedIn(document, argument.range, text) : document;
		case 'isnad.note':
			return argument.flag === undefined ? document : changed(document, argument.id, { flag: argument.flag });
		default:
			return document;
	}
}

function changed(document: DocumentItem, id: string, change: Partial<EntityItem & StatementItem>): DocumentItem {
	const give = <T extends { readonly id: string }>(item: T): T => (item.id === id ? { ...item, ...change } : item);
	return { ...document, entities: document.entities.map(give), statements: document.statements.map(give) };
}

function without(document: DocumentItem, id: string): DocumentItem {
	return {
		...document,
		entities: document.entities.filter(item => item.id !== id),
		statements: document.statements.filter(item => item.id !== id),
	};
}

function newName(range: Range, label: string, text: Text): EntityItem {
	const { start, end } = toSpan(text, range);
	const words = text.all.slice(start, end);
	return {
		id: `~${start}-${end}-${label}`,
		status: 'confirmed',
		label,
		range,
		text: words,
		name: words,
		from: 'manual',
	};
}

function adjusted(
	document: DocumentItem,
	{ id, part, index = 0, range }: Extract<Decision, { command: 'isnad.adjust' }>['argument'],
): DocumentItem {
	const { entities, statements } = document;
	if (part === undefined && entities.some(item => item.id === id))
		return changed(document, id, { status: 'confirmed', range });
	const statement = statements.find(item => item.id === id);
	if (!statement) return document;
	const content = statement.content.map((old, place) => (place === index ? range : old));
	const change = part === 'cue' ? { cue: range } : part === 'speaker' ? { speaker: range } : { content };
	return changed(document, id, { status: 'confirmed', ...change });
}

function acceptedIn(document: DocumentItem, range: Range, text: Text): DocumentItem {
	const around = toSpan(text, range);
	const give = <T extends EntityItem | StatementItem>(item: T, ranges: readonly Range[]): T => {
		const spans = ranges.map(own => toSpan(text, own));
		const inside = spans.every(span => overlaps(span, around) && around.start <= span.start && span.end <= around.end);
		return item.status === 'suggested' && inside ? { ...item, status: 'confirmed' } : item;
	};
	return {
		...document,
		entities: document.entities.map(item => give(item, [item.range])),
		statements: document.statements.map(item => give(item, item.content)),
	};
}
