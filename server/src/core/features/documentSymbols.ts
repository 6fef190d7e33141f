/**
 * Feature: Document symbols.
 *
 * An outline of what a text says: statements by speaker, then names by label with the number of their mentions.
 */
import type { DocumentView, EntityView, StatementType, StatementView } from '../model.ts';
import { hull, type Span } from '../span.ts';
import { matchKey } from '../text/key.ts';
import { citation, fullestMention, isShown, partsOf } from './lookup.ts';

export interface SymbolNode {
	readonly what: SymbolWhat;
	/** All of it, children included. */
	readonly span: Span;
	/** Where to go. */
	readonly place: Span;
	readonly children: readonly SymbolNode[];
}

/** Groups are worded by the caller. */
type SymbolWhat =
	| { readonly kind: 'statements' | 'names'; readonly count: number }
	| { readonly kind: 'speaker'; readonly text: string | undefined; readonly count: number }
	| { readonly kind: 'statement'; readonly text: string; readonly type: StatementType }
	| { readonly kind: 'label'; readonly label: string; readonly count: number }
	| { readonly kind: 'name'; readonly text: string; readonly label: string; readonly mentions: number };

/** At most two trees, statements and names; a group without members is left out. */
export function documentSymbols(view: DocumentView): readonly SymbolNode[] {
	const speakers = grouped(view.statements.filter(isShown), statement => speakerKey(view, statement));
	const labels = grouped(view.entities.filter(isShown), entity => entity.label);
	return [
		...group(
			'statements',
			speakers.map(members => speakerNode(view, members)),
		),
		...group('names', labels.map(labelNode)),
	];
}

function speakerNode(view: DocumentView, statements: readonly StatementView[]): SymbolNode {
	const children = statements.flatMap(statement => statementNode(view, statement));
	const text = statements.map(statement => speakerText(view, statement)).find(name => name !== undefined);
	return parent({ kind: 'speaker', text, count: children.length }, children);
}

function statementNode(view: DocumentView, statement: StatementView): SymbolNode[] {
	const span = hull(partsOf(statement).map(part => part.span));
	const place = statement.content[0];
	if (span === undefined || place === undefined) {
		return [];
	}
	const text = statement.content.map(part => view.text.slice(part.start, part.end)).join(' … ');
	return [{ what: { kind: 'statement', text, type: statement.type }, span, place, children: [] }];
}

function labelNode(entities: readonly EntityView[]): SymbolNode {
	const children = grouped(entities, entity => entity.name).map(mentions => nameNode(mentions));
	return parent({ kind: 'label', label: entities[0]?.label ?? '', count: children.length }, children);
}

function nameNode(mentions: readonly EntityView[]): SymbolNode {
	const fullest = fullestMention(mentions);
	const span = fullest?.span ?? { start: 0, end: 0 };
	const what = {
		kind: 'name' as const,
		text: fullest ? citation(fullest) : '',
		label: fullest?.label ?? '',
		mentions: mentions.length,
	};
	return { what, span, place: span, children: [] };
}

function group(kind: 'statements' | 'names', children: readonly SymbolNode[]): SymbolNode[] {
	return children.length === 0 ? [] : [parent({ kind, count: children.length }, children)];
}

function parent(what: SymbolWhat, children: readonly SymbolNode[]): SymbolNode {
	const span = hull(children.map(child => child.span)) ?? { start: 0, end: 0 };
	return { what, span, place: children[0]?.place ?? span, children };
}

/** Speakers are one by their name, since suggestions and records have keys of different kinds; nameless ones by their key. */
function speakerKey(view: DocumentView, statement: StatementView): string {
	const text = speakerText(view, statement);
	return text === undefined ? (statement.speakerEntity ?? '') : matchKey(text);
}

function speakerText(view: DocumentView, { speakerName, speaker, speakerEntity }: StatementView): string | undefined {
	return (
		speakerName ??
		(speaker && view.text.slice(speaker.start, speaker.end)) ??
		(speakerEntity?.startsWith('unnamed:') ? speakerEntity.slice('unnamed:'.length).trim() : undefined)
	);
}

/** Groups in the order of their first members. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const key = keyOf(item);
		const members = groups.get(key);
		if (members) {
			members.push(item);
		} else {
			groups.set(key, [item]);
		}
	}
	return [...groups.values()];
}
