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
