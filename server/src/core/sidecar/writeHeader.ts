import type { Header } from './header.ts';
import { sidecarVersion } from './header.ts';
import { readLines } from './lineReader.ts';
import { sameData } from './sameData.ts';
import { keyScalar, scalar } from './scalar.ts';
import { type MapEntry, type MapNode, valueAt } from './yamlNode.ts';
import { readYaml } from './yamlReader.ts';

/** The head of a sidecar that does not exist yet, up to and with `records:`. */
export function newHead(header: Header): string {
	const lines = [`isnad: ${sidecarVersion}`];
	for (const key of headerKeys) {
		lines.push(...headerLines(key, header));
	}
	return `${[...lines, ...mapLines('meta', header.meta), 'records:'].join('\n')}\n`;
}

/** The head with what changed between two headers, everything else as it stands: unknown keys, comments, blank lines. */
export function rewriteHead(head: string, before: Header, after: Header): string {
	let text = head;
	for (const key of headerKeys) {
		if (!sameData(before[key], after[key])) {
			text = rewriteKey(text, key, after);
		}
	}
	return text;
}

const headerKeys = ['text', 'sha256', 'length', 'status', 'labels'] as const;
type HeaderKey = (typeof headerKeys)[number];

function headerLines(key: HeaderKey, header: Header): readonly string[] {
	switch (key) {
		case 'status':
			return mapLines(key, header.status);
		case 'labels':
			return mapLines(key, header.labels);
		case 'length':
			return header.length === undefined ? [] : [`length: ${header.length}`];
		default: {
			const value = header[key];
			return value === undefined ? [] : [`${key}: ${scalar(value)}`];
		}
	}
}

function mapLines(key: string, map: Readonly<Record<string, string>>): readonly string[] {
	const names = Object.keys(map);
	return names.length === 0
		? []
		: [`${key}:`, ...names.map(name => `  ${keyScalar(name)}: ${scalar(map[name] ?? '')}`)];
}

function topOf(text: string): MapNode | undefined {
	const span = { start: 0, end: text.length };
	const node = readLines(text, span) ?? readYaml(text, span).node;
	return node?.kind === 'map' ? node : undefined;
}

function rewriteKey(text: string, key: HeaderKey, after: Header): string {
	const top = topOf(text);
	const entry = top?.entries.find(candidate => candidate.key === key);
	if (top === undefined || entry === undefined) {
		return insertLines(text, top, key, headerLines(key, after));
	}
	const value = key === 'length' ? String(after.length ?? '') : after[key];
	if (entry.value.kind === 'map' && typeof value === 'object') {
		return rewriteMap(text, entry, entry.value, value);
	}
	const lines = headerLines(key, after);
	if (lines.length === 0) {
		return cutLines(text, entry);
	}
	if (typeof value === 'string' && entry.value.kind === 'scalar') {
		return withValue(text, entry, key === 'length' ? value : scalar(value));
	}
	return `${text.slice(0, entry.at.start)}${lines.join('\n')}${text.slice(Math.max(entry.value.end, entry.at.end + 1))}`;
}

/** Changes scalars of a map in place, adds and removes keys. */
function rewriteMap(text: string, entry: MapEntry, map: MapNode, wanted: Readonly<Record<string, string>>): string {
	const flow = text.charAt(map.start) === '{';
	const names = Object.keys(wanted);
	const removed = map.entries.filter(child => child.value.kind === 'scalar' && !Object.hasOwn(wanted, child.key));
	if (flow || removed.length === map.entries.length) {
		return rewriteWholeMap(text, entry, map, wanted);
	}
	let result = text;
	const margin = ' '.repeat(map.start - (text.lastIndexOf('\n', map.start - 1) + 1));
	const added = names.filter(name => !map.entries.some(child => child.key === name));
	const lineEnd = endOfLine(text, map.end);
	const lines = added.map(name => `${margin}${keyScalar(name)}: ${scalar(wanted[name] ?? '')}\n`).join('');
	result =
		result.slice(0, lineEnd) +
		(lines !== '' && result.charAt(lineEnd - 1) !== '\n' ? '\n' : '') +
		lines +
		result.slice(lineEnd);
	for (const child of [...map.entries].reverse()) {
		const value = wanted[child.key];
		if (removed.includes(child)) {
			result = cutLines(result, child);
		} else if (value !== undefined && child.value.kind === 'scalar' && child.value.value !== value) {
			result = withValue(result, child, scalar(value));
		}
	}
	return result;
}

