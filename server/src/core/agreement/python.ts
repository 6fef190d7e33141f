/** Numbers and values as Python prints them, for figures that are compared byte for byte with a Python script's. */

/** `f'{value:.{digits}f}'`: as toFixed, but a tie goes to the even digit. For 0 <= value < 2^20 and up to 6 digits. */
export function fixed(value: number, digits: number): string {
	const text = value.toFixed(digits);
	// Only a multiple of 2^-(digits+1) lies exactly between two decimals; toFixed takes the upper one.
	const tie = Math.abs((value * 2 ** (digits + 1)) % 2) === 1;
	const odd = Number(text.at(-1)) % 2 === 1;
	return tie && odd ? (Number(text) - 10 ** -digits).toFixed(digits) : text;
}

/** `round(value, digits)`. */
export function rounded(value: number, digits: number): number {
	return Number(fixed(value, digits));
}

/** `repr` of a float between 0.0001 and 10^16, or 0. */
export function floatText(value: number): string {
	return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** `repr` of a value that came from JSON; a whole number counts as an int. */
export function repr(value: unknown): string {
	if (value === null || value === undefined) return 'None';
	if (value === true) return 'True';
	if (value === false) return 'False';
	if (typeof value === 'string') return stringText(value);
	if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
	if (typeof value === 'object') {
		const entries = Object.entries(value).map(([key, item]) => `${stringText(key)}: ${repr(item)}`);
		return `{${entries.join(', ')}}`;
	}
	return String(value);
}

/** The name of the type that Python gives a value from JSON. */
export function typeName(value: unknown): string {
	if (value === null || value === undefined) return 'NoneType';
	if (typeof value === 'boolean') return 'bool';
	if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
	if (typeof value === 'string') return 'str';
	return Array.isArray(value) ? 'list' : 'dict';
}

function stringText(value: string): string {
	const mark = value.includes("'") && !value.includes('"') ? '"' : "'";
	const inside = value.replace(/[\\'"]|(?! )[\p{C}\p{Z}]/gu, char => {
		if (char === '"' || char === "'") return char === mark ? `\\${char}` : char;
		return escapes[char] ?? codeEscape(char.codePointAt(0) ?? 0);
	});
	return `${mark}${inside}${mark}`;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function codeEscape(code: number): string {
	const hex = code.toString(16);
	if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
	return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
