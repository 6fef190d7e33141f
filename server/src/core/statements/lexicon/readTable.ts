/** Small readers for tables: what has another shape than expected reads as absent, and a problem tells so. */

export type Row = Readonly<Record<string, unknown>>;

export function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The rows under a key of a table; none for any other shape. */
export function rowsOf(table: unknown, key: string): readonly Row[] {
	const list = isRow(table) ? table[key] : undefined;
	return Array.isArray(list) ? list.filter(isRow) : [];
}

/** Words of a string, or of a list of strings. */
export function wordsOf(value: unknown): readonly string[] {
	return phrasesOf(value)
		.flatMap(phrase => phrase.split(/\s+/))
		.filter(word => word !== '');
}

/** A string, or each of a list of strings, whole. */
export function phrasesOf(value: unknown): readonly string[] {
	if (typeof value === 'string') {
		return [value.trim()];
	}
	return Array.isArray(value) ? value.filter(item => typeof item === 'string').map(item => item.trim()) : [];
}

/** The value under a path of keys. */
export function under(table: unknown, ...path: readonly string[]): unknown {
	return path.reduce<unknown>((value, key) => (isRow(value) ? value[key] : undefined), table);
}
