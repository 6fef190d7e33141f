import { Readable, Writable } from 'node:stream';
import { agreeCommand } from '../../server/src/cli/agree.ts';
import { checkCommand } from '../../server/src/cli/check.ts';
import type { Command } from '../../server/src/cli/command.ts';
import type { OpenCorpus } from '../../server/src/cli/corpusCommand.ts';
import { evalCommand } from '../../server/src/cli/eval.ts';
import { exportCommand } from '../../server/src/cli/export.ts';
import { importCommand } from '../../server/src/cli/import.ts';
import { ledgerCommand } from '../../server/src/cli/ledger.ts';
import { mergeCommand } from '../../server/src/cli/merge.ts';
import { moveCommand } from '../../server/src/cli/move.ts';
import { run } from '../../server/src/cli/run.ts';
import { searchCommand } from '../../server/src/cli/search.ts';
import { statsCommand } from '../../server/src/cli/stats.ts';
import { suggestCommand } from '../../server/src/cli/suggest.ts';
import { nodeCorpus } from '../../server/src/node/nodeCorpus.ts';
import { nodeFiles } from '../../server/src/node/nodeFiles.ts';

export interface Printed {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

const noThreads = () => {
	throw new Error('threads need a process of their own');
};

const openCorpus: OpenCorpus = options => nodeCorpus({ ...options, threads: noThreads, engine: undefined });

/** The commands that need no process of their own. */
const commands: readonly Command[] = [
	suggestCommand(noThreads),
	searchCommand(nodeFiles, openCorpus),
	ledgerCommand(nodeFiles, openCorpus),
	statsCommand(nodeFiles, openCorpus),
	checkCommand(nodeFiles),
	moveCommand(nodeFiles),
	mergeCommand,
	exportCommand(nodeFiles),
	importCommand(nodeFiles),
	evalCommand,
	agreeCommand,
];

/** Runs `isnad ARGS` in this process, on one thread. */
export async function runHere(args: readonly string[], stdin: string | readonly Uint8Array[] = []): Promise<Printed> {
	const stdout = collector();
	const stderr = collector();
	const input = typeof stdin === 'string' ? [Buffer.from(stdin)] : stdin;
	const terminal = {
		stdin: Readable.from(input, { objectMode: false }),
		stdout: stdout.stream,
		stderr: stderr.stream,
		watched: false,
		onInterrupt: () => undefined,
	};
	const alone = args[0] === 'suggest' && !args.includes('--jobs') ? [...args, '--jobs', '1'] : args;
	const code = await run(alone, commands, '1.2.3', terminal);
	return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(): { readonly stream: Writable; readonly text: () => string } {
	const chunks: Buffer[] = [];
	const stream = new Writable({
		write: (chunk, _encoding, done) => {
			chunks.push(chunk);
			done();
		},
	});
	return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
