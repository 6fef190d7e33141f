import { type ClientCapabilities, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { serverCommands } from '../protocol/commands.ts';
import type { IsnadClientAbilities } from '../protocol/options.ts';
import { codeActionKinds } from './handlers/codeAction.ts';
import { semanticTokensLegend } from './handlers/semanticTokens.ts';

/**
 * What the server offers this client. Definition and semantic tokens split lines of Arabic in VS Code and scramble their words, so
 * a client that draws our annotations itself is not offered them.
 */
export function capabilities(client: ClientCapabilities, abilities: IsnadClientAbilities = {}): ServerCapabilities {
	const drawsItself = abilities.annotations === true;
	return {
		positionEncoding: 'utf-16',
		textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
		hoverProvider: true,
		documentSymbolProvider: true,
		documentHighlightProvider: true,
		referencesProvider: true,
		workspaceSymbolProvider: true,
		foldingRangeProvider: true,
		selectionRangeProvider: true,
		codeActionProvider: { codeActionKinds: [...codeActionKinds] },
		completionProvider: { triggerCharacters: [':', ' ', '-'] },
		executeCommandProvider: { commands: [...serverCommands] },
		workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
		...(!drawsItself && {
			definitionProvider: true,
			semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true },
		}),
		...(client.textDocument?.diagnostic && {
			diagnosticProvider: { identifier: 'isnad', interFileDependencies: false, workspaceDiagnostics: false },
		}),
	};
}
