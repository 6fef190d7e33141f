/** What the commands on a whole corpus have in common. */
import { createWriteStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { CorpusService } from '../core/corpus/corpusService.ts';
import type { ArticleFilter } from '../core/corpus/search/query.ts';
import type { Files } from '../core/ports.ts';
import { UsageError } from './command.ts';
import { corporaOf } from './corporaOf.ts';
import { type Output, outputTo } from './output.ts';
import { reportTo } from './report.ts';
import { keepHeapSmall } from './smallHeap.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Opens the index of a corpus; see `NodeCorpusOptions`. */
export type OpenCorpus = (options: {
	readonly root: string;
	readonly layer: string;
	readonly jobs: number;
}) => CorpusService;

/** Options of all these commands, for `readArguments`. */
export const corpusOptions = {
	corpus: { type: 'string', default: '.' },
	layer: { type: 'string', default: 'common' },
	outlet: { type: 'string', multiple: true },
	since: { type: 'string' },
	until: { type: 'string' },
	jobs: { type: 'string' },
	output: { type: 'string' },
} as const;

export const corpusHelp = `  --outlet NAME       only articles of this outlet; may be given more than once
  --since DATE        only articles from this day on, as 2020-08-20
  --until DATE        only articles up to and with this day
  --corpus PATH       a folder or article in the corpus; default is the current folder. Only what lies below it is shown
  --layer NAME        the decisions of gold, or of an annotator by name; default is the common ones
  --jobs N            use N threads to read new articles; default one for each core
  --output FILE       write there instead of to standard output
  --help              print this
`;

interface CorpusValues {
	readonly corpus: string;
	readonly layer: string;
	readonly outlet?: readonly string[] | undefined;
	readonly since?: string | undefined;
	readonly until?: string | undefined;
	readonly jobs?: string | undefined;
	readonly output?: string | undefined;
}

/** Opens the corpus, brings its index up to date, and runs the command on it. */
export async function onCorpus(
	files: Files,
	open: OpenCorpus,
	values: CorpusValues,
	terminal: Terminal,
	command: (service: CorpusService, filter: ArticleFilter, output: Output) => Promise<void>,
): Promise<ExitCode> {
	const jobs = values.jobs ?? String(availableParallelism());
	if (!/^[1-9][0-9]{0,2}$/.test(jobs)) {
		throw new UsageError('--jobs takes a number from 1 to 999');
	}
	const [[root, [within]]] = [...(await corporaOf(files, [values.corpus]))] as [[string, [string]]];
	const filter = filterOf(values, within);
	const state = { isCancellationRequested: false };
	const stop = () => {
		state.isCancellationRequested = true;
	};
	let interrupted = false;
	terminal.onInterrupt(() => {
		interrupted = true;
		stop();
	});
	keepHeapSmall();
	const report = reportTo(terminal);
	const service = open({ root, layer: values.layer, jobs: Number(jobs) });
	const file = values.output === undefined ? undefined : createWriteStream(values.output);
	const output = outputTo(file ?? terminal.stdout, stop);
	try {
		let before = 0;
		const { unreadable } = await service.refresh(state, done => {
			report.advance(done - before);
			before = done;
		});
		report.end();
		for (const path of unreadable) report.complain(`${path}: cannot be read as text; left out`);
		if (!state.isCancellationRequested) {
			await command(service, filter, output);
			await output.flush();
		}
	} finally {
		await service.close();
		file?.end();
	}
	return interrupted ? 130 : report.complaints > 0 ? 1 : 0;
}

function filterOf({ outlet, since, until }: CorpusValues, below: string): ArticleFilter {
	for (const [name, day] of [
		['--since', since],
		['--until', until],
	]) {
		if (day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(day)) {
			throw new UsageError(`${name} takes a day, as 2020-08-20`);
		}
	}
	return {
		...(outlet === undefined ? {} : { outlets: outlet }),
		...(since === undefined ? {} : { since }),
		...(until === undefined ? {} : { until }),
		...(below === '' ? {} : { below }),
	};
}

/** One of the choices of an option, or undefined where it is not given. */
export function choice<const T extends string>(
	value: string | undefined,
	choices: readonly T[],
	option: string,
): T | undefined {
	const found = choices.find(one => one === value);
	if (value !== undefined && found === undefined) {
		throw new UsageError(`${option} takes ${choices.join(', ')}`);
	}
	return found;
}

/** Those keys that have a value. */
export function given<T extends Readonly<Record<string, unknown>>>(
	values: T,
): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
		readonly [K in keyof T]?: Exclude<T[K], undefined>;
	};
}
