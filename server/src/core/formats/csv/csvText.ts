import { csvLine } from '../../corpus/csv.ts';

/** What gets an apostrophe when it is written: what a spreadsheet would take for a formula, and what begins as if it had one. */
const marked = /^'|^\s*[=+\-@＝＋－＠]|^[\t\r]/;

/** A line of CSV of which `readCsv` gives back every cell. */
export function csvRow(cells: readonly string[]): string {
	return csvLine(cells.map(cell => (cell.startsWith("'") && marked.test(cell.slice(1)) ? `'${cell}` : cell)));
}

/** The rows of a CSV text, such apostrophes taken away again. A byte order mark is passed over. Linear; never throws. */
export function readCsv(source: string): readonly (readonly string[])[] {
	const rows: string[][] = [];
	let row: string[] = [];
	let at = source.startsWith('\ufeff') ? 1 : 0;
	while (at < source.length) {
		const quoted = source.charAt(at) === '"';
		let cell = '';
		if (quoted) {
			at += 1;
			for (let end = source.indexOf('"', at); ; end = source.indexOf('"', at)) {
				const stop = end < 0 ? source.length : end;
				cell += source.slice(at, stop);
				at = stop + 1;
				if (source.charAt(at) !== '"') break;
				cell += '"';
				at += 1;
			}
		}
		const end = plainEnd(source, at);
		cell += source.slice(at, end);
		row.push(cell.startsWith("'") && marked.test(cell.slice(1)) ? cell.slice(1) : cell);
		at = end;
		if (source.charAt(at) !== ',') {
			rows.push(row);
			row = [];
			at += source.startsWith('\r\n', at) ? 2 : 1;
		} else if (at + 1 === source.length) {
			row.push('');
			at += 1;
		} else {
			at += 1;
		}
	}
	return row.length > 0 ? [...rows, row] : rows;
}

function plainEnd(source: string, from: number): number {
	let at = from;
	while (at < source.length && source.charAt(at) !== ',' && source.charAt(at) !== '\n' && source.charAt(at) !== '\r')
		at += 1;
	return at;
}
