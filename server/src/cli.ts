/** The command line, and each further thread of it. */
import { realpathSync } from 'node:fs';
import { argv, stderr, stdin, stdout } from 'node:process';
import manifest from '../../package.json' with { type: 'json' };
import { agreeCommand } from './cli/agree.ts';
import { checkCommand } from './cli/check.ts';
import type { OpenCorpus } from './cli/corpusCommand.ts';
import { diffCommand } from './cli/diff.ts';
import { evalCommand } from './cli/eval.ts';
import { exportCommand } from './cli/export.ts';
import { gitSetupCommand } from './cli/gitSetup.ts';
import { harmlessTo } from './cli/harmless.ts';
import { importCommand } from './cli/import.ts';
import { ledgerCommand } from './cli/ledger.ts';
import { lspCommand } from './cli/lsp.ts';
import { mergeCommand } from './cli/merge.ts';
import { moveCommand } from './cli/move.ts';
import { run } from './cli/run.ts';
import { searchCommand } from './cli/search.ts';
import { statsCommand } from './cli/stats.ts';
import { suggestCommand } from './cli/suggest.ts';
import { isSuggestWorker, serveBatches } from './cli/suggestWorker.ts';
import type { Terminal } from './cli/terminal.ts';
import { trainCommand } from './cli/train.ts';
import type { StartThreads } from './core/ports.ts';
import { engine } from './engine.ts';
import { corpusThread, isCorpusThread, serveCorpus } from './node/corpusThread.ts';
import { isIndexWorker, nodeCorpus, serveIndexTasks } from './node/nodeCorpus.ts';
import { nodeFiles } from './node/nodeFiles.ts';
import { workerPool } from './node/workerPool.ts';

const terminal: Terminal = {
	stdin,
	// A file or another program gets every byte; people get nothing that commands their terminal.
	stdout: stdout.isTTY ? harmlessTo(stdout) : stdout,
	stderr: harmlessTo(stderr),
	watched: stderr.isTTY === true,
	onInterrupt: stop => process.once('SIGINT', stop),
};

if (isSuggestWorker()) {
	serveBatches();
} else if (isIndexWorker()) {
	serveIndexTasks();
} else if (isCorpusThread()) {
	serveCorpus((size, data) => workerPool(argv[1] ?? '', size, data), engine);
} else {
	const itself = realpathSync(argv[1] ?? '');
	const threads: StartThreads = (size, data) => workerPool(itself, size, data);
	const openCorpus: OpenCorpus = options => nodeCorpus({ ...options, threads, engine });
	const commands = [
		suggestCommand(threads),
		searchCommand(nodeFiles, openCorpus),
		ledgerCommand(nodeFiles, openCorpus),
		statsCommand(nodeFiles, openCorpus),
		checkCommand(nodeFiles),
		exportCommand(nodeFiles),
		importCommand(nodeFiles),
		evalCommand,
		agreeCommand,
		moveCommand(nodeFiles),
		mergeCommand,
		diffCommand,
		gitSetupCommand({ files: nodeFiles, program: [process.execPath, ...process.execArgv, itself] }),
		trainCommand,
		lspCommand(serve),
	];
	void run(argv.slice(2), commands, manifest.version, terminal).then(code => {
		process.exitCode = code;
	});
}

/** The language server on standard input and output. Loaded only when asked for: threads and other commands start sooner without. */
async function serve(): Promise<void> {
	const { createConnection, ProposedFeatures } = await import('vscode-languageserver/node');
	const { startServer } = await import('./lsp/server.ts');
	startServer(createConnection(ProposedFeatures.all, stdin, stdout), {
		files: nodeFiles,
		scheduler: { now: () => performance.now(), breathe: () => new Promise(resolve => setImmediate(resolve)) },
		openCorpus: (root, layer) => corpusThread(argv[1] ?? '', root, layer),
	});
}
