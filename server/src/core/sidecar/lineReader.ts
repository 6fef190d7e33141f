import type { Span } from '../span.ts';
import type { MapEntry, YamlNode } from './yamlNode.ts';

/** Deeper nesting than this is refused by every reader. */
export const maxDepth = 16;

/**
 * Reads the plain YAML that we write ourselves, line by line: block maps and lists, scalars and flow lists on one line, comments.
 * Undefined for anything else, valid or not; then the `yaml` library decides. Linear; never throws. Line ends must be LF.
 */
export function readLines(text: string, within: Span): YamlNode | undefined {
	const reader: Reader = {
		text,
		end: within.end,
		next: within.start,
		indent: 0,
		at: within.start,
		lineEnd: within.start,
		failed: false,
	};
	advance(reader);
	if (reader.indent < 0) {
		return undefined;
	}
	const node = readBlock(reader, reader.indent, 0);
	return reader.failed || reader.indent >= 0 ? undefined : node;
}

interface Reader {
	readonly text: string;
	readonly end: number;
	/** Where the line after the current one begins. */
	next: number;
	/** Of the current line; -1 behind the last. */
	indent: number;
	/** Where the current line's content begins. */
	at: number;
	/** Before the current line's LF. */
	lineEnd: number;
	failed: boolean;
}

const newline = 0x0a;
const blank = 0x20;
const tab = 0x09;
const dash = 0x2d;
const colon = 0x3a;
const hash = 0x23;
const comma = 0x2c;

/** To the next line that holds more than blanks or a comment. */
function advance(reader: Reader): void {
	const { text, end } = reader;
	let start = reader.next;
	while (start < end) {
		let at = start;
		while (at < end && text.charCodeAt(at) === blank) {
			at += 1;
		}
		const unit = at < end ? text.charCodeAt(at) : newline;
		const found = text.indexOf('\n', at);
		const lineEnd = found === -1 || found > end ? end : found;
		if (unit !== newline && unit !== hash) {
			reader.failed ||= unit === tab;
			reader.indent = at - start;
			reader.at = at;
			reader.lineEnd = lineEnd;
			reader.next = lineEnd + 1;
			return;
		}
		start = lineEnd + 1;
	}
	reader.indent = -1;
	reader.next = end;
}

function fail(reader: Reader): YamlNode {
	reader.failed = true;
	return { kind: 'scalar', value: '', plain: true, start: reader.at, end: reader.at };
}

function isItem(reader: Reader, at: number): boolean {
	const after = reader.text.charCodeAt(at + 1);
	return reader.text.charCodeAt(at) === dash && (at + 1 >= reader.lineEnd || after === blank);
}

function readBlock(reader: Reader, indent: number, depth: number): YamlNode {
	if (depth >= maxDepth) {
		return fail(reader);
	}
	return isItem(reader, reader.at) ? readSeq(reader, indent, depth) : readMap(reader, indent, depth);
}

function readSeq(reader: Reader, indent: number, depth: number): YamlNode {
	const start = reader.at;
	let end = start;
	const items: YamlNode[] = [];
	while (!reader.failed && reader.indent === indent && isItem(reader, reader.at)) {
		let at = reader.at + 1;
		while (at < reader.lineEnd && reader.text.charCodeAt(at) === blank) {
			at += 1;
		}
		const item = readItem(reader, indent, at, depth);
		items.push(item);
		end = item.end;
	}
	if (reader.indent > indent) {
		return fail(reader);
	}
	return { kind: 'seq', items, start, end };
}

function readItem(reader: Reader, indent: number, at: number, depth: number): YamlNode {
	if (at >= reader.lineEnd || reader.text.charCodeAt(at) === hash) {
		return readBelow(reader, indent, at, depth, false);
	}
	if (isItem(reader, at)) {
		return fail(reader);
	}
	if (keyEnd(reader, at) === undefined) {
		return readInline(reader, at, indent, depth);
	}
	reader.indent += at - reader.at;
	reader.at = at;
	return readMap(reader, reader.indent, depth + 1);
}

