import { commands, Disposable, type TextDocument, type WebviewPanel, workspace } from 'vscode';
import type { CommandArguments, ServerCommand } from '../../../server/src/protocol/commands.ts';
import type { App } from '../app.ts';
import { send } from '../commands/send.ts';
import { articleLanguage, makeArticle } from '../language.ts';
import { oneAtATime } from '../oneAtATime.ts';
import { advanceAfterDecision, section, uiLanguage } from '../settings.ts';
import { t } from '../ui.ts';
import { rememberLook } from './looks.ts';
import { type Decision, type Question, type Range, readFromPage, type ToExtension, type ToPage } from './messages.ts';
import type { OpenReader } from './readers.ts';
import { settingFor } from './setting.ts';

/** One open page: answers it by the server, and tells it whatever changes. */
export class ReaderSession implements OpenReader, Disposable {
	readonly document: TextDocument;
	readonly #app: App;
	readonly #panel: WebviewPanel;
	readonly #subscriptions: Disposable;
	readonly #sendDocument = oneAtATime(() => this.#tellDocument());
	/** Whether the page has its settings, so that it understands all else. */
	#ready = false;
	#goTo: Range | undefined;

	constructor(app: App, document: TextDocument, panel: WebviewPanel) {
		this.document = document;
		this.#app = app;
		this.#panel = panel;
		this.#goTo = app.readers.position(this.#uri);
		this.#subscriptions = Disposable.from(
			panel.webview.onDidReceiveMessage(message => this.#receive(message)),
			panel.onDidChangeViewState(() => {
				// A page that is not seen is gone; when it is seen again, it says so.
				if (!panel.visible) this.#ready = false;
				app.readers.changed();
			}),
			panel.onDidDispose(() => this.dispose()),
			app.articles.onDidChange(uri => {
				if (uri === this.#uri && this.#ready) void this.#sendDocument();
			}),
			workspace.onDidChangeTextDocument(event => {
				if (event.document === this.document && this.#ready) this.#sendText();
			}),
			workspace.onDidChangeConfiguration(event => {
				if (event.affectsConfiguration(section) && this.#ready) void this.#tellAll();
			}),
		);
		app.readers.add(this);
	}

	get active(): boolean {
		return this.#panel.active;
	}

	act(action: string, { id, label }: { readonly id?: string; readonly label?: string }): void {
		this.#post({ type: 'act', action, ...(id === undefined ? {} : { id }), ...(label === undefined ? {} : { label }) });
	}

	goTo(range: Range): void {
		if (this.#ready) this.#post({ type: 'goTo', range });
		else this.#goTo = range;
	}

	dispose(): void {
		this.#subscriptions.dispose();
		this.#app.readers.remove(this);
	}

	get #uri(): string {
		return this.document.uri.toString();
	}

	async #receive(raw: unknown): Promise<void> {
		const message = readFromPage(raw);
		switch (message?.type) {
			case 'ready':
				return this.#start();
			case 'decide':
				return this.#decide(message);
			case 'ask':
				return this.#answer(message);
			case 'position':
				return this.#app.readers.leave(this.#uri, message.range);
			case 'look':
				return rememberLook(this.#app.memory, { size: message.size, leading: message.leading, width: message.width });
			case 'editor':
				await commands.executeCommand(`isnad.editor.${message.command}`, { uri: this.#uri });
		}
	}

	async #start(): Promise<void> {
		if (this.document.languageId !== articleLanguage) await makeArticle(this.document, this.#app.memory);
		this.#sendText();
		await this.#tellAll();
		if (this.#goTo) this.#post({ type: 'goTo', range: this.#goTo });
		this.#goTo = undefined;
	}

	async #tellAll(): Promise<void> {
		const scheme = await this.#app.articles.scheme(this.#uri);
		this.#post(settingFor({ scheme, language: uiLanguage(), advance: advanceAfterDecision() }));
		this.#ready = true;
		await this.#sendDocument();
	}

	async #tellDocument(): Promise<void> {
		const item = await this.#app.articles.item(this.document);
		if (item) this.#post({ type: 'document', item });
		else this.#post({ type: 'outside', message: t('outside-corpus') });
	}

	#sendText(): void {
		const { version, lineCount } = this.document;
		const lines = Array.from({ length: lineCount }, (_, line) => this.document.lineAt(line).text);
		this.#post({ type: 'text', version, lines });
	}

	/** The document goes first, so that the page can let go of what it foresaw when the answer comes. */
	async #decide({ seq, version, command, argument }: Extract<ToExtension, { type: 'decide' }>): Promise<void> {
		const answer =
			version === this.document.version
				? await send(this.#app, command, this.#whole({ command, argument } as Decision, version))
				: undefined;
		await this.#sendDocument();
		this.#post({ type: 'answer', seq, ok: answer !== undefined, value: answer });
	}

	#whole<C extends ServerCommand>({ argument }: Decision, version: number): CommandArguments[C] {
		return { ...argument, uri: this.#uri, version } as unknown as CommandArguments[C];
	}

	async #answer({ seq, ...question }: Extract<ToExtension, { type: 'ask' }>): Promise<void> {
		const value = await this.#ask(question).catch(() => undefined);
		this.#post({ type: 'answer', seq, ok: value !== undefined, value });
	}

	#ask(question: Question): Promise<unknown> {
		const { server } = this.#app;
		switch (question.what) {
			case 'token':
				return server.token(this.#uri, question.position);
			case 'explain':
				return server.explain(this.#uri, question.position);
			case 'guess':
				return server.guess(this.#uri, question.content);
			case 'find':
				return server.find(this.#uri, question.query);
			case 'differences':
				return this.#app.comparing.compare(this.#uri);
			case 'register':
				return server.register(this.#uri);
		}
	}

	#post(message: ToPage): void {
		void this.#panel.webview.postMessage(message);
	}
}
