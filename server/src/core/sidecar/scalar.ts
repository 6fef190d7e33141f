/** A scalar as it is written: plain where YAML gives back the same text, else in double quotes on one line. */
export function scalar(value: string): string {
	return isPlain(value) ? value : quoted(value);
}

/** A key as it is written. */
export function keyScalar(key: string): string {
	return /^[A-Za-z_][\w.-]*$/.test(key) ? key : quoted(key);
}

const leading = new Set([...',[]{}#&*!|>%@`\'"']);

function isPlain(value: string): boolean {
	if (
		value === '' ||
		value.startsWith(' ') ||
		value.endsWith(' ') ||
		value.endsWith(':') ||
		leading.has(value.charAt(0))
	) {
		return false;
	}
	if (/^[-?:]( |$)/.test(value) || /^(---|\.\.\.)/.test(value) || value.includes(': ') || value.includes(' #')) {
		return false;
	}
	return !looksTyped(value) && !hasEscaped(value);
}

/** What some YAML reader would take for a number, a date, a truth value or nothing. */
function looksTyped(value: string): boolean {
	return (
		/^(?:~|null|true|false|yes|no|on|off|y|n)$/i.test(value) ||
		/^[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?$/.test(value) ||
		/^[-+]?0(?:x[0-9a-fA-F_]+|o[0-7]+|b[01_]+)$/.test(value) ||
		/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(value) ||
		/^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:$|[Tt \t])/.test(value) ||
		/^[-+]?\.(?:inf|nan)$/i.test(value) ||
		value === '=' ||
		value === '<<'
	);
}

/** Units that are written as escapes: controls, line ends of all kinds, and marks that would turn the line's direction around. */
function isEscaped(unit: number): boolean {
	return (
		unit < 0x20 ||
		(unit >= 0x7f && unit <= 0x9f) ||
		unit === 0x061c ||
		unit === 0x200e ||
		unit === 0x200f ||
		(unit >= 0x2028 && unit <= 0x202e) ||
		(unit >= 0x2066 && unit <= 0x2069) ||
		unit === 0xfeff ||
		unit === 0xfffe ||
		unit === 0xffff
	);
}

function hasEscaped(value: string): boolean {
	for (let i = 0; i < value.length; i++) {
		const unit = value.charCodeAt(i);
		if (isEscaped(unit) || isLone(value, i)) {
			return true;
		}
	}
	return false;
}

/** Half a surrogate pair: no UTF-8 file can hold it. */
function isLone(value: string, at: number): boolean {
	const unit = value.charCodeAt(at);
	if (unit < 0xd800 || unit > 0xdfff) {
		return false;
	}
	const other = unit < 0xdc00 ? value.charCodeAt(at + 1) : value.charCodeAt(at - 1);
	return unit < 0xdc00 ? !(other >= 0xdc00 && other <= 0xdfff) : !(other >= 0xd800 && other <= 0xdbff);
}

const named: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

function quoted(value: string): string {
	let result = '"';
	for (let i = 0; i < value.length; i++) {
		const char = value.charAt(i);
		const unit = value.charCodeAt(i);
		const escaped = isEscaped(unit) || isLone(value, i) ? `\\u${unit.toString(16).padStart(4, '0')}` : char;
		result += named[char] ?? escaped;
	}
	return `${result}"`;
}