function rewriteWholeMap(
	text: string,
	entry: MapEntry,
	map: MapNode,
	wanted: Readonly<Record<string, string>>,
): string {
	const names = Object.keys(wanted);
	const others = map.entries.filter(child => child.value.kind !== 'scalar');
	if (names.length === 0 && others.length === 0) {
		return cutLines(text, entry);
	}
	const lines = names.map(name => `\n  ${keyScalar(name)}: ${scalar(wanted[name] ?? '')}`);
	const kept = others.map(child => `\n  ${keyScalar(child.key)}: ${text.slice(child.value.start, child.value.end)}`);
	return `${text.slice(0, entry.at.end + 1)}${[...lines, ...kept].join('')}${text.slice(map.end)}`;
}

function withValue(text: string, { at, value }: MapEntry, written: string): string {
	const empty = value.start <= at.end + 1;
	return empty
		? `${text.slice(0, at.end + 1)} ${written}${text.slice(at.end + 1)}`
		: text.slice(0, value.start) + written + text.slice(value.end);
}

/** Without the key and its value; a comment behind the value goes with it onto a line of its own. */
function cutLines(text: string, entry: MapEntry): string {
	const start = text.lastIndexOf('\n', entry.at.start - 1) + 1;
	const end = Math.max(entry.value.end, entry.at.end + 1);
	const lineEnd = endOfLine(text, end);
	const behind = text.slice(end, lineEnd).trim();
	return `${text.slice(0, start)}${behind === '' ? '' : `${behind}\n`}${text.slice(lineEnd)}`;
}

function endOfLine(text: string, from: number): number {
	const found = text.indexOf('\n', Math.max(0, text.charAt(from - 1) === '\n' ? from - 1 : from));
	return found === -1 ? text.length : found + 1;
}

/** New lines behind the nearest key that comes before it in canonical order. */
function insertLines(text: string, top: MapNode | undefined, key: HeaderKey, lines: readonly string[]): string {
	if (lines.length === 0) {
		return text;
	}
	const before = ['isnad', ...headerKeys.slice(0, headerKeys.indexOf(key))];
	const previous = top?.entries.filter(entry => before.includes(entry.key)).at(-1);
	const records = top?.entries.find(entry => entry.key === 'records');
	const at =
		previous !== undefined
			? endOfLine(text, Math.max(previous.value.end, previous.at.end))
			: records === undefined
				? text.length
				: text.lastIndexOf('\n', records.at.start - 1) + 1;
	const open = at > 0 && text.charAt(at - 1) !== '\n' ? '\n' : '';
	return `${text.slice(0, at)}${open}${lines.join('\n')}\n${text.slice(at)}`;
}

/** Whether a head has the key `records`, so that blocks can follow. */
export function withList(head: string): string {
	const top = topOf(head);
	const entry = top?.entries.find(candidate => candidate.key === 'records');
	const ended = head === '' || head.endsWith('\n') ? head : `${head}\n`;
	if (entry === undefined) {
		return `${ended}records:\n`;
	}
	const empty = valueAt({ kind: 'map', entries: [entry], start: 0, end: 0 }, 'records')?.kind === 'seq';
	return empty ? `${ended.slice(0, entry.at.end + 1)}${ended.slice(entry.value.end)}` : ended;
}
