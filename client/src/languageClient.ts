import { workspace } from 'vscode';
import {
	type BaseLanguageClient,
	DidChangeConfigurationNotification,
	type LanguageClientOptions,
	type Middleware,
	RevealOutputChannelOn,
} from 'vscode-languageclient';
import type { CommandAnswer } from '../../server/src/protocol/commands.ts';
import type { InitializationOptions } from '../../server/src/protocol/options.ts';
import { articleLanguage } from './language.ts';
import { section, serverOptions } from './settings.ts';
import { showProblems } from './ui.ts';

export const clientId = 'isnad';
export const clientName = 'Isnad';

/** Makes a client for the transport at hand; the entry points differ in this alone. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Commands that a link in a hover may run: none of them can destroy anything. */
const trustedCommands = [
	'isnad.editor.accept',
	'isnad.editor.reject',
	'isnad.editor.goToFirstMention',
	'isnad.editor.openSidecar',
] as const;

export function clientOptions(): LanguageClientOptions {
	return {
		documentSelector: [{ language: articleLanguage }, { language: 'yaml', pattern: '**/annotations/**' }],
		initializationOptions: (): InitializationOptions => ({
			options: serverOptions(),
			abilities: { annotations: true, commandLinks: true, files: true },
		}),
		markdown: { isTrusted: { enabledCommands: [...trustedCommands] }, supportHtml: false },
		outputChannelName: clientName,
		revealOutputChannelOn: RevealOutputChannelOn.Never,
		middleware,
	};
}

/** Tells the server whenever a setting of ours changes, in the form it wants. */
export function sendSettings(client: BaseLanguageClient): { dispose(): void } {
	return workspace.onDidChangeConfiguration(async event => {
		if (!event.affectsConfiguration(section) || !client.isRunning()) return;
		await client.sendNotification(DidChangeConfigurationNotification.type, {
			settings: { [section]: serverOptions() },
		});
	});
}

/** Semantic tokens and definitions cut an Arabic line into parts that VS Code then lays out from left to right: never here. */
const middleware: Middleware = {
	provideDocumentSemanticTokens: () => undefined,
	provideDocumentSemanticTokensEdits: () => undefined,
	provideDocumentRangeSemanticTokens: () => undefined,
	provideDefinition: (document, position, token, next) =>
		document.languageId === articleLanguage ? undefined : next(document, position, token),
	async executeCommand(command, args, next) {
		const answer: CommandAnswer | null | undefined = await next(command, args);
		showProblems(answer?.problems ?? []);
		return answer;
	},
};
