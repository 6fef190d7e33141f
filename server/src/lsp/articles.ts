import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isInside } from '../core/corpus/rootedFiles.ts';
import { emptyHistory, type History, moveHistory } from '../core/decisions/history.ts';
import type { TextChange } from '../core/sidecar/live.ts';
import { Article } from './article.ts';
import { diagnostics } from './handlers/diagnostic.ts';
import type { Journal } from './journal.ts';
import type { World } from './world.ts';

/** Between two tries to save what could not be saved, in milliseconds. */
const firstWait = 1000;
const longestWait = 30_000;

/** The articles that are open. */
export class Articles {
	readonly #world: () => World;
	readonly #open = new Map<string, Article>();
	/** Closed articles whose last save is still under way, so that opening again waits for it. */
	readonly #closing = new Map<string, Promise<Journal | undefined>>();
	/** Closed articles with decisions that could not be saved. */
	readonly #unsaved = new Map<string, Article>();
	#retry: { readonly wait: number; readonly isSet: boolean } = { wait: firstWait, isSet: false };

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
		const earlier = this.#unsaved.get(text.uri);
		this.#unsaved.delete(text.uri);
		const opened = new Article(this.#world(), text, this.#closing.get(text.uri) ?? earlier?.saveAgain());
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
		const closing = article.close().then(unsaved => {
			if (this.#closing.get(uri) === closing) {
				this.#closing.delete(uri);
				if (unsaved !== undefined && !this.#open.has(uri)) {
					this.#unsaved.set(uri, article);
				}
			}
			return unsaved;
		});
		this.#closing.set(uri, closing);
	}

	/** Resolves when every decision taken so far is saved or kept, as far as the disk lets us. */
	async settled(): Promise<void> {
		await Promise.all([...this.#closing.values(), ...this.all().map(article => article.idle())]);
		const left = await this.#saveAgain();
		if (left > 0) {
			this.#world().logger.log('error', 'Decisions could not be saved before the end', { articles: left });
		}
	}

	/** Something could not be saved: it is tried again in a while, and later less often, until it can be. */
	saveLater(): void {
		if (this.#retry.isSet) {
			return;
		}
		const { wait } = this.#retry;
		this.#retry = { wait: Math.min(2 * wait, longestWait), isSet: true };
		setTimeout(() => {
			this.#retry = { ...this.#retry, isSet: false };
			void this.#saveAgain().then(left => {
				if (left === 0) {
					this.#retry = { ...this.#retry, wait: firstWait };
				} else {
					this.saveLater();
				}
			});
		}, wait);
	}

	/** How many articles still have decisions that could not be saved. */
	async #saveAgain(): Promise<number> {
		const tries = [...this.all(), ...this.#unsaved.values()].map(async article => {
			const saved = (await article.saveAgain()) === undefined;
			if (saved && this.#unsaved.get(article.uri) === article) {
				this.#unsaved.delete(article.uri);
			}
			return saved;
		});
		return (await Promise.all(tries)).filter(saved => !saved).length;
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
