/**
 * Feature: Completion in sidecars.
 *
 * Offers the scheme's labels, the register's keys, the words the format knows, and the keys a record may still have. Goes by lines and indentation
 * alone, since a file that is being written is seldom valid YAML.
 */
import type { Offset, Span } from '../span.ts';

export interface Completion {
	readonly kind: 'key' | 'value';
	/** What it is called in the list. */
	readonly label: string;
	/** What replaces `span`. */
	readonly insert: string;
	readonly span: Span;
	readonly detail?: string;
}

export interface CompletionOptions {
	/** Entity labels of the scheme with their names in the user's language. */
	readonly labels: readonly { readonly label: string; readonly name: string }[];
	/** The entity register, for links. */
	readonly entries?: readonly { readonly key: string; readonly name: string }[];
}

/** What may stand at the offset, in the order to show. Looks at the lines of one record only. */
export function sidecarCompletion(source: string, offset: Offset, options: CompletionOptions): readonly Completion[] {
	const lineStart = source.lastIndexOf('\n', offset - 1) + 1;
	const before = source.slice(Math.max(lineStart, offset - longestLine), offset);
	const value = /(?:^|[\s{,-])([A-Za-z]+):( *)([\w:.-]*)$/.exec(before);
	if (value) {
		return values(source, lineStart, value, offset, options);
	}
	const key = /^( *)((?:- )*)([A-Za-z]*)$/.exec(before);
	return key ? keys(source, lineStart, key, offset) : [];
}

/** A longer line holds a text, not a word to complete. */
const longestLine = 500;

const words: Readonly<Record<string, readonly string[]>> = {
	kind: ['entity', 'statement', 'relation', 'region'],
	state: ['confirmed', 'rejected', 'orphan'],
	was: ['confirmed', 'rejected'],
	region: ['boilerplate', 'scare'],
	from: ['manual', 'model', 'rule', 'import'],
	origin: ['manual', 'model', 'rule', 'import'],
	review: ['single', 'bulk', 'edited'],
	flag: ['true'],
	moved: ['true'],
	entities: ['new', 'draft', 'done'],
	statements: ['new', 'draft', 'done'],
	isnad: ['1'],
};

function values(
	source: string,
	lineStart: Offset,
	[, key = '', gap = '', typed = '']: RegExpExecArray,
	offset: Offset,
	{ labels, entries = [] }: CompletionOptions,
): Completion[] {
	const span = { start: offset - typed.length, end: offset };
	const offer = (label: string, detail?: string): Completion => ({
		kind: 'value',
		label,
		insert: `${gap === '' ? ' ' : ''}${/^[A-Za-z][\w.-]*$|^1$/.test(label) ? label : `'${label.replace(/'/g, "''")}'`}`,
		span,
		...(detail !== undefined && { detail }),
	});
	if (key === 'label') {
		return labels.map(({ label, name }) => offer(label, name));
	}
	if (key === 'entity' || key === 'speakerEntity') {
		return entries.map(entry => offer(entry.key, entry.name));
	}
	const kind = kindOf(linesAbove(source, lineStart), linesBelow(source, lineStart));
	if (key === 'type') {
		return kind === 'relation' ? [] : ['direct', 'indirect', 'mixed', 'reported'].map(word => offer(word));
	}
	// A relation's `from` is one of the records it joins.
	return key === 'from' && kind === 'relation' ? [] : (words[key] ?? []).map(word => offer(word));
}

const topKeys = ['isnad', 'text', 'sha256', 'length', 'status', 'labels', 'meta', 'records'];
const anchorKeys = ['span', 'exact', 'prefix', 'suffix'];
const firstKeys = ['id', 'kind', 'state'];
const lastKeys = ['from', 'review', 'score', 'moved', 'flag', 'comment', 'attributes', 'by', 'alternatives'];
const kindKeys: Readonly<Record<string, readonly string[]>> = {
	entity: ['label', ...anchorKeys, 'form', 'value', 'entity'],
	statement: [
		...['type', 'content', 'cue', 'speaker', 'speakerEntity', 'speakerName', 'via', 'addressee', 'relayOf', 'nestedIn'],
	],
	relation: ['type', 'to', 'origin'],
	region: ['region', 'what', ...anchorKeys],
};

