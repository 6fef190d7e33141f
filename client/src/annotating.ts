import {
	commands,
	Disposable,
	type Event,
	EventEmitter,
	type Memento,
	type TextDocument,
	window,
	workspace,
} from 'vscode';
import { isArticle } from './language.ts';

const contextKey = 'isnad.annotating';

/**
 * Annotation mode: keys annotate and the text is read-only for the session. On by default, remembered for the workspace.
 * The bindings ask for the context key `isnad.annotating` and for the language, so the mode holds in articles alone.
 */
export class AnnotationMode implements Disposable {
	readonly #memory: Memento;
	readonly #changed = new EventEmitter<void>();
	readonly #locked = new Set<string>();
	readonly #subscriptions: Disposable;
	#on: boolean;
	#busy: Promise<void> = Promise.resolve();
	readonly onDidChange: Event<void> = this.#changed.event;

	constructor(memory: Memento) {
		this.#memory = memory;
		this.#on = memory.get(contextKey, true);
		this.#subscriptions = Disposable.from(
			this.#changed,
			window.onDidChangeActiveTextEditor(() => this.#lockActive()),
			workspace.onDidOpenTextDocument(() => this.#lockActive()),
		);
		void commands.executeCommand('setContext', contextKey, this.#on);
		this.#lockActive();
	}

	get on(): boolean {
		return this.#on;
	}

	async toggle(): Promise<void> {
		this.#on = !this.#on;
		await commands.executeCommand('setContext', contextKey, this.#on);
		await this.#memory.update(contextKey, this.#on);
		this.#changed.fire();
		await this.#lockActive();
	}

	dispose(): void {
		this.#subscriptions.dispose();
	}

	/** One at a time: VS Code locks whatever editor is active when the command arrives there. */
	#lockActive(): Promise<void> {
		this.#busy = this.#busy.then(() => this.#adjustActive());
		return this.#busy;
	}

	async #adjustActive(): Promise<void> {
		const document = window.activeTextEditor?.document;
		if (!document || this.#isRight(document)) return;
		const lock = this.#on && isArticle(document);
		await commands.executeCommand(`workbench.action.files.${lock ? 'set' : 'reset'}ActiveEditorReadonlyInSession`);
		const now = window.activeTextEditor?.document;
		if (lock) this.#locked.add(document.uri.toString());
		else this.#locked.delete(document.uri.toString());
		// The user was faster and another editor may have got the lock: put that one right, and this one when it is back.
		if (now && now !== document) {
			this.#locked.delete(document.uri.toString());
			if (lock) this.#locked.add(now.uri.toString());
			await this.#adjustActive();
		}
	}

	#isRight(document: TextDocument): boolean {
		return this.#locked.has(document.uri.toString()) === (this.#on && isArticle(document));
	}
}
