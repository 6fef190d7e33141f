import { capped } from './json.ts';

/**
 * What a format has no place of its own for, as one line of JSON with sorted keys; undefined where nothing need be said. That a
 * record was imported is what an import says anyway.
 */
export function detailsLine(fields: Readonly<Record<string, string>>, id?: string): string | undefined {
	const entries = Object.entries(fields).filter(([name, value]) => name !== 'from' || value !== 'import');
	const all = id === undefined ? entries : [['id', id] as const, ...entries];
	return all.length === 0
		? undefined
		: JSON.stringify(Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** The words of such a line; what is not text in it is left out, and all of it where it is no such line. */
export function readDetails(line: string): Readonly<Record<string, string>> {
	const { value } = capped(line);
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.fromEntries(
				Object.entries(value).flatMap(([key, item]) => (typeof item === 'string' ? [[key, item]] : [])),
			)
		: {};
}
