import { readLines } from './lineReader.ts';
import { item, type KeyLines, recordKeys, recordLines, unknownLines } from './recordLines.ts';
import { sameData } from './sameData.ts';
import type { StoredRecord } from './stored.ts';
import type { MapNode, YamlNode } from './yamlNode.ts';
import { readYaml } from './yamlReader.ts';

/** A record that has no block yet, its dash behind `margin`. Ends with LF. */
export function newBlock(record: StoredRecord, margin = '  '): string {
	return joined(item(recordLines(record).flatMap(entry => entry.lines)), margin);
}

/** The blanks before a block's dash. */
export function marginOf(block: string): string {
	return /^( *)-/m.exec(block)?.[1] ?? '  ';
}

/**
 * A record's block after a change: keys that say the same keep their lines, changed ones are written in canonical form;
 * comments and unknown keys stay.
 */
export function rewriteBlock(block: string, before: StoredRecord, after: StoredRecord): string {
	return rewriteKeys(block, {
		before: map => recordLines(before, map),
		after: map => recordLines(after, map),
		known: recordKeys,
	});
}

/** The same for any item of a list that has a canonical form: what it said before and says now, by key. */
export function rewriteKeys(block: string, keys: KeyChange): string {
	const map = mapOf(block);
	if (map === undefined) {
		const lines = keys.after(undefined).flatMap(entry => entry.lines);
		return commentsOf(block) + joined(item(lines), marginOf(block));
	}
	const lines = linesOf(block, map);
	return lines === undefined ? rewriteWhole(block, map, keys) : rewriteLines(lines, map, keys);
}

/** The keys' lines in canonical order; the map as it was read lends unknown keys of nested maps. */
export interface KeyChange {
	readonly before: (map: MapNode | undefined) => readonly KeyLines[];
	readonly after: (map: MapNode | undefined) => readonly KeyLines[];
	/** All keys that have a canonical form. */
	readonly known: readonly string[];
}

function mapOf(block: string): MapNode | undefined {
	const span = { start: 0, end: block.length };
	const list: YamlNode | undefined = readLines(block, span) ?? readYaml(block, span).node;
	const node = list?.kind === 'seq' ? list.items[0] : undefined;
	return node?.kind === 'map' ? node : undefined;
}

/** A record written as `- { … }` or otherwise not a key a line. */
function rewriteWhole(block: string, map: MapNode, { after, known }: KeyChange): string {
	const lines = [...after(map).flatMap(entry => entry.lines), ...unknownLines(map, new Set(known))];
	return commentsOf(block) + joined(item(lines), marginOf(block));
}

interface BlockLines {
	/** Comments above the record. */
	readonly lead: readonly string[];
	/** Blanks before the dash. */
	readonly margin: string;
	/** From the dash to the first key, e.g. "- ". */
	readonly dash: string;
	readonly entries: readonly EntryLines[];
}

interface EntryLines {
	readonly key: string;
	/** Comment lines above the key, as they stand. */
	readonly lead: readonly string[];
	/** The key's own lines, the first without its margin. */
	readonly own: readonly string[];
}

/** The block's lines by key; undefined where two keys share a line. */
function linesOf(block: string, map: MapNode): BlockLines | undefined {
	const starts = map.entries.map(entry => lineStart(block, entry.at.start));
	if (map.entries.length === 0 || starts.some((start, index) => index > 0 && start === starts[index - 1])) {
		return undefined;
	}
	const first = map.entries[0]?.at.start ?? 0;
	const opening = block.slice(starts[0], first);
	const margin = opening.slice(0, opening.indexOf('-'));
	if (!/^ *- +$/.test(opening)) {
		return undefined;
	}
	const column = opening.length;
	const entries: EntryLines[] = [];
	let lead: string[] = [];
	for (const [index, entry] of map.entries.entries()) {
		const rest = linesWithout(block.slice(entry.at.start, starts[index + 1] ?? block.length));
		// Comments at the keys' own column stand above the next key; deeper ones belong to this one.
		const cut = index === map.entries.length - 1 ? rest.length : leadFrom(rest, column);
		entries.push({ key: entry.key, lead, own: rest.slice(0, cut) });
		lead = rest.slice(cut);
	}
	return { lead: linesWithout(block.slice(0, starts[0])), margin, dash: opening.slice(margin.length), entries };
}

