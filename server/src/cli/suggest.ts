import { createWriteStream, type WriteStream } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { StartThreads, WorkerPool } from '../core/ports.ts';
import { decodeBytes } from '../decodeBytes.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { inOrder } from './inOrder.ts';
import { wholeLines } from './inputLines.ts';
import { readModelFile } from './modelOption.ts';
import { outputTo } from './output.ts';
import { type Report, reportTo } from './report.ts';
import { type Resumption, resumptionOf } from './resume.ts';
import { keepHeapSmall } from './smallHeap.ts';
import {
	type Batch,
	type BatchResult,
	inputFormats,
	type SuggestOptions,
	suggestBatch,
	suggestFormats,
} from './suggestBatch.ts';
import type { SuggestWorkerData } from './suggestWorker.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { textFiles } from './textFiles.ts';

/** `isnad suggest`. `threads` starts so many further threads. */
export function suggestCommand(threads: StartThreads): Command {
	return {
		name: 'suggest',
		summary: 'print names and statements found in articles',
		help,
		run: (args, terminal) => suggest(readRequest(args), threads, terminal),
	};
}

const help = `isnad suggest: print the names and statements that are found in Arabic news

usage: isnad suggest PATH... [options]
       isnad suggest --stdin-jsonl [options]

A PATH is a text file, or a folder whose .txt files are read at any depth, in sorted order. Nothing is changed.

  --stdin-jsonl       read {"id", "text"} from standard input, one document a line (other keys are ignored), and write
                      one result a line in the same order as they come; blank lines are skipped
  --format FORMAT     jsonl (default): one JSON object a line, described below
                      conll: CoNLL-2003 columns, IOB2, outermost names; attached clitics are tokens of their own
  --input-format conll  with --format conll: a PATH is a CoNLL file, a token a line, its form in the first column. The tokens
                      are kept as they are, one tag each, names as in ANERcorp: whole tokens, PER LOC ORG
  --model FILE        also look for names by a model of isnad train, with labels of its own; where they meet, names found by
                      rules stay, inside those of other labels. With --input-format conll: tag by it alone
  --jobs N            use N threads; default as many as the machine has processors. The output is the same for any N
  --encoding NAME     encoding of files without a byte order mark, such as windows-1256; default utf-8
  --output FILE       write there instead of to standard output
  --resume            with --output FILE in JSON lines: keep the whole lines that are there and go on with the documents behind
                      them, after an interruption or a crash; on the same input the result is the same as of one run
  --help              print this

A line of JSON holds id (the path as given), entities, statements and regions. Offsets count code points of the decoded
text without its byte order mark, line ends as they are in the file; the end is exclusive. entities are outermost names;
names inside them stand under nested. In a statement, speaker is the source as written, null when implicit; speakerName
is the fullest name of the speaker in the article, null when unknown.

A file that cannot be read or decoded is named on standard error and left out; the exit code is then 1. A line of input
that cannot be read gives a line {"id", "error"}.
`;

interface Request {
	readonly paths: readonly string[];
	readonly stdin: boolean;
	readonly jobs: number;
	readonly output?: string;
	readonly resume: boolean;
	readonly options: SuggestOptions;
}

function readRequest(args: readonly string[]): Request {
	const { values, positionals } = readArguments(args, {
		'stdin-jsonl': { type: 'boolean', default: false },
		format: { type: 'string', default: 'jsonl' },
		'input-format': { type: 'string', default: 'text' },
		jobs: { type: 'string', default: `${availableParallelism()}` },
		encoding: { type: 'string' },
		model: { type: 'string' },
		output: { type: 'string' },
		resume: { type: 'boolean', default: false },
	});
	const format = suggestFormats.find(name => name === values.format);
	if (format === undefined) {
		throw new UsageError(`There is no format '${values.format}'; there are ${suggestFormats.join(' and ')}`);
	}
	const inputFormat = inputFormats.find(name => name === values['input-format']);
	if (inputFormat === undefined) {
		throw new UsageError(
			`There is no input format '${values['input-format']}'; there are ${inputFormats.join(' and ')}`,
		);
	}
	if (inputFormat === 'conll' && (format !== 'conll' || values['stdin-jsonl'])) {
		throw new UsageError('--input-format conll takes files, and goes with --format conll only');
	}
	if (!/^[1-9][0-9]{0,2}$/.test(values.jobs)) {
		throw new UsageError('--jobs takes a number from 1 to 999');
	}
	if (values.resume && (values.output === undefined || format !== 'jsonl')) {
		throw new UsageError('--resume goes with --output FILE and --format jsonl');
	}
	const encoding = values.encoding ?? 'utf-8';
	if (decodeBytes(new Uint8Array(), encoding) === undefined) {
		throw new UsageError(`There is no encoding '${encoding}'`);
	}
	if (values['stdin-jsonl'] && (positionals.length > 0 || values.encoding !== undefined)) {
		throw new UsageError('--stdin-jsonl takes neither paths nor --encoding');
	}
	if (!values['stdin-jsonl'] && positionals.length === 0) {
		throw new UsageError('Name a file or a folder, or use --stdin-jsonl');
	}
	return {
		paths: positionals,
		stdin: values['stdin-jsonl'],
		jobs: Number(values.jobs),
		...(values.output === undefined ? {} : { output: values.output }),
		resume: values.resume,
		options: { inputFormat, format, encoding, ...(values.model === undefined ? {} : { model: values.model }) },
	};
}

