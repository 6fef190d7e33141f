import type { Header } from './header.ts';
import { compareRecords } from './order.ts';
import { type Block, emptyFile, readSidecar, type SidecarFile } from './readSidecar.ts';
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
export function writeSidecar(file: SidecarFile, content: SidecarContent): string {
	return rewriteSidecar(file, content).given;
}

/** As `writeSidecar`, answering the file as reading that source would. */
export function rewriteSidecar(file: SidecarFile, { header, records }: SidecarContent): SidecarFile {
	const sorted = inOrder(records);
	return unchanged(file, header, sorted) ? file : assemble(file, header, sorted);
}

/** The source also where the content is that of the file: for a file put together of pieces. */
export function assembleSidecar(file: SidecarFile, { header, records }: SidecarContent): string {
	return assemble(file, header, inOrder(records)).given;
}

function assemble(file: SidecarFile, header: Header, sorted: readonly StoredRecord[]): SidecarFile {
	const head = file.source.trim() === '' ? file.source + newHead(header) : rewriteHead(file.head, file.header, header);
	const blocks = arranged(file, sorted);
	const tail = ended(file.tail);
	if (blocks.length === 0) {
		return readSidecar(head + tail).value;
	}
	const list = withList(head);
	const source = list + blocks.map(({ text }) => text).join('') + tail;
	return { given: source, source, head: list, blocks, tail, list: 'block', header };
}

function inOrder(records: readonly StoredRecord[]): readonly StoredRecord[] {
	const isSorted = records.every((record, index) => {
		const before = records[index - 1];
		return before === undefined || compareRecords(before, record) <= 0;
	});
	return isSorted ? records : [...records].sort(compareRecords);
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
	if (known.every((record, index) => record === sorted[index])) {
		return true;
	}
	const byId = new Map(sorted.map(record => [record.id, record]));
	return known.every(record => sameData(byId.get(record.id), record));
}

/** All blocks in their order. */
function arranged(file: SidecarFile, sorted: readonly StoredRecord[]): readonly Block[] {
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
	const unread = (id: string): Block[] => opaque.get(id)?.map(text => ({ text: ended(text) })) ?? [];
	const pieces = unread('');
	for (const record of sorted) {
		const block = blocks.get(record.id);
		if (block?.record === record && block.written === undefined && block.text.endsWith('\n')) {
			pieces.push(block);
		} else {
			pieces.push({ text: ended(blockText(block, record, margin)), record });
		}
		if (opaque.size > 0) {
			pieces.push(...unread(record.id));
		}
	}
	if (opaque.size > 0) {
		const kept = new Set(sorted.map(record => record.id));
		for (const id of opaque.keys()) {
			if (id !== '' && !kept.has(id)) {
				pieces.push(...unread(id));
			}
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
