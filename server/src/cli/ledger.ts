import { statementTypes, statuses } from '../core/corpus/index/indexedArticle.ts';
import type { LedgerQuery } from '../core/corpus/ledger/query.ts';
import { groupWriters } from '../core/corpus/ledger/writeGroups.ts';
import { ledgerPages } from '../core/corpus/pages.ts';
import type { Files } from '../core/ports.ts';
import { type Command, readArguments } from './command.ts';
import { choice, corpusHelp, corpusOptions, given, type OpenCorpus, onCorpus } from './corpusCommand.ts';

/** `isnad ledger`. */
export function ledgerCommand(files: Files, open: OpenCorpus): Command {
	return {
		name: 'ledger',
		summary: 'print who said what in a corpus, in order of time',
		help,
		run: async (args, terminal) => {
			const { values, positionals } = readArguments(args, {
				...corpusOptions,
				entity: { type: 'string' },
				speaker: { type: 'string' },
				type: { type: 'string' },
				stance: { type: 'string' },
				cue: { type: 'string' },
				status: { type: 'string' },
				shared: { type: 'boolean' },
				speakers: { type: 'boolean', default: false },
				format: { type: 'string', default: 'text' },
			});
			const format = choice(values.format, formats, '--format') ?? 'text';
			const { entity, speaker, stance, cue, shared } = values;
			const query: LedgerQuery = given({
				text: positionals.length === 0 ? undefined : positionals.join(' '),
				entity,
				speaker,
				stance,
				cue,
				shared,
				type: choice(values.type, statementTypes, '--type'),
				status: choice(values.status, statuses, '--status'),
			});
			return await onCorpus(files, open, values, terminal, async (service, filter, output) => {
				if (values.speakers) {
					const { speakers } = await service.ledger({ ...query, ...filter, limit: 0 });
					for (const { name, id, tellings, articles, outlets } of speakers) {
						await output.write(`${tellings}\t${articles}\t${outlets}\t${name || '?'}\t${id}\n`);
					}
					return;
				}
				const writer = groupWriters[format];
				await output.write(writer.head);
				for await (const { first, groups, stale } of ledgerPages(service, { ...query, ...filter })) {
					for (const [index, group] of groups.entries()) await output.write(writer.group(group, first + index));
					for (const path of stale) terminal.stderr.write(`${path} has just changed; it is left out\n`);
				}
			});
		},
	};
}

const formats = ['text', 'csv', 'jsonl'] as const;

const help = `isnad ledger: print who said what in a corpus, in order of time

usage: isnad ledger [WORDS...] [options]

Lists statements, each with every telling of it in the corpus: two are one statement when their words are alike for the most
part and in the same order (see docs/corpus.md). With WORDS, only statements that hold them in a row.

  --speaker WHO       only of this speaker: a key of the register or any of its spellings there, or words of a name
  --entity WHO        only with this name in what is said
  --type TYPE         only direct, indirect, mixed or reported ones
  --cue WORD          only with this cue; --stance STANCE: with a cue that says so, as denying
  --status STATUS     only suggested or confirmed ones; rejected ones are never listed
  --shared            only what more than one article tells
  --speakers          print who speaks instead: tellings, articles, outlets, name, key
  --format FORMAT     text (default); csv: a line for each telling; jsonl: a line for each statement with its tellings
${corpusHelp}`;
