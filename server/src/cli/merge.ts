import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { mergeRegisters } from '../core/corpus/mergeRegister.ts';
import { registerPath } from '../core/corpus/paths.ts';
import type { Problem } from '../core/model.ts';
import { mergeSidecars, resolveMarkers } from '../core/sidecar/merge.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { languageOf, languageOption } from './languageOption.ts';
import { inWords } from './problemWords.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** `isnad merge`, git's merge driver. */
export const mergeCommand: Command = {
	name: 'merge',
	summary: 'merge two versions of a sidecar, record by record (for git)',
	help: `isnad merge: merge two versions of a sidecar or entity register

usage: isnad merge BASE MINE THEIRS [PATH] [options]
       isnad merge --markers FILE... [options]

Merges, record by record, what two people did since BASE, and writes the result to MINE. PATH is the file's name in the
repository: under it messages name the file, and annotations/entities.yaml is merged as a register. git runs this by itself
once 'isnad git-setup' has been run in the repository.

What both changed in different ways is kept twice: one version in the record, the other under its 'alternatives'. The editor
shows such records with a choice, and 'isnad check' finds them. A version that cannot be read is left to git, which merges lines.

  --markers          merge the two versions that git left in a sidecar between conflict markers, in place; then 'git add' it
  --language en|ar   of the messages
  --help             print this

The exit code is 0 where both were merged, records with two versions included; 1 where somebody must look before committing:
an entry of the register changed in two ways, or lines that git could not merge.
`,
	run: async (args, terminal) => {
		const { values, positionals } = readArguments(args, {
			...languageOption,
			markers: { type: 'boolean', default: false },
		});
		if (values.markers) {
			return mergeMarkers(positionals, { terminal, language: languageOf(values) });
		}
		const [base, mine, theirs, path = mine, ...more] = positionals;
		if (base === undefined || mine === undefined || theirs === undefined || path === undefined || more.length > 0) {
			throw new UsageError('three files are wanted: BASE MINE THEIRS');
		}
		return merge({ base, mine, theirs, path }, { terminal, language: languageOf(values) });
	},
};

interface Sides {
	readonly base: string;
	readonly mine: string;
	readonly theirs: string;
	readonly path: string;
}

interface Context {
	readonly terminal: Terminal;
	readonly language: 'en' | 'ar';
}

async function merge(sides: Sides, { terminal, language }: Context): Promise<ExitCode> {
	const [base = '', mine = '', theirs = ''] = await Promise.all(
		[sides.base, sides.mine, sides.theirs].map(file => readFile(file, 'utf8')),
	);
	const isRegister = sides.path.replaceAll('\\', '/').endsWith(registerPath);
	const merged = isRegister ? mergeRegisters(base, mine, theirs) : mergeSidecars(base, mine, theirs);
	const tell = (problem: Problem): void => {
		terminal.stderr.write(`${sides.path}: ${inWords(problem, language)}\n`);
	};
	if (merged === undefined || merged.problems.some(({ severity }) => severity === 'error')) {
		tell({ code: 'merge-by-lines', severity: 'warning' });
		return mergeLines(sides);
	}
	for (const problem of merged.problems) {
		tell(problem);
	}
	if (merged.source !== mine) {
		await writeFile(sides.mine, merged.source);
	}
	return isRegister && merged.conflicts.length > 0 ? 1 : 0;
}

async function mergeMarkers(files: readonly string[], { terminal, language }: Context): Promise<ExitCode> {
	if (files.length === 0) {
		throw new UsageError('at least one file is wanted');
	}
	let left = 0;
	for (const file of files) {
		const merged = resolveMarkers(await readFile(file, 'utf8'));
		const failed = merged?.problems.some(({ severity }) => severity === 'error');
		if (merged !== undefined && !failed) {
			await writeFile(file, merged.source);
		}
		for (const problem of merged?.problems ?? [{ code: 'merge-no-markers', severity: 'warning' } as const]) {
			terminal.stderr.write(`${file}: ${inWords(problem, language)}\n`);
		}
		left += merged === undefined || failed ? 1 : 0;
	}
	return left > 0 ? 1 : 0;
}

/** As git would have done without us: conflicts between markers. */
async function mergeLines({ base, mine, theirs }: Sides): Promise<ExitCode> {
	const child = spawn('git', ['merge-file', '-L', 'ours', '-L', 'base', '-L', 'theirs', mine, base, theirs], {
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	const [code] = await once(child, 'close');
	return code === 0 ? 0 : 1;
}
