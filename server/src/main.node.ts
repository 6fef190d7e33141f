/** The server as a process of its own: stdio, or IPC where VS Code starts it. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.ts';
import { nodeFiles } from './node/nodeFiles.ts';

startServer(createConnection(ProposedFeatures.all), {
	files: nodeFiles,
	scheduler: { now: () => performance.now(), breathe: () => new Promise(resolve => setImmediate(resolve)) },
});
