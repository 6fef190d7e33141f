/** Whether two pieces of plain data are equal; a key that is undefined counts as missing. Order of keys does not matter. */
export function sameData(a: unknown, b: unknown): boolean {
	if (a === b) {
		return true;
	}
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
		return false;
	}
	if (Array.isArray(a) || Array.isArray(b)) {
		return (
			Array.isArray(a) &&
			Array.isArray(b) &&
			a.length === b.length &&
			a.every((item, index) => sameData(item, b[index]))
		);
	}
	const left = a as Readonly<Record<string, unknown>>;
	const right = b as Readonly<Record<string, unknown>>;
	return coveredBy(left, right) && coveredBy(right, left);
}

function coveredBy(left: Readonly<Record<string, unknown>>, right: Readonly<Record<string, unknown>>): boolean {
	for (const key of Object.keys(left)) {
		const value = left[key];
		if (value !== undefined && !(Object.hasOwn(right, key) && sameData(value, right[key]))) {
			return false;
		}
	}
	return true;
}
