import { equals } from '../span.ts';
import { mapAnchors } from './mapAnchors.ts';
import { type MergeOptions, mergeRecord, withAlternative } from './mergeRecord.ts';
import type { StoredRecord } from './stored.ts';

export interface Twins {
	readonly records: readonly StoredRecord[];
	/** Ids of records that now hold a conflict. */
	readonly conflicts: readonly string[];
}

/**
 * Two people who label one stretch each make a record. Under one label, or of one statement, they are made one; under two
 * labels the two are a conflict of the first. Only where one of them is new (`isOld` says which are not): what stood side by
 * side before stays. Relations follow. For records of one text.
 */
export function mergeTwins(
	records: readonly StoredRecord[],
	isMine: (id: string) => boolean,
	isOld: (id: string) => boolean,
): Twins {
	const first = new Map<string, StoredRecord>();
	const renamed = new Map<string, string>();
	const conflicts: string[] = [];
	for (const record of [...records].sort((a, b) => Number(isMine(b.id)) - Number(isMine(a.id)))) {
		const place = placeOf(record);
		const twin = place === undefined ? undefined : first.get(place);
		if (
			place === undefined ||
			twin === undefined ||
			(isOld(record.id) && isOld(twin.id)) ||
			!contradicts(twin, record)
		) {
			first.set(place === undefined || twin !== undefined ? `#${record.id}` : place, record);
			continue;
		}
		const merged = mergeTwo(twin, record);
		first.set(place, merged.record);
		renamed.set(record.id, twin.id);
		if (merged.conflict) {
			conflicts.push(twin.id);
		}
	}
	return { records: [...first.values()].map(record => redirected(record, renamed)), conflicts };
}

/** Records of one place have one key. Second attributions of the same words are no twins of the first. */
function placeOf(record: StoredRecord): string | undefined {
	if (record.state === 'orphan') {
		return undefined;
	}
	if (record.kind === 'entity') {
		return `entity ${record.at.span.start} ${record.at.span.end}`;
	}
	if (record.kind === 'statement' && record.relayOf === undefined) {
		return `statement ${record.content.map(({ span }) => `${span.start} ${span.end}`).join(' ')}`;
	}
	return undefined;
}

/** Whether both cannot stand: one label confirmed and another rejected can. */
function contradicts(a: StoredRecord, b: StoredRecord): boolean {
	if (a.kind !== 'entity' || b.kind !== 'entity') {
		return (
			a.kind === 'statement' &&
			b.kind === 'statement' &&
			(a.type === b.type || (a.state === 'confirmed' && b.state === 'confirmed'))
		);
	}
	return equals(a.at.span, b.at.span) && (a.label === b.label || (a.state === 'confirmed' && b.state === 'confirmed'));
}

const oneText: MergeOptions = { sameText: true, newerText: 'mine' };

function mergeTwo(
	mine: StoredRecord,
	theirs: StoredRecord,
): { readonly record: StoredRecord; readonly conflict: boolean } {
	const sameLabel =
		mine.kind === 'entity' ? theirs.kind === 'entity' && mine.label === theirs.label : mine.kind === theirs.kind;
	return sameLabel
		? mergeRecord(undefined, mine, { ...theirs, id: mine.id }, oneText)
		: { record: withAlternative(mine, theirs), conflict: true };
}

/** References to a record that went up in another. */
function redirected(record: StoredRecord, renamed: ReadonlyMap<string, string>): StoredRecord {
	const now = (id: string): string => renamed.get(id) ?? id;
	if (renamed.size === 0) {
		return record;
	}
	if (record.kind === 'relation') {
		return { ...record, source: now(record.source), target: now(record.target) };
	}
	if (record.kind !== 'statement') {
		return record;
	}
	return {
		...mapAnchors(record, anchor => anchor),
		...(record.nestedIn === undefined ? {} : { nestedIn: now(record.nestedIn) }),
		...(record.relayOf === undefined ? {} : { relayOf: now(record.relayOf) }),
	} as StoredRecord;
}
