import { Range, Selection, type TextDocument, type TextEditor } from 'vscode';

/** A range without white space at its ends; undefined where nothing is left. */
export function trimmed(document: TextDocument, range: Range): Range | undefined {
	const text = document.getText(range);
	const words = text.trim();
	if (words === '') return undefined;
	const start = document.offsetAt(range.start) + text.indexOf(words);
	return new Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** What is selected in an editor, trimmed, in the order of the text; empty for bare cursors. */
export function selectedIn({ document, selections }: TextEditor): readonly Range[] {
	return selections.flatMap(selection => trimmed(document, selection) ?? []).sort((a, b) => a.start.compareTo(b.start));
}

/** Leaves a bare cursor, so that the next key is not about the same words. */
export function collapse(editor: TextEditor): void {
	editor.selection = new Selection(editor.selection.active, editor.selection.active);
}
