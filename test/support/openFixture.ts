import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem } from '../../server/src/core/model.ts';
import { newsScheme } from '../../server/src/core/scheme/builtIn.ts';
import type { OpenDocument } from '../../server/src/lsp/openDocument.ts';
import type { RequestContext } from '../../server/src/lsp/request.ts';
import { schemeItem } from '../../server/src/lsp/schemeItem.ts';
import type { Position, Range } from '../../server/src/protocol/types.ts';
import { parseFixture } from './fixture.ts';

export interface OpenFixture {
	readonly document: OpenDocument;
	/** Of the first cursor. */
	readonly position: Position;
	/** From the first cursor to the second. */
	readonly range: Range;
}

/** A fixture (see fixture.ts) as a request handler sees it. */
export function openFixture(marked: string, problems: readonly Problem[] = []): OpenFixture {
	const { view, parsed, selection } = parseFixture(marked);
	const uri = 'file:///corpus/a.txt';
	const text = TextDocument.create(uri, 'arabic-news', 7, view.text);
	const sidecar = 'file:///corpus/annotations/a.txt.yaml';
	const range = { start: text.positionAt(selection.start), end: text.positionAt(selection.end) };
	return { document: { uri, version: 7, text, parsed, view, problems, sidecar }, position: range.start, range };
}

/** What a handler is told of the client: English, another editor than ours, unless a test says otherwise. */
export function requestContext(changes: Partial<RequestContext> = {}): RequestContext {
	const language = changes.language ?? 'en';
	return { language, commandLinks: false, annotations: false, scheme: schemeItem(newsScheme, language), ...changes };
}

/** `line:character-line:character`, short for comparing. */
export function place({ start, end }: Range): string {
	return `${start.line}:${start.character}-${end.line}:${end.character}`;
}
