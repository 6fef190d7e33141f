import { statementTypes, statuses } from '../core/corpus/index/indexedArticle.ts';
import { searchPages } from '../core/corpus/pages.ts';
import { type SearchQuery, searchSorts, wordMatches } from '../core/corpus/search/query.ts';
import { rowWriters } from '../core/corpus/search/writeRows.ts';
import type { Files } from '../core/ports.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import { choice, corpusHelp, corpusOptions, given, type OpenCorpus, onCorpus } from './corpusCommand.ts';

/** `isnad search`. */
export function searchCommand(files: Files, open: OpenCorpus): Command {
	return {
		name: 'search',
		summary: 'list where words, names or statements stand in a corpus, in their context',
		help,
		run: async (args, terminal) => {
			const { values, positionals } = readArguments(args, {
				...corpusOptions,
				match: { type: 'string' },
				label: { type: 'string' },
				entity: { type: 'string' },
				speaker: { type: 'string' },
				type: { type: 'string' },
				stance: { type: 'string' },
				cue: { type: 'string' },
				status: { type: 'string' },
				sort: { type: 'string' },
				limit: { type: 'string' },
				format: { type: 'string', default: 'text' },
			});
			const format = choice(values.format, formats, '--format') ?? 'text';
			const { label, entity, speaker, stance, cue } = values;
			const query: SearchQuery = given({
				text: positionals.length === 0 ? undefined : positionals.join(' '),
				match: choice(values.match, wordMatches, '--match'),
				label,
				entity,
				speaker,
				stance,
				cue,
				type: choice(values.type, statementTypes, '--type'),
				status: choice(values.status, statuses, '--status'),
				sort: choice(values.sort, searchSorts, '--sort'),
			});
			if (Object.keys(query).every(key => key === 'match' || key === 'sort')) {
				throw new UsageError(
					'Name words to look for, or --label, --entity, --speaker, --type, --stance, --cue or --status',
				);
			}
			const limit = limitOf(values.limit);
			return await onCorpus(files, open, values, terminal, async (service, filter, output) => {
				const writer = rowWriters[format];
				await output.write(writer.head);
				for await (const { rows, stale } of searchPages(service, { ...query, ...filter, limit })) {
					for (const row of rows) await output.write(writer.row(row));
					for (const path of stale) terminal.stderr.write(`${path} has just changed; its rows are left out\n`);
				}
			});
		},
	};
}

const formats = ['text', 'csv', 'jsonl'] as const;

const help = `isnad search: list where words, names or statements stand in a corpus, in their context

usage: isnad search [WORDS...] [options]

Finds WORDS in a row; one that ends in * stands for all words that begin so. Without WORDS it lists names (--label, --entity),
or else statements. With both, the words are looked for within those names or statements.

  --match HOW         written: letter for letter; folded: marks, tatweel, hamza seats and final letters do not matter;
                      clitics (default): also with or without attached words and the article
  --label LABEL       names of this label, as PER
  --entity WHO        names of this entry of the register (its key or any of its spellings), or that hold these words
  --speaker WHO       statements of this speaker, in the same way
  --type TYPE         statements of this type: direct, indirect, mixed, reported
  --cue WORD          statements with this cue; --stance STANCE: with a cue that says so, as denying
  --status STATUS     suggested, confirmed or rejected
  --sort ORDER        place (default), left or right context, date
  --limit N           at most N rows
  --format FORMAT     text (default), csv or jsonl
${corpusHelp}`;

function limitOf(text: string | undefined): number {
	if (text !== undefined && !/^[1-9][0-9]{0,8}$/.test(text)) {
		throw new UsageError('--limit takes a number from 1');
	}
	return text === undefined ? Number.POSITIVE_INFINITY : Number(text);
}
