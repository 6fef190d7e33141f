import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { readCorpusFile } from '../core/corpus/corpusFile.ts';
import { gitAttributes } from '../core/corpus/gitAttributes.ts';
import { corpusPath, uriOf } from '../core/corpus/paths.ts';
import type { Files } from '../core/ports.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { corpusAbove } from './corpusAbove.ts';
import { languageOf, languageOption } from './languageOption.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { whyUnreadable } from './textFiles.ts';

export interface GitSetup {
	/** Reaches the disk by `file:` uris. */
	readonly files: Files;
	/** The command line that git is to call for `isnad`: a program with its first arguments, by full paths. */
	readonly program: readonly string[];
}

/** `isnad git-setup`. */
export function gitSetupCommand(setup: GitSetup): Command {
	return {
		name: 'git-setup',
		summary: 'have git merge and compare sidecars decision by decision',
		help,
		run: async (args, terminal) => {
			const { values, positionals } = readArguments(args, languageOption);
			const [folder = '.', ...more] = positionals;
			if (more.length > 0) {
				throw new UsageError('one folder is wanted');
			}
			return setUp(setup, folder, languageOf(values), terminal);
		},
	};
}

const help = `isnad git-setup: have git merge and compare sidecars decision by decision

usage: isnad git-setup [FOLDER] [options]

FOLDER is a corpus in a git repository, or a folder in it; default is the current folder. Each member of a team runs this once in
their own clone. It

  adds to .gitattributes of the corpus (commit it): texts are left as they are, YAML keeps LF line ends, sidecars and the
  entity register are merged and compared by Isnad;
  sets in this clone's .git/config which program that is: this one. Without it, or where the program is gone, git merges by lines.

Lines that are there stay; running it again changes nothing.

  --language en|ar   of what 'git diff' and 'git merge' then say about sidecars
  --help             print this
`;

const run = promisify(execFile);

async function setUp(
	{ files, program }: GitSetup,
	folder: string,
	language: 'en' | 'ar',
	terminal: Terminal,
): Promise<ExitCode> {
	const place = await realpath(resolve(folder)).catch((error: unknown) => {
		throw new UsageError(`${folder}: ${whyUnreadable(error)}`);
	});
	const root = await corpusAbove(files, pathToFileURL(place).href.replace(/\/$/, ''));
	if (root === undefined) {
		throw new UsageError(`${folder} is in no corpus: there is no ${corpusPath} in it or above`);
	}
	const git = async (...args: readonly string[]) => run('git', ['-C', fileURLToPath(root), ...args]);
	await git('rev-parse', '--git-dir').catch(() => {
		throw new UsageError(`${fileURLToPath(root)} is in no git repository; 'git init' makes one`);
	});
	const attributes = uriOf(root, '.gitattributes');
	const existing = await textOf(files, attributes);
	const wanted = gitAttributes(existing, readCorpusFile(await textOf(files, uriOf(root, corpusPath))).value);
	if (wanted !== existing) {
		await files.write(attributes, new TextEncoder().encode(wanted));
	}
	for (const [key, value] of Object.entries(settings(program, language))) {
		await git('config', '--local', key, value);
	}
	terminal.stderr.write(
		wanted === existing
			? 'git uses Isnad for sidecars in this clone; .gitattributes had all it needs\n'
			: 'git uses Isnad for sidecars in this clone; commit .gitattributes, so that it holds for everyone\n',
	);
	return 0;
}

async function textOf(files: Files, uri: string): Promise<string> {
	return new TextDecoder().decode((await files.read(uri)) ?? new Uint8Array());
}

/** What git is told. It runs these in a shell, its own one on Windows. */
function settings(program: readonly string[], language: 'en' | 'ar'): Readonly<Record<string, string>> {
	const isnad = program.map(quoted).join(' ');
	const files = program.filter(word => /[\\/]/.test(word) && !word.startsWith('file:'));
	const isThere = files.map(file => `test -e ${quoted(file)}`).join(' && ');
	// A driver that cannot be started leaves one side under the name of both; git's own merge of lines is better.
	const merge = `if ${isThere}; then ${isnad} merge --language ${language} -- %O %A %B %P; else git merge-file -L ours -L base -L theirs %A %O %B; fi`;
	return {
		'merge.isnad.name': 'Isnad: decision by decision',
		'merge.isnad.driver': merge,
		'diff.isnad.command': `${isnad} diff --git --language ${language} --`,
		'diff.isnad.textconv': `${isnad} diff --show --language ${language} --`,
		'diff.isnad.cachetextconv': 'false',
	};
}

function quoted(word: string): string {
	return `'${(process.platform === 'win32' ? word.replaceAll('\\', '/') : word).replaceAll("'", "'\\''")}'`;
}