async function suggest(request: Request, threads: StartThreads, terminal: Terminal): Promise<ExitCode> {
	await readModelFile(request.options.model);
	const state = { isCancellationRequested: false, interrupted: false };
	const stop = () => {
		state.isCancellationRequested = true;
		terminal.stdin.destroy();
	};
	terminal.onInterrupt(() => {
		state.interrupted = true;
		stop();
	});
	keepHeapSmall();
	const report = reportTo(terminal);
	const resumption =
		request.resume && request.output !== undefined
			? await resumptionOf(request.output, () => report.skip(1))
			: undefined;
	const file = request.output === undefined ? undefined : await outputFile(request.output, resumption?.end ?? 0);
	const output = outputTo(file ?? terminal.stdout, stop);
	const workers = workersFor(request, threads, state);
	if (terminal.watched && !request.stdin) void countFiles(request.paths, report, state);
	const batches = request.stdin
		? lineBatches(terminal.stdin, resumption, state)
		: fileBatches(request.paths, resumption, report.complain, state);
	try {
		for await (const result of inOrder(batches, workers.work, workers.ahead)) {
			for (const complaint of result.complaints) report.complain(complaint);
			await output.write(result.output);
			report.advance(result.documents);
			if (state.isCancellationRequested) break;
		}
		await output.flush();
	} finally {
		// An open standard input would keep the process alive.
		stop();
		report.end();
		await workers.close();
		file?.end();
	}
	if (state.interrupted) {
		const next =
			request.output !== undefined && request.options.format === 'jsonl' ? '; --resume goes on from here' : '';
		terminal.stderr.write(`interrupted after ${report.documents.toLocaleString('en')} documents${next}\n`);
	}
	return state.interrupted ? 130 : report.complaints > 0 ? 1 : 0;
}

/** The file to write, from a place on; what stood behind it is gone. */
async function outputFile(path: string, from: number): Promise<WriteStream> {
	if (from === 0) return createWriteStream(path);
	await truncate(path, from);
	return createWriteStream(path, { flags: 'r+', start: from });
}

/** Tells the report how many files there will be, while the first are at work. */
async function countFiles(
	paths: readonly string[],
	report: Report,
	state: { readonly isCancellationRequested: boolean },
): Promise<void> {
	let files = 0;
	for await (const _path of textFiles(paths, () => undefined)) {
		files += 1;
		if (state.isCancellationRequested) return;
	}
	report.expect(files);
}

interface Workers {
	readonly work: (batch: Batch) => Promise<BatchResult>;
	/** How many batches may be under way or waiting for their turn to be written. */
	readonly ahead: number;
	close(): Promise<void>;
}

function workersFor(
	{ jobs, options }: Request,
	threads: StartThreads,
	state: { readonly isCancellationRequested: boolean },
): Workers {
	const data: SuggestWorkerData = { isnad: 'suggest', options };
	let pool: WorkerPool<Batch, BatchResult> | undefined;
	let here = 0;
	const workHere = async (batch: Batch) => {
		here += 1;
		try {
			return await suggestBatch(batch, options, state);
		} finally {
			here -= 1;
		}
	};
	return {
		work: batch => {
			// A single batch, as most calls have, is done here sooner than a thread is ready.
			if (jobs === 1 || (pool === undefined && here === 0)) return workHere(batch);
			pool ??= threads<Batch, BatchResult>(jobs, data);
			return pool.work(batch, batch.kind === 'lines' ? [batch.bytes.buffer as ArrayBuffer] : []);
		},
		ahead: jobs === 1 ? 1 : jobs * 3,
		close: async () => pool?.close(),
	};
}

/** Few enough that all threads have something to do soon, and enough that handing over costs nothing. */
const filesInBatch = 8;

async function* fileBatches(
	paths: readonly string[],
	resumption: Resumption | undefined,
	complain: (line: string) => void,
	state: { readonly isCancellationRequested: boolean },
): AsyncGenerator<Batch, void> {
	let batch: string[] = [];
	const files = textFiles(paths, complain);
	for await (const path of resumption?.files(files) ?? files) {
		if (state.isCancellationRequested) return;
		batch.push(path);
		if (batch.length === filesInBatch) {
			yield { kind: 'files', paths: batch };
			batch = [];
		}
	}
	if (batch.length > 0) {
		yield { kind: 'files', paths: batch };
	}
}

async function* lineBatches(
	stdin: AsyncIterable<Uint8Array>,
	resumption: Resumption | undefined,
	state: { readonly isCancellationRequested: boolean },
): AsyncGenerator<Batch, void> {
	try {
		const input = wholeLines(stdin);
		for await (const lines of resumption?.lines(input) ?? input) {
			yield { kind: 'lines', ...lines };
		}
	} catch (error) {
		// Stopping destroys the stream under the reader.
		if (!state.isCancellationRequested) throw error;
	}
}
