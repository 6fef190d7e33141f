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
	let defined = 0;
	for (const key of Object.keys(left)) {
		const value = left[key];
		if (value === undefined) {
			continue;
		}
		if (!Object.hasOwn(right, key) || !sameData(value, right[key])) {
			return false;
		}
		defined += 1;
	}
	for (const key of Object.keys(right)) {
		defined -= right[key] === undefined ? 0 : 1;
	}
	return defined === 0;
}
