import { readLines } from './lineReader.ts';
import { recordKeys } from './recordLines.ts';
import type { MapNode } from './yamlNode.ts';
import { readYaml } from './yamlReader.ts';

/** My block of a record with the comments and unknown keys that only theirs has gained since the base. */
export function graftBlock(base: string, mine: string, theirs: string): string {
	const old = new Set([...mine.split('\n'), ...base.split('\n')].map(line => line.trim()));
	const comments = theirs.split('\n').filter(line => line.trim().startsWith('#') && !old.has(line.trim()));
	const have = new Set([...keysOf(mine), ...keysOf(base), ...recordKeys]);
	const map = mapOf(theirs);
	const margin = mapMargin(mine);
	const gained = (map?.entries ?? []).flatMap(({ key, at, value }) => {
		const theirMargin = at.start - (theirs.lastIndexOf('\n', at.start - 1) + 1);
		const text = theirs.slice(at.start, value.end).trimEnd();
		return have.has(key)
			? []
			: text.split('\n').map((line, row) => margin + (row === 0 ? line : unindented(line, theirMargin)));
	});
	const dash = /^( *)-/m.exec(mine)?.[1] ?? '';
	const lead = comments.map(line => `${dash}${line.trim()}\n`).join('');
	const body = mine.endsWith('\n') ? mine : `${mine}\n`;
	return lead + body + gained.map(line => `${line}\n`).join('');
}

function unindented(line: string, width: number): string {
	return line.slice(0, width).trim() === '' ? line.slice(width) : line;
}

function mapOf(block: string): MapNode | undefined {
	const span = { start: 0, end: block.length };
	const list = readLines(block, span) ?? readYaml(block, span).node;
	const node = list?.kind === 'seq' ? list.items[0] : undefined;
	return node?.kind === 'map' ? node : undefined;
}

function keysOf(block: string): readonly string[] {
	return mapOf(block)?.entries.map(entry => entry.key) ?? [];
}

/** The blanks before a record's keys. */
function mapMargin(block: string): string {
	const opening = /^ *- */m.exec(block)?.[0] ?? '    ';
	return ' '.repeat(opening.length);
}