function lineStart(block: string, at: number): number {
	return block.lastIndexOf('\n', at - 1) + 1;
}

function linesWithout(text: string): string[] {
	const lines = text.split('\n');
	if (lines.at(-1) === '') {
		lines.pop();
	}
	return lines;
}

function leadFrom(lines: readonly string[], column: number): number {
	let cut = lines.length;
	while (cut > 1 && isLoose(lines[cut - 1] ?? '', column)) {
		cut -= 1;
	}
	return cut;
}

function isLoose(line: string, column: number): boolean {
	const content = line.trimStart();
	return content === '' || (content.startsWith('#') && line.length - content.length <= column);
}

function rewriteLines(block: BlockLines, map: MapNode, { before, after }: KeyChange): string {
	const old = new Map(before(map).map(entry => [entry.key, entry]));
	const wanted = after(map);
	const fresh = new Map(wanted.map(entry => [entry.key, entry]));
	const margin = block.margin + ' '.repeat(block.dash.length);
	const written: { key: string; lead: readonly string[]; own: readonly string[] }[] = [];
	let orphaned: readonly string[] = [];
	for (const entry of block.entries) {
		const was = old.get(entry.key);
		const now = fresh.get(entry.key);
		const lead = [...orphaned, ...entry.lead];
		orphaned = [];
		if (sameData(was?.lines, now?.lines)) {
			written.push({ ...entry, lead });
		} else {
			const kept = commentLines(entry.own).map(comment => margin + comment);
			if (now === undefined) {
				orphaned = [...lead, ...kept];
			} else {
				written.push({ key: entry.key, lead: [...lead, ...kept], own: placed(now, margin) });
			}
		}
	}
	insertMissing(written, wanted, margin);
	const lines = written.flatMap((entry, index) => [
		...(index === 0 ? [] : entry.lead),
		...withMargin(entry.own, index, margin),
	]);
	const [first = '', ...rest] = lines;
	return joined(
		[...block.lead, ...(written[0]?.lead ?? []), `${block.margin}${block.dash}${first}`, ...rest, ...orphaned],
		'',
	);
}

/** The first line of each key is kept without its margin, which the dash may take the place of. */
function withMargin(own: readonly string[], index: number, margin: string): readonly string[] {
	return own.map((line, row) => (row === 0 && index > 0 ? margin + line : line));
}

function placed(entry: KeyLines, margin: string): readonly string[] {
	return entry.lines.map((line, row) => (row === 0 ? line : margin + line));
}

/** Keys that the block did not have, each behind its nearest predecessor in canonical order. */
function insertMissing(
	written: { key: string; lead: readonly string[]; own: readonly string[] }[],
	wanted: readonly KeyLines[],
	margin: string,
): void {
	let previous = -1;
	for (const entry of wanted) {
		const at = written.findIndex(other => other.key === entry.key);
		if (at === -1) {
			previous += 1;
			written.splice(previous, 0, { key: entry.key, lead: [], own: placed(entry, margin) });
		} else {
			previous = Math.max(previous, at);
		}
	}
}

/** The comments in some lines, each as "# …"; those behind a value too. A "#" inside quotation marks is none. */
function commentLines(lines: readonly string[]): readonly string[] {
	return lines.flatMap(line => {
		const content = line.trimStart();
		if (content.startsWith('#')) {
			return [content];
		}
		const at = commentStart(line);
		return at === -1 ? [] : [line.slice(at)];
	});
}

function commentStart(line: string): number {
	let quote = '';
	for (let i = 0; i < line.length; i++) {
		const char = line.charAt(i);
		if (quote === '"' && char === '\\') {
			i += 1;
		} else if (quote !== '') {
			quote = char === quote ? '' : quote;
		} else if ((char === '"' || char === "'") && /[\s[{,:]/.test(line.charAt(i - 1) || ' ')) {
			quote = char;
		} else if (char === '#' && /\s/.test(line.charAt(i - 1))) {
			return i;
		}
	}
	return -1;
}

function commentsOf(block: string): string {
	return joined(commentLines(block.split('\n')), marginOf(block));
}

function joined(lines: readonly string[], margin: string): string {
	return lines.map(line => `${margin}${line}\n`).join('');
}
