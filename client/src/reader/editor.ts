import {
	type CustomTextEditorProvider,
	type Disposable,
	type TextDocument,
	Uri,
	type WebviewPanel,
	window,
} from 'vscode';
import type { App } from '../app.ts';
import { uiLanguage } from '../settings.ts';
import { readerHtml } from './html.ts';
import { rememberedLook } from './looks.ts';
import { ReaderSession } from './session.ts';
import { readerView } from './viewType.ts';

/** The Reader: an article from right to left in a page of its own. It never changes the text. */
export function registerReader(app: App): Disposable {
	const provider: CustomTextEditorProvider = {
		resolveCustomTextEditor(document, panel) {
			showPage(app, document, panel);
			// It listens until the panel is closed.
			new ReaderSession(app, document, panel);
		},
	};
	return window.registerCustomEditorProvider(readerView, provider, {
		supportsMultipleEditorsPerDocument: true,
		webviewOptions: { enableFindWidget: true },
	});
}

function showPage(app: App, document: TextDocument, { webview }: WebviewPanel): void {
	const folder = Uri.joinPath(app.extension, 'dist', 'reader');
	const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
	webview.options = { enableScripts: true, localResourceRoots: [folder] };
	webview.html = readerHtml({
		lines: Array.from({ length: document.lineCount }, (_, line) => document.lineAt(line).text),
		version: document.version,
		source: webview.cspSource,
		nonce: crypto.randomUUID(),
		script: file('page.js'),
		style: file('page.css'),
		fonts: { arabic: file('arabic.woff2'), latin: file('latin.woff2') },
		look: rememberedLook(app.memory),
		language: uiLanguage(),
		title: document.uri.path.split('/').at(-1) ?? '',
	});
}
