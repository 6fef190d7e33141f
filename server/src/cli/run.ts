import type { Command } from './command.ts';
import { UsageError } from './command.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Runs `isnad ARGS`. Answers the exit code; nothing it meets makes it reject. */
export async function run(
	args: readonly string[],
	commands: readonly Command[],
	version: string,
	terminal: Terminal,
): Promise<ExitCode> {
	const [name, ...rest] = args;
	if (name === '--version' || name === '-V') {
		terminal.stdout.write(`${version}\n`);
		return 0;
	}
	if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
		(name === undefined ? terminal.stderr : terminal.stdout).write(overview(commands));
		return name === undefined ? 2 : 0;
	}
	const wanted = name === 'help' ? rest[0] : name;
	const command = commands.find(candidate => candidate.name === wanted);
	if (command === undefined) {
		const what = name.startsWith('-') ? `Unknown option '${name}'` : `Unknown command '${wanted}'`;
		return refuse(terminal, `${what}; see: isnad --help`);
	}
	if (name === 'help' || asksForHelp(rest)) {
		terminal.stdout.write(command.help);
		return 0;
	}
	try {
		return await command.run(rest, terminal);
	} catch (error) {
		if (error instanceof UsageError) {
			return refuse(terminal, `${error.message}; see: isnad ${command.name} --help`);
		}
		terminal.stderr.write(`isnad: ${describe(error)}\n`);
		return 1;
	}
}

function overview(commands: readonly Command[]): string {
	const width = Math.max(...commands.map(command => command.name.length));
	const list = commands.map(command => `  ${command.name.padEnd(width)}  ${command.summary}`);
	return `isnad: names and statements, with who said them, in Arabic news

usage: isnad COMMAND [options]

${list.join('\n')}

  isnad COMMAND --help   what a command does, with its options
  isnad --version        the version

Exit codes: 0 fine, 1 problems found, 2 wrong use.
`;
}

function asksForHelp(args: readonly string[]): boolean {
	const end = args.indexOf('--');
	return args.slice(0, end < 0 ? undefined : end).some(arg => arg === '--help' || arg === '-h');
}

function refuse(terminal: Terminal, message: string): ExitCode {
	terminal.stderr.write(`isnad: ${message}\n`);
	return 2;
}

/** A failing system call says enough in its message; anything else is a bug, and the stack helps to report it. */
function describe(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return 'code' in error ? error.message : (error.stack ?? error.message);
}
