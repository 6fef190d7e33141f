import { type ExtensionContext, Uri } from 'vscode';
import {
	LanguageClient,
	type LanguageClientOptions,
	type ServerOptions,
	TransportKind,
} from 'vscode-languageclient/node';
import { activateIsnad, deactivateIsnad } from './activation.ts';
import { clientId, clientName } from './languageClient.ts';

/** Entry point on the desktop and on a remote machine: the server is a Node process of its own. */
export function activate(context: ExtensionContext): Promise<void> {
	return activateIsnad(context, options => createClient(context, options));
}

export function deactivate(): Promise<void> {
	return deactivateIsnad();
}

function createClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
	const module = Uri.joinPath(context.extensionUri, 'dist', 'server.node.js').fsPath;
	const server: ServerOptions = {
		run: { module, transport: TransportKind.ipc },
		debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
	};
	return new LanguageClient(clientId, clientName, server, options);
}
