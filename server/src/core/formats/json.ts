import type { Problem } from '../model.ts';

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** UTF-16 units, and levels, of what is read. */
const maxLength = 50 * 1024 * 1024;
const maxDepth = 64;

/** Reads JSON of another tool, within limits. Undefined, with a problem, for what is no JSON, too long or too deep. Never throws. */
export function capped(source: string): { readonly value: Json | undefined; readonly problems: readonly Problem[] } {
	if (source.length > maxLength) {
		return refused('import-too-large');
	}
	if (tooDeep(source)) {
		return refused('import-too-deep');
	}
	try {
		return { value: JSON.parse(source) as Json, problems: [] };
	} catch {
		return refused('import-no-json');
	}
}

function refused(code: string): { readonly value: undefined; readonly problems: readonly Problem[] } {
	return { value: undefined, problems: [{ code, severity: 'error', values: { limit: '50 MB' } }] };
}

/** Counts brackets outside strings. */
function tooDeep(source: string): boolean {
	let depth = 0;
	let quoted = false;
	for (let i = 0; i < source.length; i++) {
		const unit = source.charCodeAt(i);
		if (quoted) {
			if (unit === 0x5c) i += 1;
			else if (unit === 0x22) quoted = false;
		} else if (unit === 0x22) {
			quoted = true;
		} else if (unit === 0x5b || unit === 0x7b) {
			depth += 1;
			if (depth > maxDepth) return true;
		} else if (unit === 0x5d || unit === 0x7d) {
			depth -= 1;
		}
	}
	return false;
}
/** The value of a key, its own only: no name that every object answers to. */
export function at(value: Json | undefined, key: string): Json | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key)
		? (value as { readonly [key: string]: Json })[key]
		: undefined;
}

/** The items of a list; none of anything else. */
export function items(value: Json | undefined): readonly Json[] {
	return Array.isArray(value) ? value : [];
}

/** A text, or a number written out; undefined for anything else. */
export function words(value: Json | undefined): string | undefined {
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** A whole number from 0; -1 for anything else, which is no offset of any text. */
export function count(value: Json | undefined): number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : -1;
}

/** Of a map, the entries that are texts. */
export function stringMap(value: Json | undefined): Readonly<Record<string, string>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? Object.fromEntries(
				Object.entries(value).flatMap(([key, item]) =>
					typeof item === 'string' && key !== '__proto__' ? [[key, item]] : [],
				),
			)
		: {};
}
