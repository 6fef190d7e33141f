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
	#held: { readonly uri: string; readonly id: string | undefined } | undefined;
	/** Selections we made, in order, from the one that the editor told us of last. */
	#made: Selection[] = [];

	constructor(highlights: Highlights) {
		this.#highlights = highlights;
		this.#subscription = window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
			if (textEditor.document.uri.toString() !== this.#held?.uri) return;
			// Keys typed fast move the focus again before the editor tells of the move before: such late news moves nobody.
			const news = this.#making(selections[0]);
			if (news < 0) this.leave(textEditor);
			else this.#made.splice(0, news);
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
		this.#made = [];
		this.#highlights.frame(editor, undefined);
	}

	/** Id of the item in focus. */
	in(editor: TextEditor): string | undefined {
		const here = this.#held?.uri === editor.document.uri.toString() && this.#making(editor.selection) >= 0;
		return here ? this.#held?.id : undefined;
	}

	dispose(): void {
		this.#subscription.dispose();
	}

	/** Which of the moves we made led to a selection; -1 for none. */
	#making(selection: Selection | undefined): number {
		return this.#made.findIndex(made => selection?.isEqual(made));
	}

	#go(editor: TextEditor, range: Range, id: string | undefined): void {
		const start = toPosition(range.start);
		const selection = new Selection(start, start);
		const uri = editor.document.uri.toString();
		if (this.#held?.uri !== uri) this.#made = [];
		this.#held = { uri, id };
		this.#made.push(selection);
		editor.selection = selection;
		editor.revealRange(toRange(range), TextEditorRevealType.InCenterIfOutsideViewport);
		this.#highlights.frame(editor, range);
	}
}
