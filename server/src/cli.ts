/** The command line, and each further thread of it. */
import { realpathSync } from 'node:fs';
import { argv, stderr, stdin, stdout } from 'node:process';
import manifest from '../../package.json' with { type: 'json' };
import { evalCommand } from './cli/eval.ts';
import { run } from './cli/run.ts';
import { suggestCommand } from './cli/suggest.ts';
import { isSuggestWorker, serveBatches } from './cli/suggestWorker.ts';
import type { Terminal } from './cli/terminal.ts';

const terminal: Terminal = {
	stdin,
	stdout,
	stderr,
	watched: stderr.isTTY === true,
	onInterrupt: stop => process.once('SIGINT', stop),
};

if (isSuggestWorker()) {
	serveBatches();
} else {
	const itself = realpathSync(argv[1] ?? '');
	const commands = [suggestCommand(itself), evalCommand];
	void run(argv.slice(2), commands, manifest.version, terminal).then(code => {
		process.exitCode = code;
	});
}
