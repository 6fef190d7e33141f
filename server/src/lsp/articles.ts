import type { TextDocument } from 'vscode-languageserver-textdocument';
import { emptyHistory, type History, moveHistory } from '../core/decisions/history.ts';
import type { TextChange } from '../core/sidecar/live.ts';
import { Article } from './article.ts';
import { diagnostics } from './handlers/diagnostic.ts';
import { isInside } from './rootedFiles.ts';
import type { World } from './world.ts';

/** The articles that are open. */
export class Articles {
	readonly #world: () => World;
	readonly #open = new Map<string, Article>();
	/** Closed articles whose last save is still under way, so that opening again waits for it. */
	readonly #closing = new Map<string, Promise<void>>();

	/** What can be undone, in all of them: one step may touch several. */
	history: History = emptyHistory;

	constructor(world: () => World) {
		this.#world = world;
	}

	/** What undo would bring back moves with the text. */
	moveHistory(uri: string, change: TextChange, textAfter: string): void {
		this.history = moveHistory(this.history, uri, change, textAfter);
	}

	async open(text: TextDocument): Promise<void> {
		// Editors open, close and open a file in one breath when its language is set.
		const article = this.#closing.get(text.uri);
		const opened = new Article(this.#world(), text, article);
		this.#open.set(text.uri, opened);
		await opened.snapshot();
	}

	get(uri: string): Article | undefined {
		return this.#open.get(uri);
	}

	/** An open article of the corpus that a file belongs to, for what the corpus says of both. */
	sharing(uri: string): Article | undefined {
		return this.all().find(({ corpus }) => corpus !== undefined && isInside(corpus.root, uri));
	}

	all(): readonly Article[] {
		return [...this.#open.values()];
	}

	close(uri: string): void {
		const article = this.#open.get(uri);
		if (article === undefined) {
			return;
		}
		this.#open.delete(uri);
		const closing = article.close().finally(() => {
			if (this.#closing.get(uri) === closing) {
				this.#closing.delete(uri);
			}
		});
		this.#closing.set(uri, closing);
	}

	/** Resolves when every decision taken so far is saved or kept. */
	async settled(): Promise<void> {
		await Promise.all([...this.#closing.values(), ...this.all().map(article => article.idle())]);
	}

	/** Gives the client an article's diagnostics: pushed where it cannot pull, else asks it to pull again. */
	async diagnose(article: Article): Promise<void> {
		const { client, connection, settings } = this.#world();
		if (client.textDocument?.diagnostic === undefined) {
			const document = await article.snapshot();
			const found = diagnostics(document, { language: settings.language });
			await connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: found });
		} else if (client.workspace?.diagnostics?.refreshSupport) {
			connection.languages.diagnostics.refresh();
		}
	}
}
