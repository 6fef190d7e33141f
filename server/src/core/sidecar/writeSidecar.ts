import type { Header } from './header.ts';
import { compareRecords } from './order.ts';
import { type Block, emptyFile, type SidecarFile } from './readSidecar.ts';
import { marginOf, newBlock, rewriteBlock } from './rewriteRecord.ts';
import { sameData } from './sameData.ts';
import type { StoredRecord } from './stored.ts';
import { newHead, rewriteHead, withList } from './writeHeader.ts';

export interface SidecarContent {
	readonly header: Header;
	readonly records: readonly StoredRecord[];
}

/**
 * The source of `file` with this content. Unchanged records keep their bytes, changed ones their comments and unknown keys;
 * records that could not be read stay behind the one they stood behind. Where nothing changed the source itself comes back.
 * The caller looks at `readOnly` first. Never throws.
 */
export function writeSidecar(file: SidecarFile, { header, records }: SidecarContent): string {
	const sorted = [...records].sort(compareRecords);
	if (unchanged(file, header, sorted)) {
		return file.given;
	}
	return assembleSidecar(file, { header, records: sorted });
}

/** As `writeSidecar`, also where the content is that of the file: for a file put together of pieces. */
export function assembleSidecar(file: SidecarFile, { header, records }: SidecarContent): string {
	const sorted = [...records].sort(compareRecords);
	const head = file.source.trim() === '' ? file.source + newHead(header) : rewriteHead(file.head, file.header, header);
	const pieces = arranged(file, sorted);
	const list = pieces.length === 0 ? head : withList(head);
	return list + pieces.map(ended).join('') + ended(file.tail);
}

/** A new sidecar. */
export function newSidecar(content: SidecarContent): string {
	return writeSidecar(emptyFile, content);
}

function unchanged(file: SidecarFile, header: Header, sorted: readonly StoredRecord[]): boolean {
	const known = file.blocks.flatMap(block => (block.record === undefined ? [] : [block.record]));
	if (file.source.trim() === '' || known.length !== sorted.length || !sameData(file.header, header)) {
		return false;
	}
	const byId = new Map(sorted.map(record => [record.id, record]));
	return known.every(record => sameData(byId.get(record.id), record));
}

/** The texts of all blocks in their order. */
function arranged(file: SidecarFile, sorted: readonly StoredRecord[]): readonly string[] {
	const blocks = new Map<string, Block>();
	/** Unreadable blocks by the id of the record before them; '' for those before any. */
	const opaque = new Map<string, string[]>();
	let previous = '';
	for (const block of file.blocks) {
		if (block.record !== undefined) {
			blocks.set(block.record.id, block);
			previous = block.record.id;
		} else if (block.repeats !== true) {
			opaque.set(previous, [...(opaque.get(previous) ?? []), block.text]);
		}
	}
	// All items of a list stand behind the same margin.
	const margin = file.blocks[0] === undefined ? '  ' : marginOf(file.blocks[0].text);
	const pieces: string[] = [...(opaque.get('') ?? [])];
	const kept = new Set(sorted.map(record => record.id));
	for (const record of sorted) {
		pieces.push(blockText(blocks.get(record.id), record, margin), ...(opaque.get(record.id) ?? []));
	}
	for (const [id, texts] of opaque) {
		if (id !== '' && !kept.has(id)) {
			pieces.push(...texts);
		}
	}
	return pieces;
}

function blockText(block: Block | undefined, record: StoredRecord, margin: string): string {
	const written = block?.written ?? block?.record;
	if (block === undefined || written === undefined) {
		return newBlock(record, margin);
	}
	return sameData(written, record) ? block.text : rewriteBlock(block.text, written, record);
}

function ended(text: string): string {
	return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
