/**
 * Readers of tables. A table is ours and checked by tests, so a section that is not there or has another shape reads as empty
 * rather than failing: core never throws.
 */

/** Words of a section: a text with blanks between them, or a list. */
export function readWords(table: unknown, ...path: readonly string[]): readonly string[] {
	const section = sectionOf(table, path);
	if (typeof section === 'string') {
		return section.split(/\s+/).filter(word => word !== '');
	}
	return Array.isArray(section) ? section.filter(word => typeof word === 'string') : [];
}

/** Rows of a section, each several names: "a | b | c". A section of one row may stand alone. */
export function readRows(table: unknown, ...path: readonly string[]): readonly (readonly string[])[] {
	const section = sectionOf(table, path);
	const rows = Array.isArray(section) ? section : [section];
	return rows.filter(row => typeof row === 'string').map(row => row.split('|').map(name => name.trim()));
}

/** Names of the sections under a path, in the table's order. */
export function readSections(table: unknown, ...path: readonly string[]): readonly string[] {
	const section = sectionOf(table, path);
	return isRecord(section) ? Object.keys(section) : [];
}

/** A text or number under a path; undefined where there is none. */
export function readValue(table: unknown, ...path: readonly string[]): string | number | undefined {
	const value = sectionOf(table, path);
	return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function sectionOf(table: unknown, path: readonly string[]): unknown {
	let section = table;
	for (const key of path) {
		section = isRecord(section) ? section[key] : undefined;
	}
	return section;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
