import { Disposable, type Event, EventEmitter, type TextDocument, workspace } from 'vscode';
import type { AnnotationsParams } from '../../server/src/protocol/requests.ts';
import type { DocumentItem, SchemeItem } from '../../server/src/protocol/types.ts';
import { oneAtATime } from './oneAtATime.ts';
import type { Server } from './server.ts';

/** Cheap facts of an article, at hand without asking. */
export type Totals = Pick<AnnotationsParams, 'counts' | 'status'>;

interface Article {
	readonly ask: () => Promise<DocumentItem | null>;
	item?: DocumentItem;
	totals?: Totals;
	revision: number;
	scheme?: Promise<SchemeItem>;
}

/** What the server knows of the open articles, asked at most once for each state and by one request at a time. */
export class Articles implements Disposable {
	readonly #server: Server;
	readonly #articles = new Map<string, Article>();
	readonly #changed = new EventEmitter<string>();
	readonly #subscriptions: Disposable;
	/** Fires with a document's uri whenever the server said something new of it. */
	readonly onDidChange: Event<string> = this.#changed.event;

	constructor(server: Server) {
		this.#server = server;
		this.#subscriptions = Disposable.from(
			this.#changed,
			workspace.onDidCloseTextDocument(({ uri }) => {
				if (this.#articles.delete(uri.toString())) this.#changed.fire(uri.toString());
			}),
		);
	}

	/** Takes note of a message; the document itself is asked for when somebody wants it. */
	update({ uri, revision, whole, counts, status }: AnnotationsParams): void {
		const article = this.#article(uri);
		if (!whole && revision <= article.revision) return;
		article.revision = revision;
		article.totals = { counts, status };
		// A message that replaces everything may come from another scheme or another language.
		if (whole) delete article.scheme;
		this.#changed.fire(uri);
	}

	totals(uri: string): Totals | undefined {
		return this.#articles.get(uri)?.totals;
	}

	/** Everything known of a document as it is now; undefined outside every corpus. */
	async item({ uri, version }: Pick<TextDocument, 'uri' | 'version'>): Promise<DocumentItem | undefined> {
		const article = this.#article(uri.toString());
		const { item } = article;
		if (item && item.version === version && item.revision >= article.revision) return item;
		return (await article.ask()) ?? undefined;
	}

	scheme(uri: string): Promise<SchemeItem> {
		const article = this.#article(uri);
		article.scheme ??= this.#server.scheme(uri).catch(error => {
			delete article.scheme;
			throw error;
		});
		return article.scheme;
	}

	/** Says that a document changed, before the server's message of it arrives. */
	outdate(uri: string): void {
		delete this.#article(uri).item;
	}

	/** Forgets what was worded in another language. */
	forget(): void {
		for (const [uri, article] of this.#articles) {
			delete article.item;
			delete article.scheme;
			this.#changed.fire(uri);
		}
	}

	dispose(): void {
		this.#subscriptions.dispose();
	}

	#article(uri: string): Article {
		const known = this.#articles.get(uri);
		if (known) return known;
		const article: Article = {
			revision: -1,
			ask: oneAtATime(async () => {
				const item = await this.#server.document(uri);
				if (item) article.item = item;
				else delete article.item;
				return item;
			}),
		};
		this.#articles.set(uri, article);
		return article;
	}
}
