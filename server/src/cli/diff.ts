import { readFile } from 'node:fs/promises';
import { registerPath } from '../core/corpus/paths.ts';
import { registerChangesInWords, sidecarChangesInWords } from '../core/formats/changesInWords.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { languageOf, languageOption } from './languageOption.ts';
import { outputTo } from './output.ts';

/** `isnad diff`, also git's diff driver. */
export const diffCommand: Command = {
	name: 'diff',
	summary: 'say in words what changed between two versions of a sidecar',
	help: `isnad diff: say in words what changed between two versions of a sidecar or entity register

usage: isnad diff OLD NEW [options]
       isnad diff --show FILE [options]

Prints a line for each decision that is new (+), gone (-) or changed (~). Once 'isnad git-setup' has been run in a repository,
'git diff' shows sidecars in this way, and 'git log -p' and 'git show' the decisions as lines.

  --show             print the decisions of one file, a line each
  --git              take the arguments that git gives to a diff command: PATH OLD HEX MODE NEW HEX MODE
  --language en|ar   of the words
  --help             print this
`,
	run: async (args, terminal) => {
		const { values, positionals } = readArguments(args, {
			...languageOption,
			git: { type: 'boolean', default: false },
			show: { type: 'boolean', default: false },
		});
		const wanted = values.show ? shownFile(positionals) : values.git ? givenByGit(positionals) : twoFiles(positionals);
		const output = outputTo(terminal.stdout, () => undefined);
		if ('unmerged' in wanted) {
			await output.write(`* ${wanted.unmerged}\n`);
		} else {
			const [before, after] = await Promise.all([wanted.before, wanted.after].map(read));
			const isRegister = wanted.path.replaceAll('\\', '/').endsWith(registerPath.slice('annotations'.length));
			const inWords = isRegister ? registerChangesInWords : sidecarChangesInWords;
			const lines = inWords(before ?? '', after ?? '', languageOf(values));
			const title = values.show ? '' : `${wanted.path}\n`;
			await output.write(title + lines.map(line => `${values.show ? '' : '  '}${line}\n`).join(''));
		}
		await output.flush();
		return 0;
	},
};

type Wanted =
	| { readonly path: string; readonly before: string | undefined; readonly after: string }
	| { readonly unmerged: string };

function shownFile([file, ...more]: readonly string[]): Wanted {
	if (file === undefined || more.length > 0) {
		throw new UsageError('one file is wanted');
	}
	return { path: file, before: undefined, after: file };
}

function twoFiles([before, after, ...more]: readonly string[]): Wanted {
	if (before === undefined || after === undefined || more.length > 0) {
		throw new UsageError('two files are wanted: OLD NEW');
	}
	return { path: after, before, after };
}

/** Of a path that is yet to be merged git gives the name alone. */
function givenByGit([path, before, , , after]: readonly string[]): Wanted {
	if (path === undefined) {
		throw new UsageError('git gives at least a path');
	}
	return before === undefined || after === undefined ? { unmerged: path } : { path, before, after };
}

/** What is not there on one side git calls /dev/null, on every system. */
async function read(file: string | undefined): Promise<string> {
	return file === undefined || file === '/dev/null' || file === 'nul' ? '' : readFile(file, 'utf8');
}
