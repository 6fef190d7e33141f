import { commands, Disposable, Uri, ViewColumn, window, workspace } from 'vscode';
import type { IndexState } from '../../../server/src/protocol/corpus.ts';
import type { App } from '../app.ts';
import { ledgerAr } from '../messages/ledgerAr.ts';
import { ledgerEn } from '../messages/ledgerEn.ts';
import { uiLanguage } from '../settings.ts';
import { titleOf } from '../titles.ts';
import { offer, t } from '../ui.ts';
import { type FromLedger, readFromLedger, type ToLedger } from './messages/ledger.ts';
import { openArticleAt } from './openArticleAt.ts';
import { openPanel, type Panel } from './panel.ts';

const open = new Map<string, LedgerSession>();

/** Shows who said what in a corpus, one page for each. */
export function showLedger(app: App, corpus: string): void {
	const known = open.get(corpus);
	if (known) known.show();
	else open.set(corpus, new LedgerSession(app, corpus, () => open.delete(corpus)));
}

/** One open ledger: answers its page by the server. */
class LedgerSession {
	readonly #app: App;
	/** Uri of the corpus' folder. */
	readonly #corpus: string;
	readonly #panel: Panel<ToLedger>;
	readonly #subscriptions: Disposable;
	/** The corpus as the server writes it. */
	#root: string | undefined;

	constructor(app: App, corpus: string, closed: () => void) {
		this.#app = app;
		this.#corpus = corpus;
		this.#subscriptions = Disposable.from(app.indexes.onDidChange(state => this.#tellIndex(state)));
		this.#panel = openPanel<FromLedger, ToLedger>(app, {
			name: 'ledger',
			title: () => titleOf('isnad.editor.ledger'),
			read: readFromLedger,
			receive: message => void this.#receive(message),
			closed: () => {
				this.#subscriptions.dispose();
				closed();
			},
		});
	}

	show(): void {
		this.#panel.show();
	}

	async #receive(message: FromLedger): Promise<void> {
		switch (message.type) {
			case 'ready':
				return this.#start();
			case 'query':
				return this.#answer(message);
			case 'open':
				return this.#isOurs(message.uri) ? openArticleAt(this.#app, message, message.where) : undefined;
			case 'export':
				return this.#save(message);
			case 'index':
				await this.#app.server.index(this.#corpus, message.stop);
		}
	}

	async #start(): Promise<void> {
		this.#panel.post({ type: 'setting', words: uiLanguage() === 'ar' ? ledgerAr : ledgerEn });
		const state = await this.#app.server.index(this.#corpus, false).catch(() => null);
		this.#root = state?.root;
		if (state) this.#tellIndex(state);
	}

	#tellIndex(index: IndexState): void {
		if (index.root !== this.#root) return;
		this.#panel.post({ type: 'index', index });
		if (index.state !== 'indexing') void this.#tellOutlets();
	}

	async #tellOutlets(): Promise<void> {
		const stats = await this.#app.server.stats(this.#corpus, { top: 0 }).catch(() => null);
		this.#panel.post({ type: 'outlets', outlets: (stats?.outlets ?? []).flatMap(({ outlet }) => outlet || []) });
	}

	async #answer({ seq, query }: Extract<FromLedger, { type: 'query' }>): Promise<void> {
		try {
			const result = await this.#app.server.ledger(this.#corpus, query);
			this.#panel.post({ type: 'answer', seq, ...(result ? { result } : { failure: t('outside-corpus') }) });
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			const failure = this.#app.isRunning() ? t('server-failed', { reason }) : t('server-stopped');
			this.#panel.post({ type: 'answer', seq, failure });
		}
	}

	/** Whether it lies in the corpus: the page has no business elsewhere. */
	#isOurs(uri: string): boolean {
		const root = this.#root;
		return root !== undefined && uri.startsWith(root.endsWith('/') ? root : `${root}/`);
	}

	async #save({ format, query }: Extract<FromLedger, { type: 'export' }>): Promise<void> {
		const defaultUri = Uri.joinPath(Uri.parse(this.#corpus, true), `ledger.${format}`);
		const filters = format === 'csv' ? { CSV: ['csv'] } : { 'JSON Lines': ['jsonl'] };
		const target = await window.showSaveDialog({ defaultUri, filters });
		if (!target) return;
		const rows = await this.#app.server.exportRows({ uri: this.#corpus, format, ledger: query });
		if (!rows) return void window.showWarningMessage(t('outside-corpus'));
		await workspace.fs.writeFile(target, new TextEncoder().encode(rows.content));
		void offer(t('page-saved'), t('open-file'), () =>
			commands.executeCommand('vscode.open', target, ViewColumn.Beside),
		);
	}
}