/** What stands on the lines below a key or dash with nothing behind it. */
function readBelow(reader: Reader, indent: number, at: number, depth: number, inMap: boolean): YamlNode {
	advance(reader);
	if (reader.indent > indent || (inMap && reader.indent === indent && isItem(reader, reader.at))) {
		return readBlock(reader, reader.indent, depth + 1);
	}
	return { kind: 'scalar', value: '', plain: true, start: at, end: at };
}

function readMap(reader: Reader, indent: number, depth: number): YamlNode {
	if (depth >= maxDepth) {
		return fail(reader);
	}
	const start = reader.at;
	let end = start;
	const entries: MapEntry[] = [];
	while (!reader.failed && reader.indent === indent && !isItem(reader, reader.at)) {
		const at = reader.at;
		const stop = keyEnd(reader, at);
		if (stop === undefined) {
			return fail(reader);
		}
		let from = stop + 1;
		while (from < reader.lineEnd && reader.text.charCodeAt(from) === blank) {
			from += 1;
		}
		const empty = from >= reader.lineEnd || reader.text.charCodeAt(from) === hash;
		const value = empty ? readBelow(reader, indent, stop + 1, depth, true) : readInline(reader, from, indent, depth);
		entries.push({ key: reader.text.slice(at, stop), at: { start: at, end: stop }, value });
		end = value.end;
	}
	if (reader.indent > indent) {
		return fail(reader);
	}
	return { kind: 'map', entries, start, end };
}

/** Where a plain key of letters, digits, `_`, `-` and `.` ends; undefined where none with its colon stands here. */
function keyEnd(reader: Reader, at: number): number | undefined {
	const { text, lineEnd } = reader;
	let i = at;
	while (i < lineEnd && isKeyUnit(text.charCodeAt(i))) {
		i += 1;
	}
	const ends = i > at && text.charCodeAt(i) === colon && (i + 1 >= lineEnd || text.charCodeAt(i + 1) === blank);
	return ends && i < lineEnd && text.charCodeAt(at) !== dash ? i : undefined;
}

function isKeyUnit(unit: number): boolean {
	return (
		(unit >= 0x61 && unit <= 0x7a) ||
		(unit >= 0x41 && unit <= 0x5a) ||
		(unit >= 0x30 && unit <= 0x39) ||
		unit === 0x5f ||
		unit === dash ||
		unit === 0x2e
	);
}

/** A value that ends on its line; the line below must not continue it. */
function readInline(reader: Reader, from: number, indent: number, depth: number): YamlNode {
	const parsed = readFlow(reader, from, false, depth);
	if (reader.failed || !onlyComment(reader, parsed.end)) {
		return fail(reader);
	}
	advance(reader);
	return reader.indent > indent ? fail(reader) : parsed;
}

function onlyComment(reader: Reader, from: number): boolean {
	let at = from;
	while (at < reader.lineEnd && reader.text.charCodeAt(at) === blank) {
		at += 1;
	}
	return at >= reader.lineEnd || (at > from && reader.text.charCodeAt(at) === hash);
}

function readFlow(reader: Reader, at: number, inFlow: boolean, depth: number): YamlNode {
	if (depth >= maxDepth) {
		return fail(reader);
	}
	switch (reader.text.charAt(at)) {
		case '"':
			return readDouble(reader, at);
		case "'":
			return readSingle(reader, at);
		case '[':
			return readFlowSeq(reader, at, depth);
		case '{':
			return readFlowMap(reader, at, depth);
		default:
			return readPlain(reader, at, inFlow);
	}
}

function skipBlanks(reader: Reader, from: number): number {
	let at = from;
	while (at < reader.lineEnd && reader.text.charCodeAt(at) === blank) {
		at += 1;
	}
	return at;
}

function readFlowSeq(reader: Reader, start: number, depth: number): YamlNode {
	const items: YamlNode[] = [];
	let at = skipBlanks(reader, start + 1);
	while (!reader.failed && at < reader.lineEnd && reader.text.charAt(at) !== ']') {
		const item = readFlow(reader, at, true, depth + 1);
		items.push(item);
		at = skipBlanks(reader, item.end);
		if (reader.text.charCodeAt(at) === comma) {
			at = skipBlanks(reader, at + 1);
		} else if (reader.text.charAt(at) !== ']') {
			return fail(reader);
		}
	}
	return reader.failed || at >= reader.lineEnd ? fail(reader) : { kind: 'seq', items, start, end: at + 1 };
}

