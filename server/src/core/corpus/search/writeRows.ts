import { jsonLine } from '../../formats/jsonl.ts';
import { csvLine } from '../csv.ts';
import { fromOne } from './articleTexts.ts';
import type { SearchRow } from './query.ts';

const columns = [
	'path',
	'line',
	'column',
	'left',
	'text',
	'right',
	'kind',
	'label',
	'status',
	'entity',
	'name',
	'speaker',
	'outlet',
	'date',
	'id',
] as const;

/** Rows of a search for a file or a terminal: what stands above them, and each. Lines and columns count from 1, as people do. */
export const rowWriters = {
	text: {
		head: '',
		row: (row: SearchRow): string =>
			`${row.path}:${row.line + 1}:${row.column + 1}: ${row.left}[${row.text}]${row.right}\n`,
	},
	csv: {
		/** With a byte order mark: spreadsheets take Arabic for another encoding without. */
		head: `\uFEFF${csvLine(columns)}`,
		row: (row: SearchRow): string => csvLine(columns.map(column => counted(row)[column] ?? '')),
	},
	jsonl: { head: '', row: (row: SearchRow): string => jsonLine(counted(row)) },
} as const;

function counted(row: SearchRow): SearchRow {
	return { ...row, ...fromOne(row) };
}
