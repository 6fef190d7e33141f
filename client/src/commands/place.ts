import { type TextDocument, type TextEditor, Uri, window } from 'vscode';
import type { DocumentItem } from '../../../server/src/protocol/types.ts';
import type { App } from '../app.ts';
import { type Item, isLive, itemAt, itemById, itemsOf, overlaps, rangesOf } from '../items.ts';
import { isArticle } from '../language.ts';
import { fromPosition, fromRange } from '../ranges.ts';
import { selectedIn } from '../selection.ts';
import { t } from '../ui.ts';
import type { Given } from './command.ts';

/** Where a command works: an article in an editor, with what is known of it. */
export interface Place {
	readonly uri: string;
	readonly editor: TextEditor;
	readonly document: TextDocument;
	readonly known: DocumentItem;
}

/** The article that a command was called for, shown in an editor; tells the user and answers undefined where there is none. */
export async function placeFor(app: App, { uri }: Given): Promise<Place | undefined> {
	const editor = await editorFor(uri);
	if (!editor || !isArticle(editor.document)) {
		void window.showInformationMessage(t('no-article'));
		return undefined;
	}
	const { document } = editor;
	const known = await app.articles.item(document);
	if (!known) {
		void window.showWarningMessage(t('outside-corpus'));
		return undefined;
	}
	return { uri: document.uri.toString(), editor, document, known };
}

/** The item that a command is about: the one named, the one in focus, the one selected, or the narrowest at the cursor. */
export function itemFor(
	app: App,
	{ editor, known }: Place,
	{ id }: Given,
	passes: (item: Item) => boolean = isLive,
): Item | undefined {
	if (id !== undefined) return itemById(known, id);
	const focused = app.focus.in(editor);
	const held = focused === undefined ? undefined : itemById(known, focused);
	if (held && passes(held)) return held;
	const [selected] = selectedIn(editor);
	if (!selected) return itemAt(known, fromPosition(editor.selection.active), passes);
	const wanted = fromRange(selected);
	const found = itemsOf(known).filter(item => passes(item) && rangesOf(item).some(range => overlaps(range, wanted)));
	return found.find(({ range }) => same(range, wanted)) ?? found.at(-1);
}

async function editorFor(uri: string | undefined): Promise<TextEditor | undefined> {
	const active = window.activeTextEditor;
	if (uri === undefined || active?.document.uri.toString() === uri) return active;
	const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
	return shown ?? window.showTextDocument(Uri.parse(uri, true));
}

function same(a: Item['range'], b: Item['range']): boolean {
	return JSON.stringify([a.start, a.end]) === JSON.stringify([b.start, b.end]);
}
