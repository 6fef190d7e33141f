import { readCorpusFile } from '../core/corpus/corpusFile.ts';
import { filesBelow } from '../core/corpus/filesBelow.ts';
import { findRenamed, moveSidecar } from '../core/corpus/findRenamed.ts';
import { corpusPath, uriOf } from '../core/corpus/paths.ts';
import type { Files } from '../core/ports.ts';
import { decodeBytes } from '../decodeBytes.ts';
import { type Command, readArguments } from './command.ts';
import { corporaOf } from './corporaOf.ts';
import { outputTo } from './output.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** `isnad move`. `files` reaches the disk by `file:` uris. */
export function moveCommand(files: Files): Command {
	return {
		name: 'move',
		summary: 'give sidecars to articles that were renamed or moved',
		help,
		run: async (args, terminal) => {
			const { values, positionals } = readArguments(args, { 'dry-run': { type: 'boolean', default: false } });
			return move(files, positionals.length === 0 ? ['.'] : positionals, values['dry-run'], terminal);
		},
	};
}

const help = `isnad move: give sidecars to articles that were renamed or moved

usage: isnad move [PATH...] [options]

A PATH is a corpus or a folder in one; default is the current folder. For each sidecar whose article is gone, of all annotators,
looks for an article with the same text, letter for letter, that has no sidecar yet. Where there is just one, the sidecar is
moved to it. An article that was edited too is not found in this way: rename its sidecar by hand, beside the article's new name.

Prints a line for each sidecar, old path and new path with a tab between.

  --dry-run   move nothing
  --help      print this

The exit code is 1 where a sidecar could not be moved because there is one under the new name by now.
`;

async function move(files: Files, paths: readonly string[], dry: boolean, terminal: Terminal): Promise<ExitCode> {
	const output = outputTo(terminal.stdout, () => undefined);
	let left = 0;
	for (const root of (await corporaOf(files, paths)).keys()) {
		const all: string[] = [];
		for await (const path of filesBelow(files, root)) all.push(path);
		const source = await files.read(uriOf(root, corpusPath));
		const corpus = readCorpusFile(source === undefined ? '' : (decodeBytes(source, 'utf-8') ?? '')).value;
		const search = { files, root, paths: all, corpus, decode: decodeBytes };
		for (const renamed of await findRenamed(search)) {
			const done = dry || (await moveSidecar(search, renamed));
			left += done ? 0 : 1;
			if (done) await output.write(`${renamed.stray.sidecar}\t${renamed.sidecar}\n`);
		}
	}
	await output.flush();
	return left > 0 ? 1 : 0;
}
