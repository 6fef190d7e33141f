import type { CorpusStats, TopName } from '../core/corpus/stats/stats.ts';
import { jsonLine } from '../core/formats/jsonl.ts';
import type { Files } from '../core/ports.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { choice, corpusHelp, corpusOptions, type OpenCorpus, onCorpus } from './corpusCommand.ts';

/** `isnad stats`. */
export function statsCommand(files: Files, open: OpenCorpus): Command {
	return {
		name: 'stats',
		summary: 'count what is in a corpus and how far its annotation is',
		help,
		run: async (args, terminal) => {
			const { values } = readArguments(args, {
				...corpusOptions,
				top: { type: 'string', default: '20' },
				format: { type: 'string', default: 'text' },
			});
			const format = choice(values.format, ['text', 'json'], '--format') ?? 'text';
			if (!/^[0-9]{1,4}$/.test(values.top)) {
				throw new UsageError('--top takes a number from 0 to 9999');
			}
			return await onCorpus(files, open, values, terminal, async (service, filter, output) => {
				const stats = await service.stats({ ...filter, top: Number(values.top) });
				await output.write(format === 'json' ? jsonLine(stats) : inWords(stats));
			});
		},
	};
}

const help = `isnad stats: count what is in a corpus and how far its annotation is

usage: isnad stats [options]

Prints articles by outlet, progress by annotator, labels and statement types by status, and who is named and who speaks most.

  --top N             so many names and speakers; default 20
  --format FORMAT     text (default), or json: everything, with counts by outlet and month
${corpusHelp}`;

function inWords(stats: CorpusStats): string {
	const { articles, outlets, layers, labels, types, entities, speakers } = stats;
	return [
		`${articles} ${articles === 1 ? 'article' : 'articles'}`,
		...section(
			'outlets',
			outlets.map(({ outlet, articles: count, first, last }) => [
				count,
				outlet || '?',
				first === '' ? '' : `${first} – ${last}`,
			]),
		),
		...section(
			'progress',
			layers.map(({ layer, entities: names, statements: said, confirmed, rejected }) => [
				layer,
				`names ${names.done} done, ${names.draft} draft, ${names.new} new`,
				`statements ${said.done} done, ${said.draft} draft, ${said.new} new`,
				`${confirmed} confirmed, ${rejected} rejected`,
			]),
		),
		...section('names', labels.map(counted(({ label }) => label))),
		...section('statements', types.map(counted(({ type }) => type))),
		...section('named most', entities.map(top)),
		...section('speaking most', speakers.map(top)),
		'',
	].join('\n');
}

function section(title: string, rows: readonly (readonly (string | number)[])[]): readonly string[] {
	return rows.length === 0 ? [] : ['', title, ...rows.map(row => `  ${row.filter(cell => cell !== '').join('\t')}`)];
}

function counted<T extends { readonly suggested: number; readonly confirmed: number; readonly rejected: number }>(
	name: (row: T) => string,
): (row: T) => readonly string[] {
	return row => [name(row), `${row.suggested} suggested, ${row.confirmed} confirmed, ${row.rejected} rejected`];
}

function top({ count, articles, name, label, id }: TopName): readonly (string | number)[] {
	return [count, `${articles} ${articles === 1 ? 'article' : 'articles'}`, label ?? '', name, id === name ? '' : id];
}
