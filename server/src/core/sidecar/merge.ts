import type { Problem } from '../model.ts';
import { findConflict } from './conflictMarkers.ts';
import { graftBlock } from './graftBlock.ts';
import type { Header } from './header.ts';
import { mergeHead } from './mergeHead.ts';
import { mergeHeader } from './mergeHeader.ts';
import { type MergeOptions, mergeRecord } from './mergeRecord.ts';
import { mergeTwins } from './mergeTwins.ts';
import { type Block, emptyFile, readSidecar, type SidecarFile } from './readSidecar.ts';
import { sameData } from './sameData.ts';
import { sameDecision } from './sameDecision.ts';
import type { StoredRecord } from './stored.ts';
import { assembleSidecar } from './writeSidecar.ts';

export interface SidecarMerge {
	readonly source: string;
	/** Ids of records that hold a conflict: theirs is under `alternatives`. */
	readonly conflicts: readonly string[];
	/** A severity of error means nothing was merged, and `source` is mine. */
	readonly problems: readonly Problem[];
}

/**
 * Merges two versions of a sidecar that come of one base, record by record; '' where there was none. Nothing that a person
 * decided is lost: what both changed in different ways is kept twice; what one took out and the other changed stays. Of
 * versions for two texts the hash is left out, so that places are found anew on opening. Never throws.
 */
export function mergeSidecars(baseSource: string, mineSource: string, theirsSource: string): SidecarMerge {
	if (mineSource === theirsSource || baseSource === theirsSource) {
		return { source: mineSource, conflicts: [], problems: [] };
	}
	const [mine, theirs] = [readSidecar(mineSource).value, readSidecar(theirsSource).value];
	const unreadable = mine.readOnly ?? theirs.readOnly;
	if (unreadable !== undefined) {
		const side = mine.readOnly === undefined ? 'theirs' : 'mine';
		return {
			source: mineSource,
			conflicts: [],
			problems: [{ code: 'merge-unreadable', severity: 'error', values: { side, reason: unreadable } }],
		};
	}
	if (baseSource === mineSource) {
		return { source: theirsSource, conflicts: [], problems: [] };
	}
	const base = readSidecar(baseSource).value;
	return mergeFiles(base.readOnly === undefined ? base : emptyFile, mine, theirs);
}

/** Merges the sides of a sidecar with git's conflict markers; undefined for one without. */
export function resolveMarkers(source: string): SidecarMerge | undefined {
	const conflict = findConflict(source.replace(/\r\n?/g, '\n'));
	return conflict && mergeSidecars(conflict.base ?? '', conflict.mine, conflict.theirs);
}

type ById = ReadonlyMap<string, Block & { readonly record: StoredRecord }>;

function mergeFiles(base: SidecarFile, mine: SidecarFile, theirs: SidecarFile): SidecarMerge {
	const sides = { base: byId(base), mine: byId(mine), theirs: byId(theirs) };
	const options: MergeOptions = {
		sameText: mine.header.sha256 === theirs.header.sha256,
		newerText: base.header.sha256 === mine.header.sha256 ? 'theirs' : 'mine',
	};
	const problems: Problem[] = [];
	const conflicts: string[] = [];
	const records: StoredRecord[] = [];
	for (const id of new Set([...sides.mine.keys(), ...sides.theirs.keys()])) {
		const [b, m, t] = [sides.base.get(id)?.record, sides.mine.get(id)?.record, sides.theirs.get(id)?.record];
		if (m !== undefined && t !== undefined) {
			const merged = mergeRecord(b, m, t, options);
			records.push(merged.record);
			if (merged.conflict) {
				conflicts.push(id);
			}
			continue;
		}
		const only = m ?? t;
		// Taken out by one side: gone, unless the other side changed it meanwhile.
		if (only !== undefined && (b === undefined || !sameDecision(b, only))) {
			records.push(only);
			if (b !== undefined) {
				problems.push({ code: 'merge-kept-removed', severity: 'info', values: { id } });
			}
		}
	}
	const twins = options.sameText
		? mergeTwins(
				records,
				id => sides.mine.has(id),
				id => sides.base.has(id),
			)
		: { records, conflicts: [] };
	const header = mergeHeader(base.header, mine.header, theirs.header);
	const allConflicts = [...new Set([...conflicts, ...twins.conflicts])];
	for (const id of allConflicts) {
		problems.push({ code: 'merge-conflict', severity: 'warning', values: { id } });
	}
	const file = pieces(base, mine, theirs, sides);
	const source = assembleSidecar(file, {
		header: { ...header.header, ...textOf(mine, theirs, twins.records, sides) },
		records: twins.records,
	});
	return { source, conflicts: allConflicts, problems: [...problems, ...header.problems] };
}

function byId(file: SidecarFile): ById {
	const blocks = new Map<string, Block & { readonly record: StoredRecord }>();
	for (const block of file.blocks) {
		if (block.record !== undefined) {
			blocks.set(block.record.id, { ...block, record: block.record });
		}
	}
	return blocks;
}

/** Whose text the merged places count in; none where they are mixed. */
function textOf(
	mine: SidecarFile,
	theirs: SidecarFile,
	records: readonly StoredRecord[],
	sides: { readonly mine: ById; readonly theirs: ById },
): Pick<Header, 'sha256' | 'length'> {
	const fits = (side: ById): boolean =>
		records.every(record => sameData(placesOf(record), placesOf(side.get(record.id)?.record)));
	const same = mine.header.sha256 === theirs.header.sha256;
	const file = same || fits(sides.mine) ? mine : fits(sides.theirs) ? theirs : undefined;
	const { sha256, length } = file?.header ?? {};
	return { ...(sha256 === undefined ? {} : { sha256 }), ...(length === undefined ? {} : { length }) };
}

function placesOf(record: StoredRecord | undefined): unknown {
	switch (record?.kind) {
		case 'entity':
		case 'region':
			return record.at.span;
		case 'statement':
			return [record.content, record.cue, record.speaker, record.via, record.addressee].map(part =>
				Array.isArray(part) ? part.map(anchor => anchor.span) : (part as { span?: unknown } | undefined)?.span,
			);
		default:
			return record === undefined ? 'none' : undefined;
	}
}

/** My file with the blocks that they alone touched taken from theirs; the writer brings the records in. */
function pieces(
	base: SidecarFile,
	mine: SidecarFile,
	theirs: SidecarFile,
	sides: { readonly base: ById; readonly mine: ById; readonly theirs: ById },
): SidecarFile {
	const known = new Set([...base.blocks, ...mine.blocks].map(block => block.text));
	const theirTexts = new Set(theirs.blocks.map(block => block.text));
	const gone = new Set(base.blocks.map(block => block.text).filter(text => !theirTexts.has(text)));
	const blocks: Block[] = mine.blocks.flatMap(block => {
		if (block.record === undefined) {
			return gone.has(block.text) ? [] : [block];
		}
		const [was, other] = [sides.base.get(block.record.id), sides.theirs.get(block.record.id)];
		if (other === undefined || other.text === block.text || other.text === was?.text) {
			return [block];
		}
		return [block.text === was?.text ? other : { ...block, text: graftBlock(was?.text ?? '', block.text, other.text) }];
	});
	const added = theirs.blocks.filter(block =>
		block.record === undefined ? !known.has(block.text) : !sides.mine.has(block.record.id),
	);
	const top = mine.source.trim() === '' ? theirs : mine;
	return {
		...top,
		head: mergeHead(base.head, top.head, theirs.head),
		tail: mergeHead(base.tail, top.tail, theirs.tail),
		blocks: [...blocks, ...added],
	};
}
