import { type Disposable, Selection, type TextEditor, TextEditorRevealType, window } from 'vscode';
import type { Range } from '../../server/src/protocol/types.ts';
import type { Highlights } from './highlights.ts';
import type { Item } from './items.ts';
import { toPosition, toRange } from './ranges.ts';

/**
 * What the next command is about. Going to an item puts a bare cursor at its start and a frame round it; it stays in focus
 * until the cursor moves. A selection would be taken for words to label.
 */
export class Focus implements Disposable {
	readonly #highlights: Highlights;
	readonly #subscription: Disposable;
	#held: { readonly uri: string; readonly selection: Selection; readonly id: string | undefined } | undefined;

	constructor(highlights: Highlights) {
		this.#highlights = highlights;
		this.#subscription = window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
			const held = this.#held;
			if (!held || textEditor.document.uri.toString() !== held.uri || selections[0]?.isEqual(held.selection)) return;
			this.leave(textEditor);
		});
	}

	goTo(editor: TextEditor, item: Item): void {
		this.#go(editor, item.range, item.id);
	}

	/** Shows a place that is no item's. */
	show(editor: TextEditor, range: Range): void {
		this.#go(editor, range, undefined);
	}

	/** Takes the frame away. */
	leave(editor: TextEditor): void {
		this.#held = undefined;
		this.#highlights.frame(editor, undefined);
	}

	/** Id of the item in focus. */
	in(editor: TextEditor): string | undefined {
		const held = this.#held;
		if (held?.uri !== editor.document.uri.toString() || !editor.selection.isEqual(held.selection)) return undefined;
		return held.id;
	}

	dispose(): void {
		this.#subscription.dispose();
	}

	#go(editor: TextEditor, range: Range, id: string | undefined): void {
		const start = toPosition(range.start);
		const selection = new Selection(start, start);
		this.#held = { uri: editor.document.uri.toString(), selection, id };
		editor.selection = selection;
		editor.revealRange(toRange(range), TextEditorRevealType.InCenterIfOutsideViewport);
		this.#highlights.frame(editor, range);
	}
}
