import type { Problem } from '../model.ts';
import { unifyLineEnds } from '../sidecar/lineEnds.ts';
import { mergeHead } from '../sidecar/mergeHead.ts';
import { splitRecords } from '../sidecar/recordFile.ts';
import { scalar } from '../sidecar/scalar.ts';
import { type RegisterEntry, readRegister } from './register.ts';

export interface RegisterMerge {
	readonly source: string;
	/** Keys of entries of which both sides changed one thing differently: mine holds, theirs stands as a comment above. */
	readonly conflicts: readonly string[];
	readonly problems: readonly Problem[];
}

/**
 * Merges two versions of an entity register that come of one base, entry by entry; '' where there was none. What one side
 * changed is taken with its comments, of what both changed every alias and each field. An entry that one side took out and
 * the other changed stays. Undefined where a version is no plain list of entries: then only its lines can be merged.
 */
export function mergeRegisters(base: string, mine: string, theirs: string): RegisterMerge | undefined {
	const [ours, now, other] = [base, mine, theirs].map(readBlocks);
	if (now === undefined || other === undefined) {
		return undefined;
	}
	const old = ours ?? emptyBlocks;
	const conflicts: string[] = [];
	const problems: Problem[] = [];
	const pieces: { readonly key: string; readonly text: string }[] = [];
	for (const [key, block] of now.entries) {
		const before = old.entries.get(key);
		const opposite = other.entries.get(key);
		if (opposite !== undefined) {
			const merged = mergeEntry(before, block, opposite);
			pieces.push({ key, text: merged.text });
			if (merged.conflict) {
				conflicts.push(key);
			}
		} else if (before?.text !== block.text) {
			pieces.push({ key, text: block.text });
			if (before !== undefined) {
				problems.push({ code: 'merge-kept-removed', severity: 'info', values: { id: key } });
			}
		}
	}
	let previous = '';
	for (const [key, block] of other.entries) {
		const was = old.entries.get(key);
		if (!now.entries.has(key) && was?.text !== block.text) {
			const before = pieces.findIndex(piece => piece.key === previous);
			const behind = pieces.findIndex(piece => other.entries.has(piece.key));
			const at = before >= 0 ? before + 1 : previous === '' && behind >= 0 ? behind : pieces.length;
			pieces.splice(at, 0, { key, text: block.text });
			if (was !== undefined) {
				problems.push({ code: 'merge-kept-removed', severity: 'info', values: { id: key } });
			}
		}
		previous = key;
	}
	for (const key of conflicts) {
		problems.push({ code: 'merge-register-conflict', severity: 'warning', values: { key } });
	}
	const top = now.head.trim() === '' ? other.head : mergeHead(old.head, now.head, other.head);
	const head = pieces.length > 0 ? top.replace(/^entities: *\[\] *$/m, 'entities:') : top;
	return { source: head + pieces.map(({ text }) => text).join('') + now.tail, conflicts, problems };
}

interface EntryBlock {
	readonly text: string;
	readonly entry: RegisterEntry;
}

interface Blocks {
	readonly head: string;
	readonly tail: string;
	readonly entries: ReadonlyMap<string, EntryBlock>;
}

const emptyBlocks: Blocks = { head: '', tail: '', entries: new Map() };

function readBlocks(given: string): Blocks | undefined {
	const source = unifyLineEnds(given).text;
	if (source.trim() === '') {
		return emptyBlocks;
	}
	const { head, blocks, tail, list } = splitRecords(source, 'entities');
	if (readRegister(source).problems.some(({ severity }) => severity === 'error')) {
		return undefined;
	}
	const entries = new Map<string, EntryBlock>();
	for (const span of blocks) {
		const text = source.slice(span.start, span.end);
		const { value, problems } = readRegister(`entities:\n${text}`);
		const [entry] = value;
		if (entry === undefined || problems.length > 0 || entries.has(entry.key)) {
			return undefined;
		}
		entries.set(entry.key, { text: text.endsWith('\n') ? text : `${text}\n`, entry });
	}
	const top = source.slice(head.start, head.end);
	return list === 'other'
		? undefined
		: {
				head: list === 'none' ? `${top}${top.endsWith('\n') ? '' : '\n'}entities:\n` : top,
				tail: source.slice(tail.start, tail.end),
				entries,
			};
}

const fields = ['label', 'name', 'wikidata', 'note'] as const;

function mergeEntry(
	base: EntryBlock | undefined,
	mine: EntryBlock,
	theirs: EntryBlock,
): { readonly text: string; readonly conflict: boolean } {
	if (mine.text === theirs.text || base?.text === theirs.text) {
		return { text: mine.text, conflict: false };
	}
	if (base?.text === mine.text) {
		return { text: theirs.text, conflict: false };
	}
	const lost: string[] = [];
	const merged: { [K in (typeof fields)[number]]?: string } = {};
	for (const field of fields) {
		const [was, now, other] = [base?.entry[field], mine.entry[field], theirs.entry[field]];
		const value = now === was ? other : other === was ? now : (now ?? other);
		if (value !== undefined) {
			merged[field] = value;
		}
		if (now !== other && now !== was && other !== was && other !== undefined && now !== undefined) {
			lost.push(`# ${field}: ${scalar(other)}`);
		}
	}
	const aliases = mergeLists(base?.entry.aliases ?? [], mine.entry.aliases, theirs.entry.aliases);
	const margin = /^( *)-/m.exec(mine.text)?.[1] ?? '  ';
	const comments = [...new Set([...commentsOf(mine.text), ...commentsOf(theirs.text), ...lost])];
	const lines = [
		...comments.map(comment => margin + comment),
		`${margin}- key: ${scalar(mine.entry.key)}`,
		...(['label', 'name'] as const).map(field => `${margin}  ${field}: ${scalar(merged[field] ?? '')}`),
		...(aliases.length === 0 ? [] : [`${margin}  aliases:`]),
		...aliases.map(alias => `${margin}    - ${scalar(alias)}`),
		...(['wikidata', 'note'] as const).flatMap(field => {
			const value = merged[field];
			return value === undefined ? [] : [`${margin}  ${field}: ${scalar(value)}`];
		}),
	];
	return { text: lines.map(line => `${line}\n`).join(''), conflict: lost.length > 0 };
}

/** Mine with what they added, without what they took out. */
function mergeLists(base: readonly string[], mine: readonly string[], theirs: readonly string[]): readonly string[] {
	const kept = mine.filter(item => theirs.includes(item) || !base.includes(item));
	const added = theirs.filter(item => !mine.includes(item) && !base.includes(item));
	return [...kept, ...added];
}

function commentsOf(block: string): readonly string[] {
	return block
		.split('\n')
		.map(line => line.trim())
		.filter(line => line.startsWith('#'));
}
