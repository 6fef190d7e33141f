import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { analysing } from '../core/analysis/analyse.ts';
import type { Layer } from '../core/corpus/paths.ts';
import { type ExportStep, exportCorpus } from '../core/formats/exportCorpus.ts';
import type { Article, Exporter, Format } from '../core/formats/format.ts';
import { formats } from '../core/formats/formats.ts';
import { lossReport } from '../core/formats/lossReport.ts';
import { withSuggestions } from '../core/formats/withSuggestions.ts';
import type { Files } from '../core/ports.ts';
import { runSteps } from '../core/steps.ts';
import { decodeBytes } from '../decodeBytes.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { corporaOf } from './corporaOf.ts';
import { fileSink, type Sink, singleSink } from './exportSink.ts';
import { outputTo } from './output.ts';
import { inWords } from './problemWords.ts';
import { reportTo } from './report.ts';
import { scheduler } from './scheduler.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** `isnad export`. `files` reaches the disk by `file:` uris. */
export function exportCommand(files: Files): Command {
	return {
		name: 'export',
		summary: 'write a corpus in the format of another tool',
		help,
		run: async (args, terminal) => await run(files, readRequest(args), terminal),
	};
}

const exporting = formats.filter(({ exporter }) => exporter !== undefined);

const help = `isnad export: write decisions of a corpus in the format of another tool

usage: isnad export --format FORMAT [--output FOLDER] PATH... [options]

A PATH is a corpus, or a folder or article in one. Written is what was decided, not what the machine suggests.

${exporting.map(({ id, title }) => `  ${id.padEnd(14)}  ${title}`).join('\n')}

  --output FOLDER     write there; files that are there already are replaced. A format of one file goes to standard output without
  --suggestions       the machine's suggestions too, marked as such where the format can
  --layer LAYER       whose decisions: common (default), gold, or an annotator's name
  --losses FILE       write there, a line of JSON each, what the format could not hold
  --help              print this

What the format cannot hold is left out and counted on standard error. The exit code is 1 where an article could not be read.
docs/formats.md says what each format holds.
`;

interface Request {
	readonly format: Format & { readonly exporter: Exporter };
	readonly paths: readonly string[];
	readonly output?: string;
	readonly suggestions: boolean;
	readonly layer: Layer;
	readonly losses?: string;
}

function readRequest(args: readonly string[]): Request {
	const { values, positionals } = readArguments(args, {
		format: { type: 'string' },
		output: { type: 'string' },
		suggestions: { type: 'boolean', default: false },
		layer: { type: 'string', default: 'common' },
		losses: { type: 'string' },
	});
	const format = exporting.find(({ id }) => id === values.format);
	if (format?.exporter === undefined) {
		const there = exporting.map(({ id }) => id).join(', ');
		throw new UsageError(
			values.format === undefined
				? `--format is needed: ${there}`
				: `There is no format '${values.format}'; there are ${there}`,
		);
	}
	if (positionals.length === 0) throw new UsageError('Name a corpus or an article');
	const { exporter } = format;
	if (values.output === undefined && (exporter.collection === undefined || exporter.setup !== undefined)) {
		throw new UsageError(`--output FOLDER is needed: ${format.id} is more than one file`);
	}
	const { layer } = values;
	return {
		format: { ...format, exporter },
		paths: positionals,
		...(values.output === undefined ? {} : { output: values.output }),
		suggestions: values.suggestions,
		layer: layer === 'common' || layer === 'gold' ? layer : { annotator: layer },
		...(values.losses === undefined ? {} : { losses: values.losses }),
	};
}

async function run(files: Files, request: Request, terminal: Terminal): Promise<ExitCode> {
	const state = { isCancellationRequested: false };
	const stop = () => {
		state.isCancellationRequested = true;
	};
	let interrupted = false;
	terminal.onInterrupt(() => {
		interrupted = true;
		stop();
	});
	const { exporter } = request.format;
	const report = reportTo(terminal);
	const losses = lossReport('en');
	const sink: Sink =
		request.output === undefined
			? singleSink(exporter, outputTo(terminal.stdout, stop))
			: fileSink(exporter, request.output);
	const suggest = async (article: Article): Promise<Article | undefined> => {
		const analysis = await runSteps(analysing(article.text), state, scheduler);
		return analysis && withSuggestions(article, analysis);
	};
	const asked = { files, decode: decodeBytes, exporter, layer: request.layer, cancellation: state };
	let articles = 0;
	for (const [corpus, within] of await corporaOf(files, request.paths)) {
		const steps = exportCorpus({ ...asked, corpus, within, ...(request.suggestions ? { suggest } : {}) });
		for await (const step of steps) {
			await sink.write(step.files);
			losses.add(step.path, step.losses);
			complain(step, report.complain);
			if (step.path !== '' && step.files.length > 0) articles += 1;
			report.advance(step.path === '' ? 0 : 1);
		}
	}
	await sink.end();
	report.end();
	if (request.losses !== undefined) {
		await mkdir(dirname(join(request.losses)), { recursive: true });
		await writeFile(request.losses, losses.lines());
	}
	if (!interrupted) {
		terminal.stderr.write(`${articles} ${articles === 1 ? 'article' : 'articles'}\n${losses.summary()}`);
	}
	return interrupted ? 130 : report.complaints > 0 ? 1 : 0;
}

function complain({ path, files, problems }: ExportStep, say: (line: string) => void): void {
	for (const problem of files.length === 0 ? problems : problems.filter(({ severity }) => severity === 'error')) {
		say(`${path}: ${inWords(problem)}`);
	}
}