function readFlowMap(reader: Reader, start: number, depth: number): YamlNode {
	const entries: MapEntry[] = [];
	let at = skipBlanks(reader, start + 1);
	while (!reader.failed && at < reader.lineEnd && reader.text.charAt(at) !== '}') {
		const stop = keyEnd(reader, at);
		if (stop === undefined) {
			return fail(reader);
		}
		const value = readFlow(reader, skipBlanks(reader, stop + 1), true, depth + 1);
		entries.push({ key: reader.text.slice(at, stop), at: { start: at, end: stop }, value });
		at = skipBlanks(reader, value.end);
		if (reader.text.charCodeAt(at) === comma) {
			at = skipBlanks(reader, at + 1);
		} else if (reader.text.charAt(at) !== '}') {
			return fail(reader);
		}
	}
	return reader.failed || at >= reader.lineEnd ? fail(reader) : { kind: 'map', entries, start, end: at + 1 };
}

const indicators = new Set([...',[]{}#&*!|>%@`\'"?']);

function readPlain(reader: Reader, start: number, inFlow: boolean): YamlNode {
	const { text, lineEnd } = reader;
	const bareDash = inFlow && text.charCodeAt(start) === dash && isFlowMark(text.charCodeAt(start + 1));
	if (start >= lineEnd || indicators.has(text.charAt(start)) || isItem(reader, start) || bareDash) {
		return fail(reader);
	}
	let end = start;
	for (let i = start; i < lineEnd; i++) {
		const unit = text.charCodeAt(i);
		if (unit === blank) {
			continue;
		}
		if (unit === hash && end < i) {
			break;
		}
		if (
			unit === colon &&
			(i + 1 >= lineEnd || text.charCodeAt(i + 1) === blank || (inFlow && isFlowMark(text.charCodeAt(i + 1))))
		) {
			return fail(reader);
		}
		if (unit < blank || unit === 0x85 || unit === 0x2028 || unit === 0x2029 || unit === 0xfeff) {
			return fail(reader);
		}
		if (inFlow && isFlowMark(unit)) {
			break;
		}
		end = i + 1;
	}
	return end === start ? fail(reader) : { kind: 'scalar', value: text.slice(start, end), plain: true, start, end };
}

function isFlowMark(unit: number): boolean {
	return unit === comma || unit === 0x5b || unit === 0x5d || unit === 0x7b || unit === 0x7d;
}

function readSingle(reader: Reader, start: number): YamlNode {
	const { text, lineEnd } = reader;
	let at = start + 1;
	for (;;) {
		at = text.indexOf("'", at);
		if (at === -1 || at >= lineEnd) {
			return fail(reader);
		}
		if (text.charAt(at + 1) !== "'") {
			break;
		}
		at += 2;
	}
	const value = text.slice(start + 1, at);
	return {
		kind: 'scalar',
		value: value.includes("''") ? value.replaceAll("''", "'") : value,
		plain: false,
		start,
		end: at + 1,
	};
}

const escapes: Readonly<Record<string, string>> = {
	'"': '"',
	'\\': '\\',
	'/': '/',
	n: '\n',
	t: '\t',
	r: '\r',
	b: '\b',
	f: '\f',
	0: '\0',
};

function readDouble(reader: Reader, start: number): YamlNode {
	const { text, lineEnd } = reader;
	let value = '';
	let from = start + 1;
	for (let i = from; i < lineEnd; i++) {
		const char = text.charAt(i);
		if (char === '"') {
			return { kind: 'scalar', value: value + text.slice(from, i), plain: false, start, end: i + 1 };
		}
		if (char !== '\\') {
			continue;
		}
		const code = text.charAt(i + 1);
		const digits = text.slice(i + 2, i + 6);
		const escaped =
			code === 'u' && /^[0-9a-fA-F]{4}$/.test(digits)
				? String.fromCharCode(Number.parseInt(digits, 16))
				: escapes[code];
		if (escaped === undefined) {
			return fail(reader);
		}
		value += text.slice(from, i) + escaped;
		i += code === 'u' ? 5 : 1;
		from = i + 1;
	}
	return fail(reader);
}
