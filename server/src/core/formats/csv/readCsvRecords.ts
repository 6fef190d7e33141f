import type { Problem } from '../../model.ts';
import { readDetails } from '../details.ts';
import type { FormatFile, Imported, Imports } from '../format.ts';
import type { Link, Mark } from '../graph.ts';
import { linkName, spanName } from '../names.ts';
import { offsetReader, type Quoted, unitThatFits } from '../units.ts';
import { readCsv } from './csvText.ts';
import { csvParts } from './writeCsv.ts';

const maxLength = 50 * 1024 * 1024;

interface Row {
	readonly line: number;
	readonly cell: (column: string) => string;
}

/** The texts that a table names, from its own folder. */
export function csvTexts(file: FormatFile): readonly string[] {
	return [...rowsByPath(file).keys()];
}

/**
 * Reads a table with at least the columns path, label and span; its texts stand beside it. Places count code points, several with `;`
 * between. Never throws.
 */
export function readCsvRecords(file: FormatFile, others: ReadonlyMap<string, string>): Imports {
	if (file.text.length > maxLength) {
		return { articles: [], problems: [{ code: 'import-too-large', severity: 'error', values: { limit: '50 MB' } }] };
	}
	const problems: Problem[] = [];
	const groups = rowsByPath(file);
	if (groups.size === 0 && !hasColumns(readCsv(file.text.slice(0, 10_000))[0] ?? []))
		problems.push({ code: 'import-no-table', severity: 'error' });
	const articles = [...groups].flatMap(([path, rows]): readonly Imported[] => {
		const text = others.get(path);
		if (text !== undefined) return [{ path, text, graph: { ...graphOf(text, rows, problems), documentLabels: {} } }];
		problems.push({ code: 'import-no-text', severity: 'error', values: { path } });
		return [];
	});
	return { articles, problems };
}

function rowsByPath(file: FormatFile): ReadonlyMap<string, readonly Row[]> {
	const [head = [], ...rows] = file.text.length > maxLength ? [] : readCsv(file.text);
	const columns = new Map(head.map((name, index) => [name.trim(), index]));
	const groups = new Map<string, Row[]>();
	if (!hasColumns(head)) return groups;
	for (const [index, cells] of rows.entries()) {
		const cell = (column: string): string => cells[columns.get(column) ?? -1] ?? '';
		const path = cell('path');
		const own = groups.get(path) ?? [];
		own.push({ line: index + 2, cell });
		if (path !== '') groups.set(path, own);
	}
	return groups;
}

function hasColumns(head: readonly string[]): boolean {
	return ['path', 'label', 'span'].every(column => head.some(name => name.trim() === column));
}

function graphOf(
	text: string,
	rows: readonly Row[],
	problems: Problem[],
): { readonly marks: readonly Mark[]; readonly links: readonly Link[] } {
	const quotes = rows.flatMap(({ cell }): readonly Quoted[] => {
		const [place, ...more] = placesOf(cell('span'));
		return place === undefined || more.length > 0 || cell('text') === '' ? [] : [{ ...place, exact: cell('text') }];
	});
	const unit = unitThatFits(text, 'codePoints', quotes);
	if (unit !== 'codePoints') problems.push({ code: 'import-other-unit', severity: 'info', values: { unit } });
	const read = offsetReader(text, unit);
	const marks: Mark[] = [];
	const links: Link[] = [];
	for (const { line, cell } of rows) {
		if (cell('label') === '' && cell('span') === '') continue;
		const id = cell('id') === '' ? `#${line}` : cell('id');
		const comment = cell('comment');
		const fields = { ...readDetails(cell('details')), ...(comment === '' ? {} : { comment }) };
		if (cell('from_id') !== '') {
			links.push({ id: cell('id'), type: cell('label'), source: cell('from_id'), target: cell('to_id'), fields });
			continue;
		}
		const mark = (own: string, label: string, column: string, words: string, more: Mark['fields']): void => {
			const parts = placesOf(cell(column)).map(({ start, end }) => ({ start: read(start), end: read(end) }));
			const exact = cell(words).replaceAll(' … ', ' ');
			const joined = parts.map(({ start, end }) => text.slice(Math.max(0, start), Math.max(0, end))).join(' … ');
			// What stands there may hold dots of its own.
			const said = joined === cell(words) ? {} : cell(words) === '' ? {} : { exact };
			marks.push({
				id: own,
				label,
				parts: parts.length === 0 ? [{ start: -1, end: -1 }] : parts,
				...said,
				fields: more,
			});
		};
		mark(id, cell('label'), 'span', 'text', fields);
		for (const part of csvParts) {
			if (cell(`${part}_span`) === '') continue;
			mark(`${id}.${part}`, spanName(part), `${part}_span`, part, {});
			links.push({ id: '', type: linkName(part), source: id, target: `${id}.${part}`, fields: {} });
		}
		for (const [column, role] of [
			['relay_of', 'relayOf'],
			['nested_in', 'nestedIn'],
		] as const) {
			if (cell(column) !== '')
				links.push({ id: '', type: linkName(role), source: id, target: cell(column), fields: {} });
		}
	}
	return { marks, links };
}

function placesOf(cell: string): readonly { readonly start: number; readonly end: number }[] {
	return cell.split(';').flatMap(place => {
		const found = /^\s*(\d{1,10})-(\d{1,10})\s*$/.exec(place);
		return found === null ? [] : [{ start: Number(found[1]), end: Number(found[2]) }];
	});
}
