import { commands, Disposable, Uri, ViewColumn, window, workspace } from 'vscode';
import type { IndexState } from '../../../server/src/protocol/corpus.ts';
import type { App } from '../app.ts';
import { pickEntry } from '../commands/pickEntry.ts';
import { send, serverFailed } from '../commands/send.ts';
import { searchAr } from '../messages/searchAr.ts';
import { searchEn } from '../messages/searchEn.ts';
import { labelPaint } from '../reader/paint.ts';
import { uiLanguage } from '../settings.ts';
import { titleOf } from '../titles.ts';
import { offer, t } from '../ui.ts';
import { type Query, readFromPage, type SearchToExtension, type SearchToPage } from './messages/search.ts';
import { openArticleAt } from './openArticleAt.ts';
import { openPanel, type Panel } from './panel.ts';

const open = new Map<string, SearchSession>();

/** Shows the concordance of a corpus, one for each; with words, they are searched for at once. */
export function showSearch(app: App, corpus: string, text: string | undefined): void {
	const known = open.get(corpus);
	if (known) known.show(text);
	else open.set(corpus, new SearchSession(app, corpus, text, () => open.delete(corpus)));
}

/** One open concordance: answers its page by the server. */
class SearchSession {
	readonly #app: App;
	/** Uri of the corpus' folder. */
	readonly #corpus: string;
	readonly #panel: Panel<SearchToPage>;
	readonly #subscriptions: Disposable;
	#text: string | undefined;
	/** The corpus as the server writes it. */
	#root: string | undefined;
	/** The article through which the last decision here is undone. */
	#decidedIn: string | undefined;

	constructor(app: App, corpus: string, text: string | undefined, closed: () => void) {
		this.#app = app;
		this.#corpus = corpus;
		this.#text = text;
		this.#subscriptions = Disposable.from(app.indexes.onDidChange(state => this.#tellIndex(state)));
		this.#panel = openPanel<SearchToExtension, SearchToPage>(app, {
			name: 'search',
			title: () => titleOf('isnad.editor.searchCorpus'),
			read: readFromPage,
			receive: message => void this.#receive(message).catch(error => serverFailed(app, error)),
			closed: () => {
				this.#subscriptions.dispose();
				closed();
			},
		});
	}

	show(text: string | undefined): void {
		this.#panel.show();
		if (text !== undefined) this.#panel.post({ type: 'text', text });
	}

	async #receive(message: SearchToExtension): Promise<void> {
		switch (message.type) {
			case 'ready':
				return this.#start();
			case 'search':
				return this.#search(message);
			case 'open':
				return this.#mayTouch([message.place]) ? openArticleAt(this.#app, message.place, message.where) : undefined;
			case 'act':
				return this.#act(message);
			case 'undo':
				return this.#undo();
			case 'csv':
				return this.#saveCsv(message.query);
			case 'index':
				await this.#app.server.index(this.#corpus, message.stop);
		}
	}

	async #start(): Promise<void> {
		const { server } = this.#app;
		const [state, scheme, { entries }] = await Promise.all([
			server.index(this.#corpus, false),
			server.scheme(this.#corpus),
			server.register(this.#corpus),
		]);
		this.#root = state?.root;
		const text = this.#text;
		this.#text = undefined;
		this.#panel.post({
			type: 'setting',
			scheme,
			css: labelPaint(scheme),
			words: uiLanguage() === 'ar' ? searchAr : searchEn,
			names: entries.map(({ name }) => name),
			...(text === undefined ? {} : { text }),
		});
		if (state) this.#tellIndex(state);
	}

	#tellIndex(state: IndexState): void {
		if (state.root !== this.#root) return;
		this.#panel.post({ type: 'index', state });
		if (state.state !== 'indexing') void this.#tellOutlets();
	}

	async #tellOutlets(): Promise<void> {
		const stats = await this.#app.server.stats(this.#corpus, { top: 0 }).catch(() => null);
		const outlets = (stats?.outlets ?? []).flatMap(({ outlet }) => outlet || []);
		this.#panel.post({ type: 'outlets', outlets });
	}

	async #search({ seq, query }: Extract<SearchToExtension, { type: 'search' }>): Promise<void> {
		try {
			const result = await this.#app.server.search(this.#corpus, query);
			if (result) this.#panel.post({ type: 'found', seq, result });
			else this.#panel.post({ type: 'failed', seq, message: t('outside-corpus') });
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			const message = this.#app.isRunning() ? t('server-failed', { reason }) : t('server-stopped');
			this.#panel.post({ type: 'failed', seq, message });
		}
	}

	async #act({ act, places, label }: Extract<SearchToExtension, { type: 'act' }>): Promise<void> {
		const uri = places[0]?.uri;
		if (uri === undefined || !this.#mayTouch(places)) return;
		const entity = act === 'link' ? await pickEntry(this.#app, this.#corpus, t('link-ticked')) : undefined;
		if (act === 'link' && entity === undefined) return this.#panel.post({ type: 'acted' });
		const answer = await send(this.#app, 'isnad.hits', {
			uri,
			action: act,
			hits: places,
			...(label === undefined ? {} : { label }),
			...(entity === undefined ? {} : { entity }),
		});
		if (answer) this.#decidedIn = uri;
		this.#panel.post({ type: 'acted', ...(answer ? { count: places.length } : {}) });
	}

	async #undo(): Promise<void> {
		const uri = this.#decidedIn;
		const answer = uri === undefined ? undefined : await send(this.#app, 'isnad.undo', { uri });
		this.#panel.post({ type: 'acted', ...(answer ? { count: 0 } : {}) });
	}

	/** Whether all places lie in the corpus: the page has no business elsewhere. */
	#mayTouch(places: readonly { readonly uri: string }[]): boolean {
		const root = this.#root;
		return root !== undefined && places.every(({ uri }) => uri.startsWith(root.endsWith('/') ? root : `${root}/`));
	}

	async #saveCsv(query: Query): Promise<void> {
		const { offset: _offset, limit: _limit, ...whole } = query;
		const defaultUri = Uri.joinPath(Uri.parse(this.#corpus, true), 'search.csv');
		const target = await window.showSaveDialog({ defaultUri, filters: { CSV: ['csv'] } });
		if (!target) return;
		const rows = await this.#app.server.exportRows({ uri: this.#corpus, format: 'csv', search: whole });
		if (!rows) return void window.showWarningMessage(t('outside-corpus'));
		await workspace.fs.writeFile(target, new TextEncoder().encode(rows.content));
		void offer(t('page-saved'), t('open-file'), () =>
			commands.executeCommand('vscode.open', target, ViewColumn.Beside),
		);
	}
}
