import { commands, Disposable, ProgressLocation, type TextEditor, window } from 'vscode';
import type { Range } from '../../server/src/protocol/types.ts';
import { fromPosition, fromRange } from './ranges.ts';
import { trimmed } from './selection.ts';
import type { Server } from './server.ts';

const contextKey = 'isnad.choosing';

/** Lets the user choose words in the text: a notice says what for, Enter takes the selection, Escape gives up. */
export class Choosing implements Disposable {
	readonly #server: Server;
	#asking: { readonly editor: TextEditor; readonly end: (range: Range | undefined) => void } | undefined;

	constructor(server: Server) {
		this.#server = server;
	}

	get active(): boolean {
		return this.#asking !== undefined;
	}

	/** The chosen words; undefined where the user gives up. A second question ends the first. */
	async ask(editor: TextEditor, prompt: string): Promise<Range | undefined> {
		this.cancel();
		await commands.executeCommand('setContext', contextKey, true);
		await window.showTextDocument(editor.document, editor.viewColumn);
		const chosen = new Promise<Range | undefined>(resolve => {
			this.#asking = { editor, end: resolve };
		});
		const asking = this.#asking;
		const closed = Disposable.from(
			window.onDidChangeActiveTextEditor(active => {
				if (active && active.document !== editor.document) asking?.end(undefined);
			}),
		);
		try {
			return await window.withProgress(
				{ location: ProgressLocation.Notification, title: prompt, cancellable: true },
				(_, token) => {
					token.onCancellationRequested(() => asking?.end(undefined));
					return chosen;
				},
			);
		} finally {
			closed.dispose();
			if (this.#asking === asking) {
				this.#asking = undefined;
				await commands.executeCommand('setContext', contextKey, false);
			}
		}
	}

	/** Takes the selection, or the word at a bare cursor. */
	async take(): Promise<void> {
		const asking = this.#asking;
		if (!asking) return;
		const { document, selection } = asking.editor;
		const words = trimmed(document, selection);
		if (words) return asking.end(fromRange(words));
		const { range } = await this.#server.token(document.uri.toString(), fromPosition(selection.active));
		if (range) asking.end(range);
	}

	cancel(): void {
		this.#asking?.end(undefined);
	}

	dispose(): void {
		this.cancel();
	}
}
