import { type Command, readArguments, UsageError } from './command.ts';

/** `isnad lsp --stdio`. `start` starts the language server on standard input and output; it ends the process itself. */
export function lspCommand(start: () => Promise<void>): Command {
	return {
		name: 'lsp',
		summary: 'run the language server for an editor',
		help,
		run: async args => {
			const { values, positionals } = readArguments(args, {
				stdio: { type: 'boolean', default: false },
				clientProcessId: { type: 'string' },
			});
			if (!values.stdio || positionals.length > 0) {
				throw new UsageError('The language server speaks over standard input and output only: isnad lsp --stdio');
			}
			await start();
			return await new Promise<never>(() => undefined);
		},
	};
}

const help = `isnad lsp: run the language server for an editor

usage: isnad lsp --stdio

  --stdio   speak the Language Server Protocol over standard input and output
  --help    print this
`;
