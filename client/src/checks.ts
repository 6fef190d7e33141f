/** Looks at values that came from elsewhere: whether each is of a form. Shared by the extension and its pages. */

export type Check = (value: unknown) => boolean;
/** An object whose parts are not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object that is no array. */
export function isObject(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Any text. */
export function isText(value: unknown): boolean {
	return typeof value === 'string';
}

/** In code units: no words of a decision are longer, nor what a page may make us keep. */
const longestWords = 10_000;

/** Words of a sensible length. */
export function isString(value: unknown): value is string {
	return typeof value === 'string' && value.length <= longestWords;
}

/** true or false. */
export function isBoolean(value: unknown): boolean {
	return typeof value === 'boolean';
}

/** A number, finite. */
export function isNumber(value: unknown): boolean {
	return typeof value === 'number' && Number.isFinite(value);
}

/** A whole number from 0 on. */
export function isCount(value: unknown): boolean {
	return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Line and character. */
export function isPosition(value: unknown): boolean {
	return isObject(value) && isCount(value['line']) && isCount(value['character']);
}

/** From a position to a position. */
export function isRange(value: unknown): boolean {
	return isObject(value) && isPosition(value['start']) && isPosition(value['end']);
}

/** A type of statement. */
export function isStatementType(value: unknown): boolean {
	return oneOf('direct', 'indirect', 'mixed', 'reported')(value);
}

/** One of some words. */
export function oneOf(...known: readonly string[]): Check {
	return value => known.some(word => word === value);
}

/** Not there, or of a form. */
export function optional(check: Check): Check {
	return value => value === undefined || check(value);
}

/** null, or of a form. */
export function orNull(check: Check): Check {
	return value => value === null || check(value);
}

/** An array whose every value is of a form. */
export function listOf(check: Check): Check {
	return value => Array.isArray(value) && value.every(check);
}
