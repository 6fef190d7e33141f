/**
 * A line of CSV after RFC 4180, with CRLF. A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a
 * carriage return, plain or full-width, also behind blanks) gets an apostrophe before it, as OWASP's page on CSV injection advises.
 */
export function csvLine(cells: readonly (string | number)[]): string {
	return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number): string {
	if (typeof value === 'number') {
		return String(value);
	}
	const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
