import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { ExitCode, Terminal } from './terminal.ts';

/** One command of the command line. */
export interface Command {
	readonly name: string;
	/** Half a line for the list of commands. */
	readonly summary: string;
	/** What `--help` prints, whole. */
	readonly help: string;
	/** `args` is what follows the command's name. Throws a UsageError for wrong use. */
	run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** Wrong use, in words for the user. */
export class UsageError extends Error {}

/** As `parseArgs` of node:util, with wrong use as a UsageError of one sentence. */
export function readArguments<const T extends NonNullable<ParseArgsConfig['options']>>(
	args: readonly string[],
	options: T,
) {
	try {
		return parseArgs({ args: [...args], options, allowPositionals: true });
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		throw new UsageError(message.split(/\. |\n/, 1)[0]);
	}
}
