import type { Span } from '../span.ts';
import { readLines } from './lineReader.ts';
import { readYaml } from './yamlReader.ts';

export interface TopEntry {
	readonly key: string;
	/** Whole lines, with the comments and blank lines up to the next key that are not at its margin. */
	readonly span: Span;
	readonly text: string;
}

/** The keys at the top level of some YAML with their lines; empty where it cannot be read as a map. */
export function topEntries(source: string): readonly TopEntry[] {
	const span = { start: 0, end: source.length };
	const node = readLines(source, span) ?? readYaml(source, span).node;
	if (node?.kind !== 'map') {
		return [];
	}
	return node.entries.map(({ key, at, value }, index) => {
		const start = source.lastIndexOf('\n', at.start - 1) + 1;
		const limit = node.entries[index + 1]?.at.start ?? source.length;
		const end = lastLine(source, Math.max(value.end, at.end + 1), limit);
		return { key, span: { start, end }, text: source.slice(start, end) };
	});
}

/** Behind the line on which a value ends; a value may end with its LF. */
function lastLine(source: string, from: number, limit: number): number {
	if (source.charAt(from - 1) === '\n') {
		return from;
	}
	const found = source.indexOf('\n', from);
	return found === -1 || found >= limit ? Math.min(limit, source.length) : found + 1;
}
