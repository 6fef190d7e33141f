import { jsonLine } from '../../formats/jsonl.ts';
import { csvLine } from '../csv.ts';
import { fromOne } from '../search/articleTexts.ts';
import type { LedgerGroup, Telling } from './query.ts';

const columns = [
	'date',
	'outlet',
	'speaker',
	'speakerId',
	'type',
	'stance',
	'cue',
	'source',
	'via',
	'text',
	'status',
	'path',
	'line',
	'column',
	'id',
] as const;

/** The ledger for a file or a terminal: what stands above, and each group with its number. Lines and columns count from 1. */
export const groupWriters = {
	text: {
		head: '',
		group: (group: LedgerGroup, _number: number): string =>
			`${group.date || '?'}  ${group.speaker || '?'}\n${group.tellings.map(line).join('')}\n`,
	},
	csv: {
		/** With a byte order mark: spreadsheets take Arabic for another encoding without. */
		head: `\uFEFF${csvLine(['group', ...columns])}`,
		group: ({ tellings }: LedgerGroup, number: number): string =>
			tellings.map(telling => csvLine([number, ...columns.map(column => counted(telling)[column])])).join(''),
	},
	jsonl: {
		head: '',
		group: (group: LedgerGroup, _number: number): string =>
			jsonLine({ ...group, tellings: group.tellings.map(counted) }),
	},
} as const;

function line({ path, line: row, column, speaker, type, cue, text }: Telling): string {
	const who = [speaker || '?', type, cue].filter(word => word !== '').join(' · ');
	return `  ${path}:${row + 1}:${column + 1}: ${who}\n    ${text}\n`;
}

function counted(telling: Telling): Telling {
	return { ...telling, ...fromOne(telling) };
}
