import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { activateIsnad, deactivateIsnad } from './activation.ts';
import { clientId, clientName } from './languageClient.ts';

/** Of the browser, as far as it is used here; the compiler knows no DOM. */
declare const Worker: new (script: string) => never;

/** Entry point in the browser: the server is a web worker and reaches every file through us. */
export function activate(context: ExtensionContext): Promise<void> {
	return activateIsnad(context, options => createClient(context, options));
}

export function deactivate(): Promise<void> {
	return deactivateIsnad();
}

function createClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
	const script = Uri.joinPath(context.extensionUri, 'dist', 'server.worker.js');
	return new LanguageClient(clientId, clientName, new Worker(script.toString(true)), options);
}