function keys(
	source: string,
	lineStart: Offset,
	[, indent = '', dashes = '', typed = '']: RegExpExecArray,
	offset: Offset,
): Completion[] {
	const column = indent.length + dashes.length;
	const above = linesAbove(source, lineStart);
	const below = linesBelow(source, lineStart);
	// A dash opens a new map: nothing above belongs to it.
	const own = dashes === '' ? above : [];
	const known = keysAround(own, below, column);
	const parent = parentKey(above, column);
	const span = { start: offset - typed.length, end: offset };
	return possibleKeys(parent, column, kindOf(own, below))
		.filter(key => !known.has(key))
		.map(key => ({ kind: 'key', label: key, insert: `${key}: `, span }));
}

function possibleKeys(parent: string | undefined, column: number, kind: string | undefined): readonly string[] {
	if (column === 0) {
		return topKeys;
	}
	switch (parent) {
		case 'records':
		case 'alternatives':
			return [...firstKeys, ...(kind === undefined ? [] : (kindKeys[kind] ?? [])), ...lastKeys];
		case 'content':
		case 'cue':
		case 'speaker':
		case 'via':
		case 'addressee':
			return anchorKeys;
		case 'status':
			return ['entities', 'statements'];
		default:
			return [];
	}
}

interface Line {
	/** Where the key stands, behind blanks and dashes. */
	readonly column: number;
	readonly isItem: boolean;
	readonly key: string;
	readonly value: string;
}

/** Most lines looked at in one direction; records are shorter. */
const reach = 400;

/** Lines with a key above the given one, the nearest first. */
function linesAbove(source: string, lineStart: Offset): readonly Line[] {
	const lines: Line[] = [];
	let end = lineStart - 1;
	while (end >= 0 && lines.length < reach) {
		const start = end === 0 ? 0 : source.lastIndexOf('\n', end - 1) + 1;
		lines.push(...readLine(source.slice(start, end)));
		end = start - 1;
	}
	return lines;
}

/** Lines with a key below the given one. */
function linesBelow(source: string, lineStart: Offset): readonly Line[] {
	const lines: Line[] = [];
	let start = source.indexOf('\n', lineStart) + 1;
	while (start > 0 && start < source.length && lines.length < reach) {
		const end = source.indexOf('\n', start);
		lines.push(...readLine(source.slice(start, end < 0 ? source.length : end)));
		start = end + 1;
	}
	return lines;
}

function readLine(line: string): Line[] {
	const found = /^( *)((?:- )*)([A-Za-z]\w*):(?: +(\S+))?/.exec(line);
	if (!found) {
		return [];
	}
	const [, indent = '', dashes = '', key = '', value = ''] = found;
	return [{ column: indent.length + dashes.length, isItem: dashes !== '', key, value }];
}

/** The key under which a line of this column stands. */
function parentKey(above: readonly Line[], column: number): string | undefined {
	return above.find(line => line.column < column)?.key;
}

/** Keys of the same map: up to its first line, and down to the next item or to a line further out. */
function keysAround(above: readonly Line[], below: readonly Line[], column: number): ReadonlySet<string> {
	const known = new Set<string>();
	for (const line of above) {
		if (line.column < column) {
			break;
		}
		if (line.column === column) {
			known.add(line.key);
			if (line.isItem) {
				break;
			}
		}
	}
	for (const line of below) {
		if (line.column < column || (line.column === column && line.isItem)) {
			break;
		}
		if (line.column === column) {
			known.add(line.key);
		}
	}
	return known;
}

/** The kind of the record: of the nearest `kind:` in it. */
function kindOf(above: readonly Line[], below: readonly Line[]): string | undefined {
	const start = above.findIndex(line => line.key === 'id' || line.key === 'records');
	const end = below.findIndex(line => line.isItem && (line.key === 'id' || line.key === 'kind'));
	const record = [
		...above.slice(0, start < 0 ? above.length : start + 1),
		...below.slice(0, end < 0 ? below.length : end),
	];
	return record.find(line => line.key === 'kind')?.value;
}
