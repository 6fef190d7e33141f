/**
 * Feature: Code actions.
 *
 * On a name or statement: accept or reject the suggestion, give it another label or type. On a selection: accept all suggestions in
 * it, or label it. What to do is data; the commands that do it belong to the caller.
 */
import type { DocumentView, EntityView, StatementType, StatementView } from '../model.ts';
import { covers, equals, hull, length, type Span } from '../span.ts';
import { isShown, nameAt, statementPartAt } from './lookup.ts';

export type Action =
	| { readonly does: 'accept' | 'reject'; readonly id: string; readonly text: string }
	| { readonly does: 'relabel'; readonly id: string; readonly text: string; readonly label: string }
	| { readonly does: 'setType'; readonly id: string; readonly text: string; readonly type: StatementType }
	| { readonly does: 'acceptAll'; readonly span: Span; readonly count: number }
	| { readonly does: 'label'; readonly span: Span; readonly text: string; readonly label: string };

export interface ActionOptions {
	/** Entity labels of the scheme, the most wanted first. */
	readonly labels: readonly string[];
}

/** Labels offered at once. */
const most = 8;
const types: readonly StatementType[] = ['direct', 'indirect', 'mixed', 'reported'];

/** What can be done at a cursor (an empty span) or with a selection, the likeliest first. */
export function codeActions(view: DocumentView, span: Span, options: ActionOptions): Action[] {
	const name = nameAt(view, span.start);
	const statement = statementPartAt(view, span.start)?.statement;
	return [
		...(name ? nameActions(name, options) : []),
		...(statement ? statementActions(view, statement) : []),
		...acceptAll(view, span),
		...labelSelection(view, span, options),
	];
}

function nameActions(entity: EntityView, { labels }: ActionOptions): Action[] {
	const { id, text } = entity;
	const others = labels.filter(label => label !== entity.label).slice(0, most);
	return [...decide(entity, text), ...others.map(label => ({ does: 'relabel' as const, id, text, label }))];
}

function statementActions(view: DocumentView, statement: StatementView): Action[] {
	const first = statement.content[0];
	const text = first ? view.text.slice(first.start, first.end) : '';
	const others = types.filter(type => type !== statement.type);
	return [
		...decide(statement, text),
		...others.map(type => ({ does: 'setType' as const, id: statement.id, text, type })),
	];
}

function decide({ id, status, moved }: EntityView | StatementView, text: string): Action[] {
	if (status === 'suggested') {
		return [
			{ does: 'accept', id, text },
			{ does: 'reject', id, text },
		];
	}
	return moved === true ? [{ does: 'accept', id, text }] : [];
}

/** What lies wholly in the selection, as the command takes it. */
function acceptAll(view: DocumentView, span: Span): Action[] {
	const inside = [...view.entities, ...view.statements].filter(item => {
		const place = 'span' in item ? item.span : hull(item.content);
		return item.status === 'suggested' && place !== undefined && covers(span, place);
	});
	return inside.length > 1 ? [{ does: 'acceptAll', span, count: inside.length }] : [];
}

/** Nothing for a selection across lines, which is no name, or for one that is a name already. */
function labelSelection(view: DocumentView, span: Span, { labels }: ActionOptions): Action[] {
	const text = view.text.slice(span.start, span.end);
	const isName = view.entities.some(entity => isShown(entity) && equals(entity.span, span));
	if (length(span) === 0 || length(span) > 200 || /[\n\r]/.test(text) || text.trim() === '' || isName) {
		return [];
	}
	return labels.slice(0, most).map(label => ({ does: 'label', span, text, label }));
}
