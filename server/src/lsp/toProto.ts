/** From the core's offsets to what LSP and our own requests speak. Together with fromProto.ts the only place that knows both. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isShown } from '../core/features/lookup.ts';
import { type Language, say } from '../core/messages/say.ts';
import type { DocumentView, EntityView, Problem, Region, StatementView } from '../core/model.ts';
import type { Span } from '../core/span.ts';
import type {
	DocumentItem,
	EntityItem,
	Highlight,
	ProblemItem,
	Range,
	RegionItem,
	StatementItem,
} from '../protocol/types.ts';
import type { OpenDocument } from './openDocument.ts';

export function range(text: TextDocument, span: Span): Range {
	return { start: text.positionAt(span.start), end: text.positionAt(span.end) };
}

/** Everything known of a document, as isnad/document answers it. */
export function documentItem(
	document: OpenDocument,
	options: { readonly language: Language; readonly revision: number },
): DocumentItem {
	const { view, text } = document;
	return {
		version: document.version,
		revision: options.revision,
		entities: view.entities.map(entity => entityItem(text, entity)),
		statements: view.statements.map(statement => statementItem(text, statement)),
		regions: view.regions.map(region => regionItem(text, region)),
		status: view.status,
		problems: document.problems.map(problem => problemItem(problem, options.language)),
		...(document.readOnly !== undefined && { readOnly: say(options.language, document.readOnly) }),
	};
}

/** A name or a statement, as its part of isnad/document. */
export function recordItem(text: TextDocument, item: EntityView | StatementView): EntityItem | StatementItem {
	return 'label' in item ? entityItem(text, item) : statementItem(text, item);
}

function entityItem(text: TextDocument, entity: EntityView): EntityItem {
	const { span, evidence: _evidence, ...rest } = entity;
	return { ...rest, range: range(text, span) };
}

function statementItem(text: TextDocument, statement: StatementView): StatementItem {
	const {
		content,
		cue,
		cueLemma: _cueLemma,
		stance: _stance,
		speaker,
		speakerName,
		resolution,
		via,
		addressee: _to,
		...rest
	} = statement;
	const words = (span: Span): string => text.getText().slice(span.start, span.end);
	const name = speakerName ?? (speaker && words(speaker));
	return {
		...rest,
		content: content.map(span => range(text, span)),
		text: content.map(words).join(' … '),
		how: resolution.how,
		...(cue && { cue: range(text, cue) }),
		...(speaker && { speaker: range(text, speaker) }),
		...(name !== undefined && { speakerName: name }),
		...(via && { via: range(text, via), viaText: words(via) }),
	};
}

function regionItem(text: TextDocument, region: Region): RegionItem {
	const { span, ...rest } = region;
	return { ...rest, range: range(text, span) };
}

/** A problem in words. `text` is that of the file the problem is in; without it the place is left out. */
export function problemItem(problem: Problem, language: Language, text?: TextDocument): ProblemItem {
	const { code, severity, span, values } = problem;
	return {
		code,
		severity,
		message: say(language, code, values),
		...(span && text && { range: range(text, span) }),
	};
}

/** What to draw of a document: suggested and confirmed names and statements, and regions. */
export function highlights(document: {
	readonly view: DocumentView;
	readonly text: TextDocument;
}): readonly Highlight[] {
	const { view, text } = document;
	return [
		...view.entities.filter(isShown).map(entity => entityHighlight(text, entity)),
		...view.statements.filter(isShown).map(statement => statementHighlight(text, statement)),
		...view.regions.map((region, index) => regionHighlight(text, region, index)),
	];
}

function entityHighlight(text: TextDocument, { id, status, label, span }: EntityView): Highlight {
	return { id, kind: 'entity', status, label, marks: [{ role: 'name', range: range(text, span) }] };
}

function statementHighlight(text: TextDocument, { id, status, type, content, cue, speaker }: StatementView): Highlight {
	return {
		id,
		kind: 'statement',
		status,
		label: type,
		marks: [
			...content.map(span => ({ role: 'content' as const, range: range(text, span) })),
			...(cue ? [{ role: 'cue' as const, range: range(text, cue) }] : []),
			...(speaker ? [{ role: 'speaker' as const, range: range(text, speaker) }] : []),
		],
	};
}

/** Regions have no ids of their own; their number cannot be taken for a record's id, which begins with a letter. */
function regionHighlight(text: TextDocument, { kind, span }: Region, index: number): Highlight {
	return {
		id: `${index}`,
		kind: 'region',
		status: 'suggested',
		label: kind,
		marks: [{ role: 'region', range: range(text, span) }],
	};
}

/** What a client that drew `before` must take away and draw to show `after`. Ids are unique within each. */
export function highlightDelta(
	before: readonly Highlight[],
	after: readonly Highlight[],
): { readonly removed: readonly string[]; readonly upserted: readonly Highlight[] } {
	const old = new Map(before.map(highlight => [highlight.id, highlight]));
	const upserted = after.filter(highlight => {
		const known = old.get(highlight.id);
		old.delete(highlight.id);
		return known === undefined || !isSame(known, highlight);
	});
	return { removed: [...old.keys()], upserted };
}

function isSame(a: Highlight, b: Highlight): boolean {
	return (
		a.kind === b.kind &&
		a.status === b.status &&
		a.label === b.label &&
		a.marks.length === b.marks.length &&
		a.marks.every((mark, index) => {
			const other = b.marks[index];
			return other !== undefined && mark.role === other.role && isSameRange(mark.range, other.range);
		})
	);
}

function isSameRange(a: Range, b: Range): boolean {
	return (
		a.start.line === b.start.line &&
		a.start.character === b.start.character &&
		a.end.line === b.end.line &&
		a.end.character === b.end.character
	);
}
