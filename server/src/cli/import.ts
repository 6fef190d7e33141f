import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { relativePath } from '../core/corpus/paths.ts';
import type { Format, Importer } from '../core/formats/format.ts';
import { formats } from '../core/formats/formats.ts';
import { type ImportStep, importCorpus } from '../core/formats/importCorpus.ts';
import type { Files } from '../core/ports.ts';
import { decodeBytes } from '../decodeBytes.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { placeOf } from './corporaOf.ts';
import { folderOf } from './corpusAbove.ts';
import { outputTo } from './output.ts';
import { inWords } from './problemWords.ts';
import { reportTo } from './report.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** `isnad import`. `files` reaches the disk by `file:` uris. */
export function importCommand(files: Files): Command {
	return {
		name: 'import',
		summary: 'make or fill a corpus with the work of another tool',
		help,
		run: async (args, terminal) => await run(files, readRequest(args), terminal),
	};
}

const importing = formats.filter(({ importer }) => importer !== undefined);

const help = `isnad import: make or fill a corpus with the work of another tool

usage: isnad import --format FORMAT SOURCE [--output CORPUS] [options]

SOURCE is a folder (a brat or INCEpTION project, unpacked) or one file. The corpus is a folder; it is made where there is none, and
without --output it is the SOURCE folder itself, or a folder beside the SOURCE file with its name. Written are texts, sidecars,
annotations/corpus.yaml and, where the labels are others than PER ORG LOC DATE MISC, annotations/scheme.yaml.

${importing.map(({ id, title }) => `  ${id.padEnd(14)}  ${title}`).join('\n')}

  --output CORPUS     the corpus to make or fill
  --label OLD=NEW     call a label otherwise (may be given many times): --label PERS=PER
  --quiet             errors and warnings only
  --help              print this

Texts and decisions that are there are never changed: an import only adds. Where a text has other words than the file says stand
there, the record becomes an orphan, which the editor shows. The exit code is 1 where there are errors or warnings.
docs/moving-to-isnad.md walks through brat, INCEpTION, doccano and Label Studio.
`;

interface Request {
	readonly importer: Importer;
	readonly format: Format;
	readonly source: string;
	readonly output?: string;
	readonly labels: ReadonlyMap<string, string>;
	readonly quiet: boolean;
}

function readRequest(args: readonly string[]): Request {
	const { values, positionals } = readArguments(args, {
		format: { type: 'string' },
		output: { type: 'string' },
		label: { type: 'string', multiple: true, default: [] },
		quiet: { type: 'boolean', default: false },
	});
	const format = importing.find(({ id }) => id === values.format);
	if (format?.importer === undefined) {
		const there = importing.map(({ id }) => id).join(', ');
		throw new UsageError(
			values.format === undefined
				? `--format is needed: ${there}`
				: `There is no format '${values.format}'; there are ${there}`,
		);
	}
	const [source, ...more] = positionals;
	if (source === undefined || more.length > 0) throw new UsageError('Name one folder or file to import');
	const labels = values.label.map(pair => {
		const cut = pair.lastIndexOf('=');
		if (cut <= 0 || cut === pair.length - 1) throw new UsageError(`--label takes OLD=NEW, not '${pair}'`);
		return [pair.slice(0, cut), pair.slice(cut + 1)] as const;
	});
	return {
		importer: format.importer,
		format,
		source,
		...(values.output === undefined ? {} : { output: values.output }),
		labels: new Map(labels),
		quiet: values.quiet,
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
	const { uri, isFolder } = await placeOf(request.source);
	const source = isFolder ? uri : (folderOf(uri) ?? uri);
	const only = isFolder ? undefined : relativePath(source, uri);
	const corpus = await corpusFolder(request, fileURLToPath(uri), isFolder);
	const output = outputTo(terminal.stdout, stop);
	const report = reportTo(terminal);
	let [articles, added, known, problems] = [0, 0, 0, 0];
	const steps = importCorpus({
		...{
			files,
			decode: decodeBytes,
			importer: request.importer,
			source,
			corpus,
			labels: request.labels,
			cancellation: state,
		},
		...(only === undefined ? {} : { only }),
	});
	for await (const step of steps) {
		if (step.article !== undefined) {
			articles += 1;
			added += step.article.added;
			known += step.article.known;
			report.advance(1);
		}
		const told = step.problems.filter(({ severity }) => !request.quiet || severity !== 'info');
		problems += step.problems.filter(({ severity }) => severity !== 'info').length;
		await output.write(linesOf({ ...step, problems: told }));
	}
	await output.flush();
	report.end();
	if (articles === 0 && problems === 0) {
		throw new UsageError(`There is nothing of format ${request.format.id} in ${request.source}`);
	}
	if (!interrupted) {
		const place = relative('', fileURLToPath(corpus)) || '.';
		terminal.stderr.write(
			`${articles} ${articles === 1 ? 'article' : 'articles'} in ${place}: ${added} records are new, ${known} were there\n`,
		);
	}
	return interrupted ? 130 : problems > 0 ? 1 : 0;
}

/** The corpus as a uri; its folder is made. */
async function corpusFolder({ output }: Request, source: string, isFolder: boolean): Promise<string> {
	const beside = join(dirname(source), basename(source, extname(source)));
	const folder = output === undefined ? (isFolder ? source : beside) : resolve(output);
	try {
		await mkdir(folder, { recursive: true });
	} catch {
		throw new UsageError(`${folder} is no folder: name the corpus with --output`);
	}
	return (await placeOf(folder)).uri;
}

function linesOf({ path, problems }: ImportStep): string {
	return problems.map(problem => `${path}: ${problem.severity} ${problem.code} ${inWords(problem)}\n`).join('');
}
