import type { Problem, Result } from '../model.ts';
import { unifyLineEnds } from '../sidecar/lineEnds.ts';
import { splitRecords } from '../sidecar/recordFile.ts';
import { item, type KeyLines } from '../sidecar/recordLines.ts';
import { marginOf, rewriteKeys } from '../sidecar/rewriteRecord.ts';
import { scalar } from '../sidecar/scalar.ts';
import { type RegisterEntry, readRegister } from './register.ts';

/** What becomes of entries: by their keys as they are now, each a changed one or undefined to take it out; and new ones behind them. */
export interface RegisterEdit {
	readonly changed?: ReadonlyMap<string, RegisterEntry | undefined>;
	readonly added?: readonly RegisterEntry[];
}

/**
 * The register's source after an edit. Entries that stay keep their bytes, changed ones their comments and unknown keys. A file that
 * is not there ('') is made. With an error among the problems nothing may be written: the file is no list that can be edited.
 */
export function editRegister(given: string, { changed = new Map(), added = [] }: RegisterEdit): Result<string> {
	const { text: source } = unifyLineEnds(given);
	const wrong = readRegister(source).problems.filter(({ severity }) => severity === 'error');
	const { head, blocks, tail, list } = splitRecords(source, 'entities');
	if (wrong.length > 0 || list === 'other') {
		const problem: Problem = { code: 'register-not-editable', severity: 'error' };
		return { value: given, problems: [problem] };
	}
	const pieces = blocks.map(({ start, end }) => {
		const block = source.slice(start, end);
		const [entry] = readRegister(`entities:\n${block}`).value;
		if (entry === undefined || !changed.has(entry.key)) {
			return block;
		}
		const after = changed.get(entry.key);
		return after === undefined ? '' : rewritten(block, entry, after);
	});
	const margin = blocks[0] === undefined ? '  ' : marginOf(source.slice(blocks[0].start, blocks[0].end));
	const fresh = added.map(entry => newBlock(entry, margin));
	const body = [...pieces.map(ended), ...fresh].filter(piece => piece !== '').join('');
	const top = topOf(source.slice(head.start, head.end), list === 'none', body === '');
	return { value: top + body + source.slice(tail.start, tail.end), problems: [] };
}

const keys = ['key', 'label', 'name', 'aliases', 'wikidata', 'note'] as const;

function rewritten(block: string, before: RegisterEntry, after: RegisterEntry): string {
	return rewriteKeys(block, { before: () => linesOf(before), after: () => linesOf(after), known: keys });
}

function newBlock(entry: RegisterEntry, margin: string): string {
	const lines = item(linesOf(entry).flatMap(({ lines: own }) => own));
	return lines.map(line => `${margin}${line}\n`).join('');
}

/** An entry's keys in canonical order and form. */
function linesOf(entry: RegisterEntry): readonly KeyLines[] {
	return keys.flatMap(key => {
		const value = entry[key];
		if (value === undefined || value.length === 0) {
			return [];
		}
		const lines =
			typeof value === 'string' ? [`${key}: ${scalar(value)}`] : [`${key}:`, ...value.map(one => `  - ${scalar(one)}`)];
		return [{ key, lines }];
	});
}

function ended(block: string): string {
	return block === '' || block.endsWith('\n') ? block : `${block}\n`;
}

function topOf(head: string, isNew: boolean, empty: boolean): string {
	const top = ended(head.trim() === '' ? `${head}isnad: 1\n` : head);
	if (isNew) {
		return `${top}entities:${empty ? ' []' : ''}\n`;
	}
	const filled = top.replace(/^entities: *\[\]/m, 'entities:');
	return empty ? filled.replace(/^entities:/m, 'entities: []') : filled;
}
