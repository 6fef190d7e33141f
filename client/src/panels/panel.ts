import { Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { App } from '../app.ts';
import { section, uiLanguage } from '../settings.ts';
import { panelHtml } from './html.ts';

export interface PanelOptions<In> {
	/** The page's script is dist/panels/NAME.js, its view type isnad.NAME. */
	readonly name: string;
	/** In the user's language; asked anew when that changes. */
	readonly title: () => string;
	/** What the page said, if it is a message of ours in every part. */
	readonly read: (raw: unknown) => In | undefined;
	/** The page says `ready` when it is new: first, and when the language changes. */
	readonly receive: (message: In) => void;
	readonly closed: () => void;
}

/** An open page beside the Reader. */
export interface Panel<Out> {
	post(message: Out): void;
	/** Brings it to the front. */
	show(): void;
	close(): void;
}

/**
 * Opens a page of our own in an editor tab: right to left where the interface is Arabic, with the Reader's faces and paper,
 * loading nothing but our files. It keeps its state while it is hidden.
 */
export function openPanel<In, Out>({ extension }: App, options: PanelOptions<In>): Panel<Out> {
	const roots = ['reader', 'panels'].map(folder => Uri.joinPath(extension, 'dist', folder));
	const panel = window.createWebviewPanel(`isnad.${options.name}`, options.title(), ViewColumn.Active, {
		enableScripts: true,
		localResourceRoots: roots,
		retainContextWhenHidden: true,
		enableFindWidget: true,
	});
	const fill = (): void => fillPanel(panel, extension, options);
	const subscriptions = Disposable.from(
		panel.webview.onDidReceiveMessage(raw => {
			const message = options.read(raw);
			if (message !== undefined) options.receive(message);
		}),
		workspace.onDidChangeConfiguration(event => {
			if (event.affectsConfiguration(`${section}.uiLanguage`)) fill();
		}),
		panel.onDidDispose(() => {
			subscriptions.dispose();
			options.closed();
		}),
	);
	fill();
	return {
		post: message => void panel.webview.postMessage(message),
		show: () => panel.reveal(),
		close: () => panel.dispose(),
	};
}

function fillPanel(
	panel: WebviewPanel,
	extension: Uri,
	{ name, title }: Pick<PanelOptions<never>, 'name' | 'title'>,
): void {
	const { webview } = panel;
	const file = (...path: readonly string[]): string =>
		webview.asWebviewUri(Uri.joinPath(extension, 'dist', ...path)).toString();
	panel.title = title();
	webview.html = panelHtml({
		source: webview.cspSource,
		nonce: crypto.randomUUID(),
		script: file('panels', `${name}.js`),
		style: file('panels', 'page.css'),
		fonts: { arabic: file('reader', 'arabic.woff2'), latin: file('reader', 'latin.woff2') },
		language: uiLanguage(),
		title: title(),
	});
}
