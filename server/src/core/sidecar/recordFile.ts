import type { Span } from '../span.ts';

/** A sidecar's source cut into pieces; put end to end they are the source. Nothing is parsed. */
export interface RecordFile {
	/** Up to and with the line `records:`; all of it where there is no such line. */
	readonly head: Span;
	/** One record each, with the comments above it. */
	readonly blocks: readonly Span[];
	/** Whatever follows the list. */
	readonly tail: Span;
	/** block: a list of blocks; empty: `records: []` or nothing; none: no such key; other: a list in another form, not cut. */
	readonly list: 'block' | 'empty' | 'none' | 'other';
}

/** Cuts a source with LF line ends into header, blocks of the list under `key`, and the rest. Linear; never throws. */
export function splitRecords(source: string, key = 'records'): RecordFile {
	const at = findList(source, key);
	const whole: Span = { start: 0, end: source.length };
	const nothing: Span = { start: source.length, end: source.length };
	if (at === undefined) {
		return { head: whole, blocks: [], tail: nothing, list: 'none' };
	}
	const lineEnd = endOfLine(source, at);
	const head = { start: 0, end: lineEnd };
	const behind = source.slice(at + key.length + 1, lineEnd).trim();
	if (behind.startsWith('[]') && isComment(behind.slice(2).trim())) {
		return { head, blocks: [], tail: { start: lineEnd, end: source.length }, list: 'empty' };
	}
	if (!isComment(behind)) {
		return { head: whole, blocks: [], tail: nothing, list: 'other' };
	}
	const { blocks, end } = cutBlocks(source, lineEnd);
	return { head, blocks, tail: { start: end, end: source.length }, list: blocks.length > 0 ? 'block' : 'empty' };
}

function isComment(text: string): boolean {
	return text === '' || text.startsWith('#');
}

function findList(source: string, key: string): number | undefined {
	if (source.startsWith(`${key}:`)) {
		return 0;
	}
	const found = source.indexOf(`\n${key}:`);
	return found === -1 ? undefined : found + 1;
}

/** Behind the line's LF, or the end of the source. */
function endOfLine(source: string, from: number): number {
	const found = source.indexOf('\n', from);
	return found === -1 ? source.length : found + 1;
}

function cutBlocks(source: string, from: number): { readonly blocks: readonly Span[]; readonly end: number } {
	const blocks: Span[] = [];
	let dash = -1;
	let start = from;
	/** Where the blank lines and comments above the current line begin, as far as they do not belong to the block before. */
	let border = from;
	let at = from;
	while (at < source.length) {
		const lineEnd = endOfLine(source, at);
		let content = at;
		while (source.charCodeAt(content) === 0x20) {
			content += 1;
		}
		const indent = content - at;
		const unit = source.charCodeAt(content);
		if (content >= lineEnd || unit === 0x0a) {
			at = lineEnd;
			continue;
		}
		if (unit === 0x23) {
			border = dash >= 0 && indent > dash ? lineEnd : border;
			at = lineEnd;
			continue;
		}
		const item =
			unit === 0x2d &&
			(content + 1 >= source.length ||
				source.charCodeAt(content + 1) === 0x20 ||
				source.charCodeAt(content + 1) === 0x0a);
		if (item && (dash < 0 || indent === dash)) {
			if (dash >= 0) {
				blocks.push({ start, end: border });
				start = border;
			}
			dash = indent;
		} else if (dash < 0 || indent <= dash) {
			break;
		}
		border = lineEnd;
		at = lineEnd;
	}
	if (dash >= 0) {
		blocks.push({ start, end: border });
	}
	return { blocks, end: border };
}
