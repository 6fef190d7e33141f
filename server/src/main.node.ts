/** The server as a process of its own: stdio, or IPC where VS Code starts it; and each thread of it. */
import { argv } from 'node:process';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { engine } from './engine.ts';
import { startServer } from './lsp/server.ts';
import { corpusThread, isCorpusThread, serveCorpus } from './node/corpusThread.ts';
import { isIndexWorker, serveIndexTasks } from './node/nodeCorpus.ts';
import { nodeFiles } from './node/nodeFiles.ts';
import { isTrainThread, serveTraining, trainThread } from './node/trainThread.ts';
import { workerPool } from './node/workerPool.ts';

const itself = argv[1] ?? '';

if (isIndexWorker()) {
	serveIndexTasks();
} else if (isCorpusThread()) {
	serveCorpus((size, data) => workerPool(itself, size, data), engine);
} else if (isTrainThread()) {
	serveTraining();
} else {
	startServer(createConnection(ProposedFeatures.all), {
		files: nodeFiles,
		scheduler: { now: () => performance.now(), breathe: () => new Promise(resolve => setImmediate(resolve)) },
		openCorpus: (root, layer) => (root.startsWith('file:') ? corpusThread(itself, root, layer) : undefined),
		train: (root, layers, progress) =>
			root.startsWith('file:') ? trainThread(itself, root, layers, progress) : undefined,
	});
}
