import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { uriOf } from '../core/corpus/paths.ts';
import type { Files } from '../core/ports.ts';
import { checkCorpus, type Finding } from './checkCorpus.ts';
import { type Command, readArguments } from './command.ts';
import { corporaOf } from './corporaOf.ts';
import { harmless } from './harmless.ts';
import { lineCounter } from './lineCounter.ts';
import { outputTo } from './output.ts';
import { inWords } from './problemWords.ts';
import { reportTo } from './report.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** `isnad check`. `files` reaches the disk by `file:` uris. */
export function checkCommand(files: Files): Command {
	return {
		name: 'check',
		summary: 'find what is wrong in a corpus',
		help,
		run: async (args, terminal) => {
			const { values, positionals } = readArguments(args, { quiet: { type: 'boolean', default: false } });
			return await check(files, positionals.length === 0 ? ['.'] : positionals, values.quiet, terminal);
		},
	};
}

const help = `isnad check: find what is wrong in a corpus

usage: isnad check [PATH...] [options]

A PATH is a corpus, or a folder, an article or a sidecar in one; default is the current folder. The corpus is the nearest folder
above with annotations/corpus.yaml, else the folder named. Looked at are the corpus file, the scheme and the entity register,
the articles (encoding, invisible characters) and their sidecars, of all annotators: syntax, values, labels the scheme does not
have, decisions whose words are gone from the text, sidecars without a text.

Prints a line for each problem, file:line:column severity code message; columns count UTF-16 units, as editors do.

  --quiet   errors and warnings only
  --help    print this

The exit code is 1 where there are errors or warnings.
`;

async function check(files: Files, paths: readonly string[], quiet: boolean, terminal: Terminal): Promise<ExitCode> {
	let stopped = false;
	const stop = () => {
		stopped = true;
	};
	let interrupted = false;
	terminal.onInterrupt(() => {
		interrupted = true;
		stop();
	});
	const output = outputTo(terminal.stdout, stop);
	const report = reportTo(terminal);
	let articles = 0;
	let expected = 0;
	let problems = 0;
	for (const [root, within] of await corporaOf(files, paths)) {
		for await (const step of checkCorpus(files, root, within)) {
			if (stopped) break;
			if (step === 'article') {
				articles += 1;
				report.advance(1);
				continue;
			}
			if ('articles' in step) {
				expected += step.articles;
				report.expect(expected);
				continue;
			}
			if (step.problem.severity === 'info' && quiet) continue;
			problems += step.problem.severity === 'info' ? 0 : 1;
			// One line a problem, whatever its file is called.
			await output.write(`${harmless(line(root, step)).replace(/\n/g, '\ufffd')}\n`);
		}
	}
	await output.flush();
	report.end();
	if (!stopped || interrupted) {
		const found = problems === 0 ? 'no problems' : problems === 1 ? '1 problem' : `${problems} problems`;
		const looked = `${articles} ${articles === 1 ? 'article' : 'articles'}, ${found}`;
		terminal.stderr.write(`${interrupted ? 'interrupted after ' : ''}${looked}\n`);
	}
	return interrupted ? 130 : problems > 0 ? 1 : 0;
}

function line(root: string, { path, source, problem }: Finding): string {
	const place = fileURLToPath(uriOf(root, path));
	const shown = relative('', place);
	const { row, column } = lineCounter(source)(problem.span?.start ?? 0);
	return `${shown.startsWith('..') ? place : shown}:${row}:${column} ${problem.severity} ${problem.code} ${inWords(problem)}`;
}
